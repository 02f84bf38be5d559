
package io.github.cnnclassifier.imagej.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a TIFF file says of one of its pages, as numbers and texts by their
 * tags. That all of it lies within the file was seen to when it was read.
 *
 * @param number of the page, from 1
 * @param offset of the directory in the file
 * @param order of bytes in the file
 * @param entries by tag; of a tag that stands twice the last one, as ImageJ
 *          takes it
 */
record TiffDirectory(int number, long offset, ByteOrder order,
		Map<Integer, Entry> entries)
{

	/**
	 * @param type of the values, as TIFF counts types
	 * @param values in the byte order of the file
	 */
	record Entry(int type, ByteBuffer values) {

		/** @return bytes of one value; 1 for a type that TIFF does not know */
		static int sizeOf(final int type) {
			return switch (type) {
				case 3, 8 -> Short.BYTES;
				case 4, 9, 11, 13 -> Integer.BYTES;
				case 5, 10, 12 -> Double.BYTES;
				default -> 1;
			};
		}

		int count() {
			return values.capacity() / sizeOf(type);
		}

		/** @return the value without a sign; of a fraction its numerator */
		long number(final int index) {
			final int size = sizeOf(type);
			final int at = index * size;
			if (size == 1) return values.get(at) & 0xff;
			if (size == Short.BYTES) return values.getShort(at) & 0xffff;
			return values.getInt(at) & 0xffffffffL;
		}
	}

	/**
	 * @return the first value of an entry, or the other number if there is none
	 */
	long number(final int tag, final long otherwise) {
		final Entry entry = entries.get(tag);
		return entry == null || entry.count() == 0 ? otherwise : entry.number(0);
	}

	/** @return the values of an entry; none if there is no such entry */
	long[] numbers(final int tag) {
		final Entry entry = entries.get(tag);
		final long[] numbers = new long[entry == null ? 0 : entry.count()];
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = entry.number(i);
		}
		return numbers;
	}

	/** @return a fraction; 0 if there is none */
	double fraction(final int tag) {
		final Entry entry = entries.get(tag);
		if (entry == null || entry.values().capacity() < Double.BYTES) return 0;
		final double below = entry.values().getInt(Integer.BYTES) & 0xffffffffL;
		return below == 0 ? 0 : entry.number(0) / below;
	}

	/** @return the text of an entry without its closing zeros; may be empty */
	String text(final int tag) {
		final Entry entry = entries.get(tag);
		if (entry == null) return "";
		final byte[] bytes = new byte[entry.values().capacity()];
		entry.values().get(0, bytes);
		return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\0+$", "");
	}
}
