
package io.github.cnnclassifier.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.storage.WholeFile;
import io.github.cnnclassifier.workflow.preview.InputSheet;
import io.github.cnnclassifier.workflow.preview.PreprocessImage;

/** The inputs of networks as images. */
public final class NetworkInput {

	/** Of z-scores, on both sides of the mean. */
	private static final double DEVIATIONS_SHOWN = 3;

	private NetworkInput() {}

	/**
	 * @param input of a network
	 * @param title of the image
	 * @return 32-bit, one channel per input channel, shown from 0 to 1, z-scores
	 *         from -3 to 3; the pixels are exactly the values that the network
	 *         gets
	 */
	public static ImagePlus toImage(final PreprocessImage.Input input,
		final String title)
	{
		final Preprocessing p = input.preprocessing();
		final boolean unit = p.intensity().normalization().isWithinUnit();
		return preview(input.values(), p.channels(), p.height(), p.width(), title,
			unit ? 0 : -DEVIATIONS_SHOWN, unit ? 1 : DEVIATIONS_SHOWN);
	}

	/**
	 * @param sheet with inputs of a network
	 * @param title of the image
	 * @return 32-bit, one channel per input channel, shown from the lowest to the
	 *         highest value; the pixels of the cells are exactly the values that
	 *         the network gets
	 */
	public static ImagePlus toImage(final InputSheet sheet, final String title) {
		return preview(sheet.values(), sheet.channels(), sheet.height(), sheet
			.width(), title, sheet.lowest(), sheet.highest());
	}

	private static ImagePlus preview(final float[] values, final int channels,
		final int height, final int width, final String title, final double darkest,
		final double brightest)
	{
		final ImageStack stack = new ImageStack(width, height);
		for (int c = 0; c < channels; c++) {
			stack.addSlice("channel " + (c + 1), plane(values, height, width, c));
		}
		final ImagePlus image = shown(new ImagePlus(title, stack), channels,
			darkest, brightest);
		Drawing.markImage(image, "preview");
		return image;
	}

	private static FloatProcessor plane(final float[] values, final int height,
		final int width, final int channel)
	{
		final int size = width * height;
		return new FloatProcessor(width, height, Arrays.copyOfRange(values,
			channel * size, (channel + 1) * size));
	}

	private static ImagePlus shown(final ImagePlus image, final int channels,
		final double darkest, final double brightest)
	{
		image.setDimensions(channels, 1, 1);
		image.setDisplayRange(darkest, brightest);
		if (channels == 1) return image;
		final CompositeImage composite = new CompositeImage(image, channels == 3
			? CompositeImage.COMPOSITE : CompositeImage.GRAYSCALE);
		for (int c = channels; c >= 1; c--) {
			composite.setC(c);
			composite.setDisplayRange(darkest, brightest);
		}
		return composite;
	}

	/**
	 * @param image to save
	 * @param file a TIFF file; appears whole or not at all
	 * @throws IOException if it cannot be written
	 */
	public static void save(final ImagePlus image, final Path file)
		throws IOException
	{
		final byte[] tiff = TiffBytes.of(image);
		WholeFile.write(file, out -> out.write(tiff));
	}
}
