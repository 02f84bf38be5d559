
package io.github.cnnclassifier.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import ij.process.ShortProcessor;

/**
 * A TIFF file as ImageJ writes it, but compressed, which ImageJ reads and does
 * not write. 16 bit, one page for each channel, with pixel size, colors and
 * display ranges.
 */
final class TiffFile {

	private static final int SHORT = 3;
	private static final int LONG = 4;
	private static final int HEADER_BYTES = 8;
	private static final int ENTRY_BYTES = 12;
	private static final int DEFLATE = 8;

	/** What is brighter than this share of the pixels is shown fully bright. */
	private static final double WHITE = 0.997;

	/** Red, green and blue share of each channel's color: blue, green. */
	private static final int[][] COLORS = { { 0, 0, 1 }, { 0, 1, 0 } };

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();
	private final List<ShortProcessor> channels;

	private TiffFile(final List<ShortProcessor> channels) {
		this.channels = channels;
	}

	/** @param channels two images of the same size */
	static byte[] encode(final List<ShortProcessor> channels,
		final double pixelMicrons) throws IOException
	{
		return new TiffFile(channels).encode(pixelMicrons);
	}

	private byte[] encode(final double pixelMicrons) throws IOException {
		final List<List<int[]>> pages = new ArrayList<>();
		final int resolution = append(resolution(pixelMicrons));
		for (final ShortProcessor channel : channels) {
			pages.add(entries(channel, resolution));
		}
		addDescription(pages.get(0));
		final int firstPage = appendPages(pages);
		final byte[] content = body.toByteArray();
		return ByteBuffer.allocate(HEADER_BYTES + content.length).put((byte) 'M')
			.put((byte) 'M').putShort((short) 42).putInt(firstPage).put(content)
			.array();
	}

	/** The tags of one page as {tag, type, count, value}. */
	private List<int[]> entries(final ShortProcessor channel,
		final int resolution) throws IOException
	{
		final byte[] pixels = compress(channel);
		final int rational = 5;
		return new ArrayList<>(List.of(new int[] { 254, LONG, 1, 0 }, new int[] {
			256, LONG, 1, channel.getWidth() }, new int[] { 257, LONG, 1, channel
				.getHeight() }, new int[] { 258, SHORT, 1, 16 }, new int[] { 259, SHORT,
					1, DEFLATE }, new int[] { 262, SHORT, 1, 1 }, new int[] { 273, LONG,
						1, append(pixels) }, new int[] { 277, SHORT, 1, 1 }, new int[] {
							278, LONG, 1, channel.getHeight() }, new int[] { 279, LONG, 1,
								pixels.length }, new int[] { 282, rational, 1, resolution },
			new int[] { 283, rational, 1, resolution }, new int[] { 296, SHORT, 1,
				1 }));
	}

	private void addDescription(final List<int[]> firstPage) throws IOException {
		final byte[] text = ("ImageJ=1.54p\nimages=" + channels.size() +
			"\nchannels=" + channels.size() +
			"\nhyperstack=true\nmode=composite\nunit=micron\nloop=false\n\0")
			.getBytes(StandardCharsets.US_ASCII);
		firstPage.add(new int[] { 270, 2, text.length, append(text) });
		final byte[] appearance = appearance();
		final ByteBuffer lengths = ByteBuffer.allocate(4 * (2 + channels.size()));
		lengths.putInt(20).putInt(16 * channels.size());
		while (lengths.hasRemaining()) {
			lengths.putInt(3 * 256);
		}
		firstPage.add(new int[] { 50838, LONG, lengths.capacity() / 4, append(
			lengths.array()) });
		firstPage.add(new int[] { 50839, 1, appearance.length, append(
			appearance) });
		// Readers expect the tags in order.
		firstPage.sort((a, b) -> a[0] - b[0]);
	}

	/** ImageJ's own block: display ranges and color tables. */
	private byte[] appearance() throws IOException {
		final ByteArrayOutputStream block = new ByteArrayOutputStream();
		block.write("IJIJrang".getBytes(StandardCharsets.US_ASCII));
		block.write(ByteBuffer.allocate(4).putInt(1).array());
		block.write("luts".getBytes(StandardCharsets.US_ASCII));
		block.write(ByteBuffer.allocate(4).putInt(channels.size()).array());
		for (final ShortProcessor channel : channels) {
			block.write(ByteBuffer.allocate(16).putDouble(brightness(channel, 0))
				.putDouble(brightness(channel, WHITE)).array());
		}
		for (int i = 0; i < channels.size(); i++) {
			for (final int share : COLORS[i]) {
				for (int level = 0; level < 256; level++) {
					block.write(share * level);
				}
			}
		}
		return block.toByteArray();
	}

	/** Appends the tags of all pages, last page first: each names the next. */
	private int appendPages(final List<List<int[]>> pages) throws IOException {
		int next = 0;
		for (int i = pages.size() - 1; i >= 0; i--) {
			final List<int[]> entries = pages.get(i);
			final ByteBuffer page = ByteBuffer.allocate(2 + ENTRY_BYTES * entries
				.size() + 4);
			page.putShort((short) entries.size());
			for (final int[] entry : entries) {
				page.putShort((short) entry[0]).putShort((short) entry[1]);
				page.putInt(entry[2]);
				// A short value stands in the first two of the four bytes.
				page.putInt(entry[1] == SHORT ? entry[3] << 16 : entry[3]);
			}
			next = append(page.putInt(next).array());
		}
		return next;
	}

	/** The value under which this share of the pixels lies. */
	private static int brightness(final ShortProcessor channel,
		final double share)
	{
		final int[] values = new int[channel.getPixelCount()];
		for (int i = 0; i < values.length; i++) {
			values[i] = channel.get(i);
		}
		Arrays.sort(values);
		return values[(int) (share * values.length)];
	}

	private static byte[] resolution(final double pixelMicrons) {
		final int million = 1_000_000;
		return ByteBuffer.allocate(8).putInt((int) StrictMath.rint(million /
			pixelMicrons)).putInt(million).array();
	}

	private static byte[] compress(final ShortProcessor channel)
		throws IOException
	{
		final int count = channel.getPixelCount();
		final ByteBuffer bytes = ByteBuffer.allocate(2 * count);
		for (int i = 0; i < count; i++) {
			bytes.putShort((short) channel.get(i));
		}
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
		try (DeflaterOutputStream stream = new DeflaterOutputStream(out,
			deflater))
		{
			stream.write(bytes.array());
		}
		finally {
			deflater.end();
		}
		return out.toByteArray();
	}

	/** @return where in the file the bytes begin; always even, as TIFF asks */
	private int append(final byte[] bytes) throws IOException {
		if (body.size() % 2 == 1) body.write(0);
		final int offset = HEADER_BYTES + body.size();
		body.write(bytes);
		return offset;
	}
}
