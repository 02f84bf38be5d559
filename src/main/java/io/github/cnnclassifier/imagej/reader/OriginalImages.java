
package io.github.cnnclassifier.imagej.reader;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.Roi;
import ij.io.FileInfo;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.Drawing;

/** Shows the whole image that a sample is a part of. */
public final class OriginalImages {

	private OriginalImages() {}

	/**
	 * Opens a file at its plane, with its region as a selection; one that is open
	 * already comes to the front.
	 *
	 * @param place in a file
	 * @return the image, shown
	 * @throws UserFailure if the file cannot be opened
	 */
	public static ImagePlus show(final ImagePlace place) {
		final ImagePlus image = select(place);
		if (image.getWindow() != null) image.getWindow().toFront();
		return image;
	}

	/**
	 * The same, but one that is open already stays where it is.
	 *
	 * @param place in a file
	 * @return the image, shown
	 * @throws UserFailure if the file cannot be opened
	 */
	static synchronized ImagePlus select(final ImagePlace place) {
		final ImagePlus image = opened(place.file()).orElseGet(
			() -> ImageJImageReader.openOrFail(place.file().toString(), line -> {}));
		if (place.plane() >= 0) {
			final int slices = image.getNSlices();
			image.setPosition(image.getC(), place.plane() % slices + 1, place
				.plane() / slices + 1);
		}
		final Region region = place.region();
		if (region != null) image.setRoi(new Roi(region.x(), region.y(), region
			.width(), region.height()));
		if (image.getWindow() == null) image.show();
		return image;
	}

	private static Optional<ImagePlus> opened(final Path file) {
		final int[] ids = WindowManager.getIDList();
		if (ids == null) return Optional.empty();
		for (final int id : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			final FileInfo info = image == null ? null : image.getOriginalFileInfo();
			if (info != null && info.directory != null && info.fileName != null &&
				file.toAbsolutePath().normalize().equals(Path.of(info.directory,
					info.fileName).toAbsolutePath().normalize()) && !image.changes)
				return Optional.of(image);
		}
		return Optional.empty();
	}

	/**
	 * Shows an image that is no file by itself.
	 *
	 * @param image its pixels
	 * @param title of the window
	 * @return the image, shown
	 */
	public static ImagePlus show(final SampleImage image, final String title) {
		final int area = image.width() * image.height();
		final ImageStack stack = new ImageStack(image.width(), image.height());
		for (int c = 0; c < image.channels(); c++) {
			final float[] values = new float[area];
			image.pixels().copyTo(c * area, area, values);
			stack.addSlice("", typed(new FloatProcessor(image.width(), image.height(),
				values), image.bitDepth()));
		}
		final ImagePlus shown = image.isRgb() && image.bitDepth() == 8
			? new ImagePlus(title, rgb(stack)) : new ImagePlus(title, stack);
		shown.show();
		return shown;
	}

	/**
	 * Shows what a network looked at, as an image for the eye alone.
	 *
	 * @param map drawn over a picture
	 * @param name of the image
	 * @return the map, shown
	 */
	public static ImagePlus showMap(final BufferedImage map, final String name) {
		final ImagePlus shown = new ImagePlus("Heat map of " + name,
			new ColorProcessor(map));
		Drawing.markImage(shown, "heat map");
		shown.show();
		return shown;
	}

	private static ImageProcessor typed(final FloatProcessor values,
		final int bitDepth)
	{
		return switch (bitDepth) {
			case 8 -> values.convertToByte(false);
			case 16 -> values.convertToShort(false);
			default -> values;
		};
	}

	private static ColorProcessor rgb(final ImageStack channels) {
		final ColorProcessor color = new ColorProcessor(channels.getWidth(),
			channels.getHeight());
		for (int c = 1; c <= 3; c++) {
			color.setChannel(c, (ByteProcessor) channels.getProcessor(c));
		}
		return color;
	}
}
