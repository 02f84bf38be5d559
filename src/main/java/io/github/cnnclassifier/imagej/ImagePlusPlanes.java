
package io.github.cnnclassifier.imagej;

import ij.ImagePlus;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.SampleImage;

/**
 * The planes of an image of ImageJ. A plane is copied when it is asked for.
 * Thread-safe while nobody changes the image.
 */
public final class ImagePlusPlanes implements ImagePlanes {

	private final ImagePlus image;
	private final String name;

	/**
	 * @param image never null
	 * @param name of it in messages
	 */
	public ImagePlusPlanes(final ImagePlus image, final String name) {
		this.image = image;
		this.name = name;
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
		final Plane plane = new Plane(slice + 1, frame + 1);
		if (slice >= slices() || frame >= frames())
			throw new IllegalArgumentException(plane + " is not in '" + name + "'");
		// ImageJ's images know one current processor
		synchronized (image) {
			return ImagePlusAdapter.sample(image, plane, ImagePlusAdapter.source(
				image, plane, name));
		}
	}
}
