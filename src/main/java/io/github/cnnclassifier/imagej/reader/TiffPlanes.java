
package io.github.cnnclassifier.imagej.reader;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.TiffDecoder;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.Plane;

/**
 * The planes of a TIFF file, read from the disk one by one when they are asked
 * for, with the values and positions of ImageJ's own opener. Thread-safe.
 */
final class TiffPlanes implements ImagePlanes {

	private final String name;
	private final FileInfo[] images;
	private final String[] labels;
	private final int channels;
	private final int slices;
	private final int frames;

	private TiffPlanes(final Path file, final FileInfo[] pages) {
		name = file.toString();
		labels = pages[0].sliceLabels;
		images = pages.length == 1 ? split(pages[0]) : areAlike(pages) ? pages
			: new FileInfo[] { pages[0] };
		final String text = String.valueOf(pages[0].description);
		final int c = number(text, "channels");
		final int z = number(text, "slices");
		final int t = number(text, "frames");
		final boolean told = (long) c * z * t == images.length;
		channels = told || images.length % c == 0 ? c : 1;
		slices = told ? z : images.length / channels;
		frames = told ? t : 1;
	}

	/**
	 * @param file a TIFF file
	 * @return its planes; only the directories are read now
	 * @throws IOException if they cannot be understood
	 */
	static TiffPlanes of(final Path file) throws IOException {
		final File absolute = file.toAbsolutePath().toFile();
		try {
			final FileInfo[] pages = new TiffDecoder(absolute.getParent() +
				File.separator, absolute.getName()).getTiffInfo();
			if (pages == null) throw new IOException("No image in the TIFF file.");
			return new TiffPlanes(file, pages);
		}
		catch (final RuntimeException e) {
			// ImageJ's decoder throws anything on damaged content
			throw new IOException("The TIFF file cannot be understood: " + e, e);
		}
	}

	/** ImageJ writes one directory and then all images without a gap. */
	private static FileInfo[] split(final FileInfo page) {
		final FileInfo[] split = new FileInfo[Math.max(1, page.nImages)];
		final long size = (long) page.width * page.height * page
			.getBytesPerPixel() + page.getGap();
		for (int i = 0; i < split.length; i++) {
			split[i] = (FileInfo) page.clone();
			if (split.length == 1) continue;
			split[i].nImages = 1;
			split[i].longOffset = page.getOffset() + i * size;
			split[i].stripOffsets = null;
			split[i].stripLengths = null;
		}
		return split;
	}

	/** Pages that differ are previews and labels, which ImageJ leaves out. */
	private static boolean areAlike(final FileInfo[] pages) {
		return Arrays.stream(pages).allMatch(page -> page.width == pages[0].width &&
			page.height == pages[0].height && page.fileType == pages[0].fileType);
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
		final int first = (frame * slices + slice) * channels;
		final ImagePlus one = open(first);
		final ImagePlus plane = channels == 1 ? one : joined(one, first);
		return ImagePlusAdapter.sample(plane, new Plane(1, 1), name + ", plane " +
			(frame * slices + slice + 1));
	}

	private ImagePlus joined(final ImagePlus one, final int first)
		throws IOException
	{
		final ImageStack stack = new ImageStack(one.getWidth(), one.getHeight());
		stack.addSlice(label(first), one.getProcessor());
		for (int c = 1; c < channels; c++) {
			stack.addSlice(label(first + c), open(first + c).getProcessor());
		}
		final ImagePlus joined = new ImagePlus("", stack);
		joined.setDimensions(channels, 1, 1);
		joined.setCalibration(one.getCalibration());
		return joined;
	}

	/** Labels name channels. */
	private String label(final int image) {
		return labels == null || image >= labels.length ? null : labels[image];
	}

	private ImagePlus open(final int image) throws IOException {
		final ImagePlus opened;
		try {
			opened = new FileOpener((FileInfo) images[image].clone()).openImage();
		}
		catch (final RuntimeException e) {
			// ImageJ's readers throw anything on damaged content
			throw new IOException("ImageJ cannot read the file: " + e, e);
		}
		if (opened == null) throw new IOException("Image " + (image + 1) +
			" of the file cannot be read; it may be damaged.");
		return opened;
	}
}
