
package io.github.cnnclassifier.imagej.reader;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/** Small TIFF files, page by page, right or wrong as a test wants them. */
public final class TinyTiff {

	static final int DEFLATE = 8;
	static final int LZW = 5;
	static final int PACK_BITS = 32773;

	private static final int ASCII = 2;
	private static final int SHORT = 3;
	private static final int LONG = 4;
	private static final int MOST_SHORT = 0xffff;

	private final ByteOrder order;
	private final ByteArrayOutputStream file = new ByteArrayOutputStream();
	private long firstDirectory;
	private int lastNext = -1;

	private TinyTiff(final ByteOrder order) {
		this.order = order;
		file.writeBytes(bytes(8).put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {
			'I', 'I' } : new byte[] { 'M', 'M' }).putShort((short) 42).array());
	}

	/** One page; gray and uncompressed if nothing else is said. */
	public static final class Page {

		private final Map<Integer, long[]> entries = new TreeMap<>();
		private final Map<Integer, String> texts = new TreeMap<>();
		private final List<byte[]> strips = new ArrayList<>();

		public Page(final int width, final int height, final int bits) {
			with(TiffTag.WIDTH, width).with(TiffTag.HEIGHT, height).with(
				TiffTag.BITS_PER_SAMPLE, bits).with(TiffTag.COMPRESSION, 1).with(
					TiffTag.PHOTOMETRIC, 1);
		}

		public Page with(final int tag, final long... values) {
			entries.put(tag, values);
			return this;
		}

		public Page with(final int tag, final String text) {
			texts.put(tag, text);
			return this;
		}

		/** As they are stored, one behind the other. */
		public Page strips(final byte[]... stored) {
			strips.addAll(List.of(stored));
			return this;
		}
	}

	static byte[] file(final ByteOrder order, final Page... pages) {
		final TinyTiff tiff = new TinyTiff(order);
		for (final Page page : pages) {
			tiff.append(page);
		}
		final ByteBuffer bytes = ByteBuffer.wrap(tiff.file.toByteArray()).order(
			order);
		bytes.putInt(4, (int) tiff.firstDirectory);
		for (final int[] link : tiff.links) {
			bytes.putInt(link[0], link[1]);
		}
		return bytes.array();
	}

	public static byte[] file(final Page... pages) {
		return file(ByteOrder.LITTLE_ENDIAN, pages);
	}

	private final List<int[]> links = new ArrayList<>();

	private void append(final Page page) {
		final Map<Integer, long[]> entries = new TreeMap<>(page.entries);
		final long[] offsets = new long[page.strips.size()];
		final long[] lengths = new long[offsets.length];
		for (int i = 0; i < offsets.length; i++) {
			offsets[i] = file.size();
			lengths[i] = page.strips.get(i).length;
			file.writeBytes(page.strips.get(i));
		}
		entries.putIfAbsent(TiffTag.STRIP_OFFSETS, offsets);
		entries.putIfAbsent(TiffTag.STRIP_BYTE_COUNTS, lengths);
		final TreeMap<Integer, byte[]> written = new TreeMap<>();
		entries.forEach((tag, values) -> written.put(tag, entry(tag, values)));
		page.texts.forEach((tag, text) -> written.put(tag, text(tag, text)));
		final int start = file.size();
		if (lastNext < 0) firstDirectory = start;
		else links.add(new int[] { lastNext, start });
		file.writeBytes(bytes(2).putShort((short) written.size()).array());
		written.values().forEach(file::writeBytes);
		lastNext = file.size();
		file.writeBytes(new byte[4]);
	}

	private byte[] entry(final int tag, final long[] values) {
		boolean small = tag != TiffTag.STRIP_OFFSETS;
		for (final long value : values) {
			small &= value <= MOST_SHORT;
		}
		final ByteBuffer data = bytes(values.length * (small ? 2 : 4));
		for (final long value : values) {
			if (small) data.putShort((short) value);
			else data.putInt((int) value);
		}
		return entry(tag, small ? SHORT : LONG, values.length, data.array());
	}

	private byte[] text(final int tag, final String text) {
		final byte[] data = (text + "\0").getBytes(StandardCharsets.UTF_8);
		return entry(tag, ASCII, data.length, data);
	}

	private byte[] entry(final int tag, final int type, final int count,
		final byte[] data)
	{
		final ByteBuffer entry = bytes(12).putShort((short) tag).putShort(
			(short) type).putInt(count);
		if (data.length <= 4) return entry.put(data).array();
		entry.putInt(file.size());
		file.writeBytes(data);
		return entry.array();
	}

	private ByteBuffer bytes(final int count) {
		return ByteBuffer.allocate(count).order(order);
	}

	static byte[] deflated(final byte[] pixels) {
		final Deflater deflater = new Deflater();
		deflater.setInput(pixels);
		deflater.finish();
		final byte[] packed = new byte[2 * pixels.length + 100];
		final int size = deflater.deflate(packed);
		deflater.end();
		return java.util.Arrays.copyOf(packed, size);
	}

	/** Runs of two and more become two bytes, all else is copied. */
	static byte[] packedBits(final byte[] pixels) {
		final ByteArrayOutputStream packed = new ByteArrayOutputStream();
		int i = 0;
		while (i < pixels.length) {
			int run = 1;
			while (i + run < pixels.length && run < 128 && pixels[i +
				run] == pixels[i])
				run++;
			packed.write(run == 1 ? 0 : 1 - run);
			packed.write(pixels[i]);
			i += run;
		}
		return packed.toByteArray();
	}

	/** The algorithm of the TIFF 6.0 specification, section 13, with a map. */
	static byte[] lzw(final byte[] pixels) {
		final BitOutput out = new BitOutput();
		final Map<String, Integer> table = new java.util.HashMap<>();
		out.write(256, 9);
		int next = clear(table);
		String prefix = "";
		for (final byte pixel : pixels) {
			final String longer = prefix + (char) (pixel & 0xff);
			if (table.containsKey(longer)) {
				prefix = longer;
				continue;
			}
			out.write(table.get(prefix), width(next));
			table.put(longer, next++);
			if (next == 4095) {
				out.write(256, 12);
				next = clear(table);
			}
			prefix = longer.substring(longer.length() - 1);
		}
		out.write(table.get(prefix), width(next++));
		out.write(257, width(next));
		return out.finish();
	}

	private static int clear(final Map<String, Integer> table) {
		table.clear();
		for (int i = 0; i < 256; i++) {
			table.put(String.valueOf((char) i), i);
		}
		return 258;
	}

	/** The code that is written next may be one below the next one. */
	private static int width(final int next) {
		return next <= 511 ? 9 : next <= 1023 ? 10 : next <= 2047 ? 11 : 12;
	}

	private static final class BitOutput {

		private final StringBuilder bits = new StringBuilder();

		void write(final int code, final int width) {
			for (int i = width - 1; i >= 0; i--) {
				bits.append(code >> i & 1);
			}
		}

		byte[] finish() {
			while (bits.length() % 8 != 0)
				bits.append('0');
			final byte[] bytes = new byte[bits.length() / 8];
			for (int i = 0; i < bytes.length; i++) {
				bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
			}
			return bytes;
		}
	}
}
