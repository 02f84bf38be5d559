
package io.github.cnnclassifier.imagej.roi;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionMask;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.UnusableRegion;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.Plane;

/**
 * Makes regions of ImageJ's ROIs. A ROI counts where its position says; without
 * one, on the plane that the image shows. What lies outside the image is left
 * away.
 */
final class RoiRegions {

	/** A damaged ROI may claim any size; its mask would fill the memory. */
	private static final int LARGEST = 3;

	private final ImagePlus image;

	private RoiRegions(final ImagePlus image) {
		this.image = image;
	}

	static FoundRegions of(final ImagePlus image, final List<Roi> rois,
		final FoundRegions.Place place)
	{
		final RoiRegions finder = new RoiRegions(image);
		final List<RegionOfInterest> regions = new ArrayList<>();
		final List<UnusableRegion> unusable = new ArrayList<>();
		for (int i = 0; i < rois.size(); i++) {
			final String name = name(rois.get(i).getName(), i + 1);
			try {
				regions.add(finder.region(rois.get(i), i + 1, name));
			}
			catch (final UserFailure e) {
				unusable.add(new UnusableRegion(i + 1, name, e.getMessage()));
			}
		}
		return new FoundRegions(place, rois, regions, unusable);
	}

	/** Numbers only, like ImageJ's own: no class can be read from it. */
	static String name(final String name, final int index) {
		return name == null || name.isBlank() ? String.format(Locale.ROOT, "%04d",
			index) : name;
	}

	private RegionOfInterest region(final Roi roi, final int index,
		final String name)
	{
		requireArea(roi);
		final Rectangle roiBounds = roi.getBounds();
		requireUsual(roiBounds);
		final Rectangle inside = roiBounds.intersection(new Rectangle(image
			.getWidth(), image.getHeight()));
		if (inside.isEmpty()) throw new UserFailure(
			"it lies outside the image of " + image.getWidth() + " x " + image
				.getHeight() + " pixels");
		final RegionMask mask = mask(roi, roiBounds);
		requirePixel(mask, inside);
		final Plane plane = plane(roi);
		return new RegionOfInterest(index, name, group(roi), new Region(inside.x,
			inside.y, inside.width, inside.height), mask, plane.slice(), plane
				.frame());
	}

	private static void requireArea(final Roi roi) {
		if (roi instanceof TextRoi) throw new UserFailure("it is a text");
		if (roi instanceof ImageRoi) throw new UserFailure("it is an image");
		if (!roi.isArea()) throw new UserFailure("it has no area, being of type " +
			roi.getTypeAsString());
	}

	private void requireUsual(final Rectangle bounds) {
		if (bounds.isEmpty()) throw new UserFailure("it has no pixels, " +
			bounds.width + " x " + bounds.height);
		if (bounds.width > (long) LARGEST * image.getWidth() ||
			bounds.height > (long) LARGEST * image.getHeight()) throw new UserFailure(
				"it is far larger than the image, " + bounds.width + " x " +
					bounds.height + " pixels");
	}

	private static RegionMask mask(final Roi roi, final Rectangle bounds) {
		final ImageProcessor pixels = roi.getMask();
		if (pixels == null) return RegionMask.ALL;
		// a copy: the ROI keeps its mask and may change it
		final ImageProcessor mask = pixels.duplicate();
		return (x, y) -> mask.getPixel(x - bounds.x, y - bounds.y) != 0;
	}

	private static void requirePixel(final RegionMask mask,
		final Rectangle inside)
	{
		for (int y = inside.y; y < inside.y + inside.height; y++) {
			for (int x = inside.x; x < inside.x + inside.width; x++) {
				if (mask.contains(x, y)) return;
			}
		}
		throw new UserFailure("it has no pixel inside the image");
	}

	private static String group(final Roi roi) {
		if (roi.getGroup() < 1) return "";
		// names of groups belong to ImageJ, not to the ROI
		final Optional<RoiMark> mark = RoiMark.of(roi);
		if (mark.isPresent() && mark.get().group() == roi.getGroup()) return mark
			.get().label();
		final String name = Roi.getGroupName(roi.getGroup());
		return name == null || name.isBlank() ? "group-" + roi.getGroup() : name
			.strip();
	}

	private Plane plane(final Roi roi) {
		final Plane current = ImagePlusAdapter.currentPlane(image);
		int slice = current.slice();
		int frame = current.frame();
		if (roi.hasHyperStackPosition()) {
			// 0 means every slice or every frame
			if (roi.getZPosition() > 0) slice = roi.getZPosition();
			if (roi.getTPosition() > 0) frame = roi.getTPosition();
		}
		else if (roi.getPosition() > image.getStackSize()) {
			throw new UserFailure("it lies on slice " + roi.getPosition() +
				", but the image has " + image.getStackSize());
		}
		else if (roi.getPosition() > 0) {
			final int[] position = image.convertIndexToPosition(roi.getPosition());
			slice = position[1];
			frame = position[2];
		}
		if (slice > image.getNSlices() || frame > image.getNFrames())
			throw new UserFailure("it lies on slice " + slice + ", frame " + frame +
				", but the image has " + image.getNSlices() + " and " + image
					.getNFrames());
		return new Plane(slice, frame);
	}
}
