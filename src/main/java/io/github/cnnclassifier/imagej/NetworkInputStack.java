
package io.github.cnnclassifier.imagej;

import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import io.github.cnnclassifier.workflow.preview.PreprocessImage;

/** The inputs of a network for several regions, as one image. */
public final class NetworkInputStack {

	private NetworkInputStack() {}

	/**
	 * @param inputs of the same network, at least one
	 * @param names one for each
	 * @param title of the image
	 * @return what {@link NetworkInput#toImage} makes of each, as the slices of
	 *         one image; each channel of a slice is labeled with its name
	 */
	public static ImagePlus of(final List<PreprocessImage.Input> inputs,
		final List<String> names, final String title)
	{
		final List<ImagePlus> shown = inputs.stream().map(input -> NetworkInput
			.toImage(input, title)).toList();
		final ImagePlus first = shown.get(0);
		final int channels = first.getNChannels();
		final ImageStack stack = new ImageStack(first.getWidth(), first
			.getHeight());
		for (int i = 0; i < inputs.size(); i++) {
			for (int c = 1; c <= channels; c++) {
				stack.addSlice(names.get(i), shown.get(i).getStack().getProcessor(c));
			}
		}
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(channels, inputs.size(), 1);
		final ImagePlus all = shownLike(first, image);
		Drawing.markImage(all, "preview");
		return all;
	}

	private static ImagePlus shownLike(final ImagePlus first,
		final ImagePlus image)
	{
		final double low = first.getDisplayRangeMin();
		final double high = first.getDisplayRangeMax();
		image.setDisplayRange(low, high);
		if (!(first instanceof CompositeImage composite)) return image;
		final CompositeImage all = new CompositeImage(image, composite.getMode());
		for (int c = all.getNChannels(); c >= 1; c--) {
			all.setC(c);
			all.setDisplayRange(low, high);
		}
		return all;
	}
}
