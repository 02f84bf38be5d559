
package io.github.cnnclassifier.imagej.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import ij.io.FileInfo;

/**
 * Arranges the unpacked pixels of a page so that ImageJ reads them right: one
 * channel behind the other, in bits that it knows.
 */
final class TiffPixels {

	private static final int BYTE_MAX = 255;

	private final TiffPage page;
	private final ByteBuffer stored;

	private TiffPixels(final TiffPage page, final ByteBuffer stored) {
		this.page = page;
		this.stored = stored;
	}

	/**
	 * @param stored what {@link TiffStrips} gives
	 * @param order of bytes, of the result too
	 * @return {@link TiffPage#channels()} planes, each of {@link #type}; of a
	 *         color image its pixels as they are stored
	 */
	static byte[] arrange(final TiffPage page, final byte[] stored,
		final ByteOrder order)
	{
		final TiffPixels pixels = new TiffPixels(page, ByteBuffer.wrap(stored)
			.order(order));
		if (page.bits() % Byte.SIZE != 0 && page.bits() > 1) return pixels
			.widened();
		return page.samples() > 1 && page.isGray() && !page.isPlanar() ? pixels
			.separated() : stored;
	}

	/** @return as what ImageJ reads what {@link #arrange} gives */
	static int type(final TiffPage page) {
		return switch (page.bits()) {
			case 10, 12 -> FileInfo.GRAY16_UNSIGNED;
			default -> page.fileType();
		};
	}

	private byte[] separated() {
		final int size = page.bits() / Byte.SIZE;
		final int samples = page.samples();
		final int plane = page.width() * page.height();
		final byte[] planes = new byte[page.channels() * plane * size];
		int to = 0;
		for (int c = 0; c < page.channels(); c++) {
			for (int i = 0; i < plane; i++) {
				for (int b = 0; b < size; b++) {
					planes[to++] = stored.get((i * samples + c) * size + b);
				}
			}
		}
		return planes;
	}

	/**
	 * 2 and 4 bits are spread over 0 to 255, as 1 bit is in ImageJ; values of
	 * more than 8 bits stay as they are.
	 */
	private byte[] widened() {
		final int bits = page.bits();
		final boolean small = bits < Byte.SIZE;
		final int spread = small ? BYTE_MAX / ((1 << bits) - 1) : 1;
		final ByteBuffer wide = ByteBuffer.allocate(page.width() * page.height() *
			(small ? 1 : Short.BYTES)).order(stored.order());
		for (int y = 0; y < page.height(); y++) {
			long bit = y * page.rowBytes() * Byte.SIZE;
			for (int x = 0; x < page.width(); x++) {
				final int value = value(bit, bits) * spread;
				bit += bits;
				if (small) wide.put((byte) value);
				else wide.putShort((short) value);
			}
		}
		return wide.array();
	}

	private int value(final long bit, final int bits) {
		int value = 0;
		for (long i = bit; i < bit + bits; i++) {
			value = value << 1 | stored.get((int) (i >> 3)) >> 7 - (int) (i & 7) & 1;
		}
		return value;
	}
}
