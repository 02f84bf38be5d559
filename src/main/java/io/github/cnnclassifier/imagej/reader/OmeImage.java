
package io.github.cnnclassifier.imagej.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a description in OME-XML says of one image: its extent, and which page
 * of which file is which plane.
 */
final class OmeImage {

	/** So many planes that each could be a page of a TIFF file. */
	private static final long MOST_PLANES = 1 << 24;

	/** How often a description may tell the same, so that it comes to an end. */
	private static final long MOST_TOLD = 64;

	/** Pages that follow each other, from a position on. */
	private record Pages(int channel, int slice, int frame, int page, int count,
			String[] file)
	{
	}

	private final String order;
	private final int channels;
	private final int slices;
	private final int frames;
	private final double pixelWidth;
	private final double pixelHeight;
	private final String unit;
	private final List<String> channelNames = new ArrayList<>();
	private final List<Pages> pages = new ArrayList<>();

	/** @param pixels at the start of the element of that name */
	OmeImage(final XMLStreamReader pixels) throws XMLStreamException {
		final String told = pixels.getAttributeValue(null, "DimensionOrder");
		order = told == null ? "XYCZT" : told;
		channels = number(pixels, "SizeC", 1);
		slices = number(pixels, "SizeZ", 1);
		frames = number(pixels, "SizeT", 1);
		if (!order.matches("XY(CZT|CTZ|ZCT|ZTC|TCZ|TZC)") || channels < 1 ||
			slices < 1 || frames < 1) throw new XMLStreamException("an image of " +
				channels + " channels, " + slices + " slices and " + frames +
				" frames in the order " + order);
		pixelWidth = length(pixels, "PhysicalSizeX");
		pixelHeight = length(pixels, "PhysicalSizeY");
		final String name = pixels.getAttributeValue(null, "PhysicalSizeXUnit");
		unit = name == null ? "\u00b5m" : name;
	}

	private static int number(final XMLStreamReader element, final String name,
		final int otherwise) throws XMLStreamException
	{
		final String text = element.getAttributeValue(null, name);
		if (text == null) return otherwise;
		if (!text.matches("\\d{1,8}")) throw new XMLStreamException(name +
			" is no number");
		return Integer.parseInt(text);
	}

	private static double length(final XMLStreamReader element,
		final String name)
	{
		final String text = element.getAttributeValue(null, name);
		try {
			return text == null ? 0 : Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			return 0;
		}
	}

	/** @param channel at the start of the element of that name */
	void addChannel(final XMLStreamReader channel) {
		final String name = channel.getAttributeValue(null, "Name");
		channelNames.add(name == null ? "" : name);
	}

	/** @param data at the start of the element TiffData */
	void addPages(final XMLStreamReader data) throws XMLStreamException {
		final int page = number(data, "IFD", -1);
		pages.add(new Pages(number(data, "FirstC", 0), number(data, "FirstZ", 0),
			number(data, "FirstT", 0), Math.max(0, page), number(data, "PlaneCount",
				page < 0 ? Integer.MAX_VALUE : 1), new String[1]));
	}

	/** @param name of the file that holds the pages that were added last */
	void setFile(final String name) {
		if (!pages.isEmpty()) pages.get(pages.size() - 1).file()[0] = name;
	}

	/** @return names of files that are told; null where none is */
	List<String> files() {
		final List<String> files = new ArrayList<>();
		pages.forEach(part -> files.add(part.file()[0]));
		return files;
	}

	int slices() {
		return slices;
	}

	int frames() {
		return frames;
	}

	/** @return all channels, with those that are samples of one page */
	int channels() {
		return channels;
	}

	/** @return one for each channel, empty where none is told */
	List<String> channelNames() {
		return List.copyOf(channelNames);
	}

	/** @return 0 if not told */
	double pixelWidth() {
		return pixelWidth;
	}

	/** @return 0 if not told */
	double pixelHeight() {
		return pixelHeight;
	}

	String unit() {
		return unit;
	}

	/**
	 * @param file the name by which the description knows the file at hand; null
	 *          if it names none
	 * @param samples of one page that are channels
	 * @param available how many pages the file has
	 * @return the index of a page for each plane, channels running fastest, then
	 *         slices; null if not all of them are in the file
	 */
	int[] pages(final String file, final int samples, final int available) {
		final int[] size = { channels % samples == 0 ? channels / samples
			: channels, slices, frames };
		final long count = (long) size[0] * size[1] * size[2];
		if (count > Math.min(available, MOST_PLANES)) return null;
		final Map<Integer, Integer> found = new HashMap<>();
		long told = 0;
		for (final Pages part : pages.isEmpty() ? List.of(new Pages(0, 0, 0, 0,
			(int) count, new String[1])) : pages)
		{
			if (part.file()[0] != null && !part.file()[0].equals(file)) continue;
			final int[] at = { part.channel() / (channels / size[0]), part.slice(),
				part.frame() };
			for (int i = 0; i < Math.min(part.count(), count) && at[0] < size[0] &&
				at[1] < size[1] && at[2] < size[2]; i++)
			{
				if (part.page() + i >= available || found.size() == count) break;
				if (++told > MOST_TOLD * count) return null;
				found.put((at[2] * size[1] + at[1]) * size[0] + at[0], part.page() + i);
				advance(at, size);
			}
		}
		return found.size() < count ? null : found.entrySet().stream().sorted(
			Map.Entry.comparingByKey()).mapToInt(Map.Entry::getValue).toArray();
	}

	/** To the next plane in the order that the description tells. */
	private void advance(final int[] at, final int[] size) {
		for (final char axis : order.substring(2).toCharArray()) {
			final int i = "CZT".indexOf(axis);
			if (++at[i] < size[i]) return;
			at[i] = 0;
		}
		at[2] = size[2];
	}
}
