
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The LZW compression of TIFF files: codes of 9 to 12 bits, the highest bit
 * first; the code becomes longer one code earlier than it must.
 */
final class TiffLzw {

	private static final int CLEAR = 256;
	private static final int END = 257;
	private static final int FIRST = 258;
	private static final int MOST = 4096;
	private static final int SHORTEST = 9;

	private final byte[] packed;
	private final ByteBuffer pixels;
	private final int[] before = new int[MOST];
	private final byte[] first = new byte[MOST];
	private final byte[] last = new byte[MOST];
	private final int[] length = new int[MOST];
	private int position;
	/** Bits that were taken from the strip; the last ones wait to be read. */
	private int buffer;
	private int waiting;

	private TiffLzw(final byte[] packed, final ByteBuffer pixels) {
		this.packed = packed;
		this.pixels = pixels;
		for (int i = 0; i < CLEAR; i++) {
			first[i] = (byte) i;
			last[i] = (byte) i;
			length[i] = 1;
		}
	}

	/**
	 * @param packed a strip
	 * @param pixels filled as far as the strip reaches
	 * @throws IOException if the strip is no such compression
	 */
	static void unpack(final byte[] packed, final ByteBuffer pixels)
		throws IOException
	{
		if (packed.length > 1 && packed[0] == 0 && (packed[1] & 1) != 0)
			throw new UnsupportedTiff("LZW compression of the kind before TIFF 6");
		new TiffLzw(packed, pixels).unpack();
	}

	private void unpack() throws IOException {
		int next = FIRST;
		int old = -1;
		while (pixels.hasRemaining()) {
			final int code = read(bits(next));
			if (code < 0 || code == END) return;
			if (code == CLEAR) {
				next = FIRST;
				old = -1;
				continue;
			}
			if (old < 0 ? code > CLEAR : code > next || code >= MOST) throw TiffChain
				.damaged("its LZW compression is not valid.");
			if (old >= 0 && next < MOST) {
				before[next] = old;
				length[next] = length[old] + 1;
				first[next] = first[old];
				last[next] = first[code];
				next++;
			}
			put(code);
			old = code;
		}
	}

	private static int bits(final int next) {
		if (next < 511) return SHORTEST;
		return next < 1023 ? 10 : next < 2047 ? 11 : 12;
	}

	private void put(final int code) {
		final int start = pixels.position();
		final int end = Math.min(start + length[code], pixels.limit());
		int at = code;
		for (int i = start + length[code] - 1; i >= start; i--) {
			if (i < end) pixels.put(i, last[at]);
			at = before[at];
		}
		pixels.position(end);
	}

	/** @return -1 if the strip is at its end */
	private int read(final int bits) {
		while (waiting < bits) {
			if (position == packed.length) return -1;
			buffer = buffer << Byte.SIZE | packed[position++] & 0xff;
			waiting += Byte.SIZE;
		}
		waiting -= bits;
		return buffer >>> waiting & (1 << bits) - 1;
	}
}
