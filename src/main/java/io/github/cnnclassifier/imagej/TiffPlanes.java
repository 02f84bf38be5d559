
package io.github.cnnclassifier.imagej;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.SampleImage;

/**
 * The planes of a TIFF file, read from the disk one by one when they are asked
 * for, with the values and positions of ImageJ's own opener. Thread-safe.
 */
final class TiffPlanes implements ImagePlanes {

	private final String name;
	private final TiffFile file;
	private final int channels;
	private final int slices;
	private final int frames;

	/**
	 * @param file with checked directories
	 * @param name of it in messages
	 */
	TiffPlanes(final TiffFile file, final String name) {
		this.name = name;
		this.file = file;
		final int images = file.images();
		final String text = String.valueOf(file.description());
		final int c = number(text, "channels");
		final int z = number(text, "slices");
		final int t = number(text, "frames");
		final boolean told = (long) c * z * t == images;
		channels = told || images % c == 0 ? c : 1;
		slices = told ? z : images / channels;
		frames = told ? t : 1;
	}

	private static int number(final String description, final String key) {
		final Matcher matcher = Pattern.compile("(?m)^" + key + "=(\\d{1,9})\\s*$")
			.matcher(description);
		return matcher.find() ? Math.max(1, Integer.parseInt(matcher.group(1))) : 1;
	}

	@Override
	public int slices() {
		return slices;
	}

	@Override
	public int frames() {
		return frames;
	}

	@Override
	public SampleImage plane(final int slice, final int frame)
		throws IOException
	{
		if (slice < 0 || slice >= slices || frame < 0 || frame >= frames)
			throw new IllegalArgumentException("No plane " + slice + ", " + frame);
		return ImagePlusAdapter.sample(image(slice, frame), new Plane(1, 1),
			count() == 1 ? name : name + ", plane " + (frame * slices + slice + 1));
	}

	private ImagePlus image(final int slice, final int frame) throws IOException {
		final int first = (frame * slices + slice) * channels;
		final ImagePlus one = file.open(first);
		if (channels == 1) return one;
		final ImageStack stack = new ImageStack(one.getWidth(), one.getHeight());
		stack.addSlice(file.label(first), one.getProcessor());
		for (int c = 1; c < channels; c++) {
			stack.addSlice(file.label(first + c), file.open(first + c)
				.getProcessor());
		}
		final ImagePlus joined = new ImagePlus("", stack);
		joined.setDimensions(channels, 1, 1);
		joined.setCalibration(one.getCalibration());
		return joined;
	}

	/**
	 * @return all planes as one image of ImageJ, not shown
	 * @throws IOException with a reason for the user, if one cannot be read
	 */
	ImagePlus whole() throws IOException {
		file.requireRoom(file.images());
		final ImagePlus first = image(0, 0);
		if (count() == 1) return first;
		final ImageStack stack = new ImageStack(first.getWidth(), first
			.getHeight());
		for (int i = 0; i < count(); i++) {
			final ImageStack plane = (i == 0 ? first : image(i % slices, i / slices))
				.getStack();
			for (int c = 1; c <= plane.size(); c++) {
				stack.addSlice(plane.getSliceLabel(c), plane.getProcessor(c));
			}
		}
		final ImagePlus whole = new ImagePlus(first.getTitle(), stack);
		whole.setDimensions(stack.size() / count(), slices, frames);
		whole.setCalibration(first.getCalibration());
		whole.setFileInfo(first.getOriginalFileInfo());
		whole.setOpenAsHyperStack(true);
		return whole;
	}
}
