
package io.github.cnnclassifier.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Takes samples from open images.
 * <p>
 * The values are those that the image stores. Display range, inverting and
 * pseudo-color look-up tables, zoom, selection and calibration functions have
 * no part in them. Two kinds of images need a decision:
 * <ul>
 * <li>Signed 16-bit images are stored by ImageJ with 32768 added; the sample
 * has the true values, -32768 to 32767.</li>
 * <li>Images with a palette from a GIF, PNG or BMP file, or from a TIFF file
 * that ImageJ did not write, become RGB, or gray where all of the palette is
 * gray, as there the stored numbers mean nothing without the palette
 * ({@link FilePalette}). A look-up table of any other image is mere
 * display.</li>
 * </ul>
 * The samples are copies. The methods only read the image, and may be called
 * from any thread while nobody changes it.
 */
public final class ImagePlusAdapter {

	private ImagePlusAdapter() {}

	/**
	 * @param image never null
	 * @throws UserFailure if it was closed, so that its pixels are gone
	 */
	public static void requireNotClosed(final ImagePlus image) {
		if (image.getProcessor() == null) throw new UserFailure(
			"Expected an open image, but '" + image.getTitle() +
				"' was closed. Open it again.");
	}

	/**
	 * @param image an open or just read image, never null
	 * @return all channels of the slice and frame that it shows now
	 */
	public static SampleImage current(final ImagePlus image) {
		return at(image, currentPlane(image));
	}

	/**
	 * @param image never null
	 * @return the slice and frame that it shows now
	 */
	public static Plane currentPlane(final ImagePlus image) {
		// getZ() lags behind while ImageJ has not looked at the dimensions yet
		final int[] position = image.convertIndexToPosition(image
			.getCurrentSlice());
		return new Plane(position[1], position[2]);
	}

	/**
	 * @param image never null
	 * @return every slice of every frame, slices running faster; one element for
	 *         a single image
	 */
	public static List<Plane> planes(final ImagePlus image) {
		final List<Plane> planes = new ArrayList<>();
		for (int frame = 1; frame <= image.getNFrames(); frame++) {
			for (int slice = 1; slice <= image.getNSlices(); slice++) {
				planes.add(new Plane(slice, frame));
			}
		}
		return planes;
	}

	/**
	 * @param image never null
	 * @param plane one of {@link #planes}
	 * @return all channels there; the source is the title, with the position if
	 *         there are several
	 * @throws IllegalArgumentException if the image has no such plane
	 */
	public static SampleImage at(final ImagePlus image, final Plane plane) {
		if (plane.slice() > image.getNSlices() || plane.frame() > image
			.getNFrames()) throw new IllegalArgumentException(plane + " is not in '" +
				image.getTitle() + "'");
		return sample(image, plane, source(image, plane, image.getTitle()));
	}

	/**
	 * @param image never null
	 * @param plane one of {@link #planes}
	 * @param source where the image came from, for messages
	 * @return all channels there
	 */
	public static SampleImage sample(final ImagePlus image, final Plane plane,
		final String source)
	{
		final ImageStack stack = image.getStack();
		final int channels = image.getNChannels();
		final ImageProcessor[] planes = new ImageProcessor[channels];
		for (int c = 0; c < channels; c++) {
			planes[c] = stack.getProcessor(image.getStackIndex(c + 1, plane.slice(),
				plane.frame()));
		}
		final int width = image.getWidth();
		final int height = image.getHeight();
		final FilePalette palette = FilePalette.of(image);
		if (channels == 1 && (image.getType() == ImagePlus.COLOR_RGB ||
			palette == FilePalette.COLOR)) return new SampleImage(width, height, 3,
				true, 8, rgb(planes[0]), pixelSize(image), source);
		return new SampleImage(width, height, channels, isRgbInChannels(image),
			image.getBitDepth(), values(palette == FilePalette.GRAY ? translated(
				planes, FilePalette.grays(image)) : planes, isSigned(image)), pixelSize(
					image), source, ChannelNames.of(image, plane));
	}

	static String source(final ImagePlus image, final Plane plane,
		final String name)
	{
		String source = name;
		if (image.getNSlices() > 1) source += ", slice " + plane.slice();
		if (image.getNFrames() > 1) source += ", frame " + plane.frame();
		return source;
	}

	private static ImageProcessor[] translated(final ImageProcessor[] planes,
		final byte[] grays)
	{
		return Arrays.stream(planes).map(plane -> {
			final byte[] gray = new byte[plane.getPixelCount()];
			for (int i = 0; i < gray.length; i++) {
				gray[i] = grays[plane.get(i)];
			}
			return new ByteProcessor(plane.getWidth(), plane.getHeight(), gray);
		}).toArray(ImageProcessor[]::new);
	}

	/** Files with 16 bits per color are opened as three named channels. */
	private static boolean isRgbInChannels(final ImagePlus image) {
		final ImageStack stack = image.getStack();
		if (image.getBitDepth() != 16 || image.getNChannels() != 3 || stack
			.size() != 3) return false;
		// of a PNG file, which holds no other channels, they have no names
		final FileInfo file = image.getOriginalFileInfo();
		return file != null && file.fileFormat == FileInfo.IMAGEIO || "red"
			.equalsIgnoreCase(stack.getSliceLabel(1)) && "green".equalsIgnoreCase(
				stack.getSliceLabel(2)) && "blue".equalsIgnoreCase(stack.getSliceLabel(
					3));
	}

	private static boolean isSigned(final ImagePlus image) {
		return image.getBitDepth() == 16 && image.getLocalCalibration()
			.isSigned16Bit();
	}

	private static Pixels rgb(final ImageProcessor plane) {
		final int size = plane.getPixelCount();
		final byte[] values = new byte[countOf(3, size, plane)];
		for (int i = 0; i < size; i++) {
			final int color = plane instanceof ByteProcessor ? plane.getColorModel()
				.getRGB(plane.get(i)) : plane.get(i);
			values[i] = (byte) (color >> 16);
			values[size + i] = (byte) (color >> 8);
			values[2 * size + i] = (byte) color;
		}
		return Pixels.ofUnsignedBytes(values);
	}

	private static Pixels values(final ImageProcessor[] planes,
		final boolean signed)
	{
		final int size = planes[0].getPixelCount();
		final int total = countOf(planes.length, size, planes[0]);
		if (planes[0] instanceof ByteProcessor) {
			final byte[] bytes = new byte[total];
			for (int c = 0; c < planes.length; c++) {
				System.arraycopy(planes[c].getPixels(), 0, bytes, c * size, size);
			}
			return Pixels.ofUnsignedBytes(bytes);
		}
		if (planes[0] instanceof ShortProcessor && !signed) {
			final short[] shorts = new short[total];
			for (int c = 0; c < planes.length; c++) {
				System.arraycopy(planes[c].getPixels(), 0, shorts, c * size, size);
			}
			return Pixels.ofUnsignedShorts(shorts);
		}
		final float offset = signed ? 32768 : 0;
		final float[] values = new float[total];
		for (int c = 0; c < planes.length; c++) {
			for (int i = 0; i < size; i++) {
				values[c * size + i] = planes[c].getf(i) - offset;
			}
		}
		return Pixels.of(values);
	}

	private static int countOf(final int channels, final int size,
		final ImageProcessor plane)
	{
		final long count = (long) channels * size;
		if (count > Integer.MAX_VALUE - 8) throw new UserFailure("The image of " +
			plane.getWidth() + " x " + plane.getHeight() + " pixels in " + channels +
			" channels is too large: expected at most " + (Integer.MAX_VALUE - 8) +
			" values. Cut or shrink it.");
		return (int) count;
	}

	private static PixelSize pixelSize(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		if (!calibration.scaled() || !(calibration.pixelWidth > 0 &&
			calibration.pixelHeight > 0)) return null;
		return new PixelSize(calibration.pixelWidth, calibration.pixelHeight,
			calibration.getUnit());
	}
}
