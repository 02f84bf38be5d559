
package io.github.cnnclassifier.imagej;

import java.io.IOException;
import java.nio.file.Path;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.image.ImageWriter;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.storage.WholeFile;

/**
 * Writes samples as TIFF files of ImageJ, in the bit depth that they came in.
 * Thread-safe, works without a display.
 */
public final class TiffWriter implements ImageWriter {

	private static final String[] COLORS = { "Red", "Green", "Blue" };
	private static final int SIGNED_ZERO = 1 << 15;

	@Override
	public void write(final SampleImage image, final Path file)
		throws IOException
	{
		final byte[] tiff = TiffBytes.of(toImage(image));
		WholeFile.write(file, out -> out.write(tiff));
	}

	@Override
	public String extension() {
		return ".tif";
	}

	private static String name(final SampleImage sample, final int channel) {
		if (sample.isRgb()) return COLORS[channel];
		return sample.channelNames().isEmpty() ? null : sample.channelNames().get(
			channel);
	}

	/**
	 * @param sample any
	 * @return an image, not shown, whose sample is this one again; titled by its
	 *         source
	 */
	public static ImagePlus toImage(final SampleImage sample) {
		final ImageStack stack = new ImageStack(sample.width(), sample.height());
		final boolean color = sample.isRgb() && sample.bitDepth() == 8;
		final boolean signed = sample.bitDepth() == 16 && hasNegative(sample
			.pixels());
		if (color) stack.addSlice(color(sample));
		else for (int c = 0; c < sample.channels(); c++) {
			stack.addSlice(name(sample, c), plane(sample, c, signed ? SIGNED_ZERO
				: 0));
		}
		final ImagePlus image = new ImagePlus(sample.source(), stack);
		if (!color) image.setDimensions(sample.channels(), 1, 1);
		sample.pixelSize().ifPresent(size -> calibrate(image, size));
		if (signed) image.getLocalCalibration().setSigned16BitCalibration();
		return color || sample.channels() == 1 ? image : new CompositeImage(image,
			sample.isRgb() ? CompositeImage.COMPOSITE : CompositeImage.GRAYSCALE);
	}

	private static boolean hasNegative(final Pixels pixels) {
		for (int i = 0; i < pixels.size(); i++) {
			if (pixels.get(i) < 0) return true;
		}
		return false;
	}

	private static ImageProcessor color(final SampleImage sample) {
		final int area = sample.width() * sample.height();
		final Pixels pixels = sample.pixels();
		final int[] colors = new int[area];
		for (int i = 0; i < area; i++) {
			colors[i] = (int) pixels.get(i) << 16 | (int) pixels.get(area + i) << 8 |
				(int) pixels.get(2 * area + i);
		}
		return new ColorProcessor(sample.width(), sample.height(), colors);
	}

	private static ImageProcessor plane(final SampleImage sample,
		final int channel, final int zero)
	{
		final ImageProcessor plane = switch (sample.bitDepth()) {
			case 8 -> new ByteProcessor(sample.width(), sample.height());
			case 16 -> new ShortProcessor(sample.width(), sample.height());
			default -> new FloatProcessor(sample.width(), sample.height());
		};
		final int area = sample.width() * sample.height();
		for (int i = 0; i < area; i++) {
			plane.setf(i, sample.pixels().get(channel * area + i) + zero);
		}
		return plane;
	}

	private static void calibrate(final ImagePlus image, final PixelSize size) {
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = size.width();
		calibration.pixelHeight = size.height();
		calibration.setUnit(size.unit());
	}
}
