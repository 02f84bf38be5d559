
package io.github.cnnclassifier.imagej.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.Plane;

/**
 * Makes regions of a label image: each value above 0 is one, whether its pixels
 * touch each other or not; values need not follow each other. In a stack, each
 * plane counts by itself.
 */
final class LabelRegions {

	private static final int SIGNED_ZERO = 1 << 15;
	/** Above, 32-bit numbers are no longer exact. */
	private static final int LARGEST = 1 << 24;

	private LabelRegions() {}

	static FoundRegions of(final ImagePlus image, final ImagePlus labels) {
		requireLabels(labels);
		if (labels.getWidth() != image.getWidth() || labels.getHeight() != image
			.getHeight()) throw new UserFailure("Expected a label image of " + image
				.getWidth() + " x " + image.getHeight() + " pixels like '" + image
					.getTitle() + "', but '" + labels.getTitle() + "' has " + labels
						.getWidth() + " x " + labels.getHeight() +
				". Choose the one that belongs to the image.");
		final List<Plane> planes = planes(image, labels);
		final int zero = labels.getBitDepth() == 16 && labels.getLocalCalibration()
			.isSigned16Bit() ? SIGNED_ZERO : 0;
		final List<RegionOfInterest> regions = new ArrayList<>();
		for (int i = 0; i < planes.size(); i++) {
			regions.addAll(regions(values(labels, i + 1), zero, planes.get(i)));
		}
		if (regions.isEmpty()) throw new UserFailure(
			"Expected values above 0 in the label image '" + labels.getTitle() +
				"', found none. Choose one with objects.");
		return new FoundRegions(FoundRegions.Place.LABELS, List.of(), regions, List
			.of());
	}

	private static void requireLabels(final ImagePlus labels) {
		if (labels.getNChannels() > 1) throw refused(labels, "has " + labels
			.getNChannels() + " channels",
			"Set its dimensions in Image > Properties... if they are slices");
		if (labels.getType() == ImagePlus.COLOR_RGB) throw refused(labels,
			"is an RGB image", "Convert it with Image > Type > 16-bit, with " +
				"Scale when Converting off in Edit > Options > Conversions...");
	}

	private static UserFailure refused(final ImagePlus labels, final String found,
		final String advice)
	{
		return new UserFailure(
			"Expected a label image with one channel of whole numbers, but '" + labels
				.getTitle() + "' " + found + ". " + advice + ".");
	}

	/** The plane of the image to which each plane of the label image belongs. */
	private static List<Plane> planes(final ImagePlus image,
		final ImagePlus labels)
	{
		if (labels.getStackSize() == 1) return List.of(ImagePlusAdapter
			.currentPlane(image));
		final List<Plane> planes = ImagePlusAdapter.planes(image);
		if (labels.getStackSize() != planes.size()) throw new UserFailure(
			"Expected a label image of one plane or of " + planes.size() + " like '" +
				image.getTitle() + "', but '" + labels.getTitle() + "' has " + labels
					.getStackSize() + ". Choose the one that belongs to the image.");
		return planes;
	}

	/** The pixels of a plane, which are whole numbers. */
	private static ImageProcessor values(final ImagePlus labels,
		final int index)
	{
		final ImageProcessor plane = labels.getStack().getProcessor(index);
		if (!(plane instanceof FloatProcessor)) return plane;
		for (int i = 0; i < plane.getPixelCount(); i++) {
			final float value = plane.getf(i);
			if (value != Math.rint(value) || Math.abs(value) > LARGEST) throw refused(
				labels, "has the value " + value + " at x=" + i % plane.getWidth() +
					", y=" + i / plane.getWidth(),
				"Choose the image of the labels, not one of intensities");
		}
		return plane;
	}

	private static List<RegionOfInterest> regions(final ImageProcessor labels,
		final int zero, final Plane plane)
	{
		final List<RegionOfInterest> regions = new ArrayList<>();
		boxes(labels, zero).forEach((raw, box) -> regions.add(new RegionOfInterest(
			raw - zero, Integer.toString(raw - zero), "", box.region(), (x,
				y) -> (int) labels.getf(x, y) == raw, plane.slice(), plane.frame())));
		return regions;
	}

	/** By value, the lowest first. */
	private static SortedMap<Integer, Box> boxes(final ImageProcessor labels,
		final int zero)
	{
		final SortedMap<Integer, Box> boxes = new TreeMap<>();
		for (int y = 0; y < labels.getHeight(); y++) {
			int last = zero;
			Box box = null;
			for (int x = 0; x < labels.getWidth(); x++) {
				final int raw = (int) labels.getf(x, y);
				if (raw <= zero) continue;
				if (box == null || raw != last) {
					final int column = x;
					final int row = y;
					box = boxes.computeIfAbsent(raw, value -> new Box(column, row));
					last = raw;
				}
				box.add(x, y);
			}
		}
		return boxes;
	}

	private static final class Box {

		private int left;
		private int right;
		private final int top;
		private int bottom;

		Box(final int x, final int y) {
			left = x;
			right = x;
			top = y;
			bottom = y;
		}

		/** Rows come from top to bottom. */
		void add(final int x, final int y) {
			left = Math.min(left, x);
			right = Math.max(right, x);
			bottom = y;
		}

		Region region() {
			return new Region(left, top, right - left + 1, bottom - top + 1);
		}
	}
}
