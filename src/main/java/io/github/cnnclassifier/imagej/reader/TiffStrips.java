
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks the strips of a page. Each must give all of its pixels, or the page
 * is damaged: nothing that is missing becomes black.
 */
final class TiffStrips {

	private static final int LZW = 5;
	private static final int DEFLATE = 8;
	private static final int DEFLATE_BEFORE = 32946;
	private static final int PACK_BITS = 32773;
	private static final int NOTHING = -128;

	private final TiffPage page;

	private TiffStrips(final TiffPage page) {
		this.page = page;
	}

	/** @return whether a compression is unpacked here */
	static boolean isKnown(final int compression) {
		return compression == LZW || compression == DEFLATE ||
			compression == DEFLATE_BEFORE || compression == PACK_BITS;
	}

	/**
	 * @param page of the file, checked
	 * @param order of bytes in the file
	 * @return all pixels as they are stored, strip after strip without a gap
	 * @throws IOException with a reason for the user, if the strips do not give
	 *           them
	 */
	static byte[] unpack(final Path file, final TiffPage page,
		final ByteOrder order) throws IOException
	{
		final byte[] pixels = new byte[Math.toIntExact(page.bytes())];
		final TiffStrips strips = new TiffStrips(page);
		try (FileChannel channel = FileChannel.open(file)) {
			int at = 0;
			for (int strip = 0; strip < page.strips(); strip++) {
				final int size = (int) page.stripBytes(strip);
				strips.unpack(strips.packed(channel, strip), ByteBuffer.wrap(pixels, at,
					size).slice().order(order), strip);
				at += size;
			}
		}
		return pixels;
	}

	private byte[] packed(final FileChannel channel, final int strip)
		throws IOException
	{
		final ByteBuffer packed = ByteBuffer.allocate(Math.toIntExact(page
			.packedBytes(strip)));
		while (packed.hasRemaining() && channel.read(packed, page.stripOffset(
			strip) + packed.position()) >= 0);
		if (packed.hasRemaining()) throw damaged(strip, packed.position(), packed
			.capacity());
		if (page.isReversed()) for (int i = 0; i < packed.capacity(); i++) {
			packed.put(i, (byte) (Integer.reverse(packed.get(i)) >>> 24));
		}
		return packed.array();
	}

	private void unpack(final byte[] packed, final ByteBuffer pixels,
		final int strip) throws IOException
	{
		switch (page.compression()) {
			case LZW -> TiffLzw.unpack(packed, pixels);
			case DEFLATE, DEFLATE_BEFORE -> inflate(packed, pixels);
			case PACK_BITS -> unpackBits(packed, pixels);
			default -> pixels.put(packed);
		}
		if (pixels.hasRemaining()) throw damaged(strip, pixels.position(), pixels
			.capacity());
		if (page.predictor() == 2) addDifferences(pixels);
	}

	private IOException damaged(final int strip, final int found,
		final int expected)
	{
		return TiffChain.damaged("strip " + (strip + 1) + " of page " + page
			.number() + " has " + found + " of " + expected + " bytes of pixels.");
	}

	private void inflate(final byte[] packed, final ByteBuffer pixels)
		throws IOException
	{
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(packed);
			while (pixels.hasRemaining() && inflater.inflate(pixels) > 0);
			if (!pixels.hasRemaining()) readChecksum(inflater);
		}
		catch (final DataFormatException e) {
			throw TiffChain.damaged("the Deflate compression of page " + page
				.number() + " is not valid (" + e.getMessage() + ").");
		}
		finally {
			inflater.end();
		}
	}

	/**
	 * It stands at the end; before it there may be what fills a last strip up.
	 * Its comparison alone finds pixels that are wrong.
	 */
	private void readChecksum(final Inflater inflater)
		throws DataFormatException
	{
		long rest = page.rowsPerStrip() * page.rowBytes();
		final byte[] filling = new byte[1 << 10];
		int more = 1;
		while (rest >= 0 && more > 0) {
			more = inflater.inflate(filling);
			rest -= more;
		}
		if (!inflater.finished()) throw new DataFormatException("no end");
	}

	private static void unpackBits(final byte[] packed, final ByteBuffer pixels) {
		int at = 0;
		while (pixels.hasRemaining() && at < packed.length) {
			final int code = packed[at++];
			if (code >= 0) {
				final int count = Math.min(Math.min(code + 1, pixels.remaining()),
					packed.length - at);
				pixels.put(packed, at, count);
				at += count;
			}
			else if (code != NOTHING && at < packed.length) {
				final byte value = packed[at++];
				for (int i = Math.min(1 - code, pixels.remaining()); i > 0; i--) {
					pixels.put(value);
				}
			}
		}
	}

	/** Each value is stored as its difference from the one left of it. */
	private void addDifferences(final ByteBuffer pixels) {
		final int size = page.bits() / Byte.SIZE;
		final int pixel = size * (page.isPlanar() ? 1 : page.samples());
		final int row = (int) page.rowBytes();
		for (int start = 0; start < pixels.capacity(); start += row) {
			for (int i = start + pixel; i < start + row; i += size) {
				switch (size) {
					case 1 -> pixels.put(i, (byte) (pixels.get(i) + pixels.get(i -
						pixel)));
					case Short.BYTES -> pixels.putShort(i, (short) (pixels.getShort(i) +
						pixels.getShort(i - pixel)));
					case Integer.BYTES -> pixels.putInt(i, pixels.getInt(i) + pixels
						.getInt(i - pixel));
					default -> pixels.putLong(i, pixels.getLong(i) + pixels.getLong(i -
						pixel));
				}
			}
		}
	}
}
