
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import ij.ImagePlus;

/**
 * Which image of a TIFF file is which channel, slice and frame, by the file's
 * own description.
 *
 * @param channels of one plane that are images of their own
 * @param slices depth positions
 * @param frames time points
 * @param images their indices, channels running fastest, then slices
 * @param ome what OME-XML says; null if the file has no such description
 * @param otherImages of the OME-XML, which are not read
 */
record TiffOrder(int channels, int slices, int frames, int[] images,
		OmeImage ome, int otherImages)
{

	/**
	 * @param file with checked directories
	 * @param name of the file
	 * @throws IOException if its description tells of planes that are not there
	 */
	static TiffOrder of(final TiffFile file, final String name)
		throws IOException
	{
		return OmeXml.is(file.description()) ? ofOme(file, name) : ofImageJ(file);
	}

	private static TiffOrder ofImageJ(final TiffFile file) {
		final int images = file.images();
		final String text = String.valueOf(file.description());
		final int c = number(text, "channels");
		final int z = number(text, "slices");
		final int t = number(text, "frames");
		final boolean told = (long) c * z * t == images;
		final int channels = told || images % c == 0 ? c : 1;
		return new TiffOrder(channels, told ? z : images / channels, told ? t : 1,
			IntStream.range(0, images).toArray(), null, 0);
	}

	private static int number(final String description, final String key) {
		final Matcher matcher = Pattern.compile("(?m)^" + key + "=(\\d{1,9})\\s*$")
			.matcher(description);
		return matcher.find() ? Math.max(1, Integer.parseInt(matcher.group(1))) : 1;
	}

	private static TiffOrder ofOme(final TiffFile file, final String name)
		throws IOException
	{
		final OmeXml ome = OmeXml.parse(file.description());
		final String called = ome.file(name);
		for (final OmeImage image : ome.images()) {
			final int[] pages = image.pages(called, file.page().samples(), file
				.pages());
			if (pages != null) return ofOme(file, image, pages, ome.images().size() -
				1);
		}
		final OmeImage first = ome.images().get(0);
		throw new UnsupportedTiff("An OME-TIFF image of " + first.channels() +
			" channels, " + first.slices() + " slices and " + first.frames() +
			" frames of which this file, " + (ome.files() > 1 ? "one of " + ome
				.files() + ", " : "") + "has " + file.pages() + " pages,");
	}

	private static TiffOrder ofOme(final TiffFile file, final OmeImage image,
		final int[] pages, final int others) throws IOException
	{
		final int channels = pages.length / image.slices() / image.frames();
		if (channels > 1 && file.page().isColor()) throw new UnsupportedTiff(
			"An OME-TIFF image of several colored channels");
		final int[] images = new int[pages.length];
		for (int i = 0; i < images.length; i++) {
			images[i] = file.imageOf(pages[i]);
			if (images[i] < 0) throw new UnsupportedTiff(
				"An OME-TIFF image whose pages differ in size or type");
		}
		return new TiffOrder(channels, image.slices(), image.frames(), images,
			image, others);
	}

	/**
	 * @param slice 0-based
	 * @param frame 0-based
	 * @param channel 0-based
	 * @return index of the image
	 */
	int image(final int slice, final int frame, final int channel) {
		return images[(frame * slices + slice) * channels + channel];
	}

	/**
	 * @param channel 0-based
	 * @return its name; null if OME-XML tells none
	 */
	String channelName(final int channel) {
		final List<String> names = ome == null ? List.of() : ome.channelNames();
		return names.size() != channels || names.get(channel).isBlank() ? null
			: names.get(channel);
	}

	/** Gives an image the pixel size that OME-XML tells, if it tells one. */
	void calibrate(final ImagePlus image) {
		if (ome == null || !(ome.pixelWidth() > 0 && ome.pixelHeight() > 0)) return;
		image.getCalibration().pixelWidth = ome.pixelWidth();
		image.getCalibration().pixelHeight = ome.pixelHeight();
		image.getCalibration().setUnit(ome.unit());
	}
}
