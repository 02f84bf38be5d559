
package io.github.cnnclassifier.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.FloatProcessor;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.storage.WholeFile;
import io.github.cnnclassifier.workflow.PreprocessImage;

/** The input of a network as an image. */
public final class NetworkInput {

	private NetworkInput() {}

	/**
	 * @param input of a network
	 * @param title of the image
	 * @return 32-bit, one channel per input channel, shown from 0 to 1; the
	 *         pixels are exactly the values that the network gets
	 */
	public static ImagePlus toImage(final PreprocessImage.Result input,
		final String title)
	{
		final Preprocessing p = input.preprocessing();
		final int plane = p.width() * p.height();
		final ImageStack stack = new ImageStack(p.width(), p.height());
		for (int c = 0; c < p.channels(); c++) {
			stack.addSlice("channel " + (c + 1), new FloatProcessor(p.width(), p
				.height(), Arrays.copyOfRange(input.values(), c * plane, (c + 1) *
					plane)));
		}
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(p.channels(), 1, 1);
		image.setDisplayRange(0, 1);
		if (p.channels() == 1) return image;
		final CompositeImage composite = new CompositeImage(image, p.channels() == 3
			? CompositeImage.COMPOSITE : CompositeImage.GRAYSCALE);
		for (int c = p.channels(); c >= 1; c--) {
			composite.setC(c);
			composite.setDisplayRange(0, 1);
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
		final byte[] tiff = new FileSaver(image).serialize();
		WholeFile.write(file, out -> out.write(tiff));
	}
}
