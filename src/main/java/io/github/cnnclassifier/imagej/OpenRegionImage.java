
package io.github.cnnclassifier.imagej;

import ij.ImagePlus;
import ij.io.FileInfo;
import io.github.cnnclassifier.image.RegionImage;
import io.github.cnnclassifier.image.SampleImage;

/**
 * The planes of an open image. The plane asked for last is kept, as regions
 * come plane by plane. Not thread-safe; the image must not change meanwhile.
 */
public final class OpenRegionImage implements RegionImage {

	private final ImagePlus image;
	private Plane lastPlane;
	private SampleImage last;

	/** @param image open, only read */
	public OpenRegionImage(final ImagePlus image) {
		this.image = image;
	}

	@Override
	public String title() {
		return image.getTitle().isBlank() ? "image" : image.getTitle();
	}

	@Override
	public String origin() {
		final FileInfo file = image.getOriginalFileInfo();
		if (file == null || file.fileName == null || file.fileName.isEmpty())
			return title();
		if (file.directory != null && !file.directory.isEmpty()) return file
			.getFilePath();
		return file.url != null && !file.url.isEmpty() ? file.url : title();
	}

	@Override
	public int width() {
		return image.getWidth();
	}

	@Override
	public int height() {
		return image.getHeight();
	}

	@Override
	public int slices() {
		return image.getNSlices();
	}

	@Override
	public int frames() {
		return image.getNFrames();
	}

	@Override
	public SampleImage plane(final int slice, final int frame) {
		final Plane plane = new Plane(slice, frame);
		if (!plane.equals(lastPlane)) {
			last = ImagePlusAdapter.at(image, plane);
			lastPlane = plane;
		}
		return last;
	}
}
