
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a PBM, PGM or PPM file.
 *
 * @param kind 1 to 6, the digit after the P
 * @param width in pixels
 * @param height in pixels
 * @param max the highest value
 * @param length of the header in bytes
 */
record PnmHeader(int kind, int width, int height, int max, int length) {

	private static final String GAP = "\\s+(?:#[^\\n]*\\n\\s*)*";
	private static final String NUMBER = GAP + "(\\d{1,6})";
	private static final Pattern BITMAP = Pattern.compile("P([14])" + NUMBER +
		NUMBER + "\\s");
	private static final Pattern VALUES = Pattern.compile("P([2356])" + NUMBER +
		NUMBER + NUMBER + "\\s");
	private static final int LONGEST = 1 << 16;

	/** @throws IOException if this is no such header */
	static PnmHeader of(final byte[] file) throws IOException {
		final String head = new String(file, 0, Math.min(file.length, LONGEST),
			StandardCharsets.ISO_8859_1);
		final Matcher values = VALUES.matcher(head);
		if (values.lookingAt()) return of(values, number(values, 4));
		final Matcher bitmap = BITMAP.matcher(head);
		if (bitmap.lookingAt()) return of(bitmap, 1);
		throw new IOException("The header of the PBM, PGM or PPM file is damaged.");
	}

	private static PnmHeader of(final Matcher found, final int max) {
		return new PnmHeader(number(found, 1), number(found, 2), number(found, 3),
			max, found.end());
	}

	private static int number(final Matcher found, final int group) {
		return Integer.parseInt(found.group(group));
	}

	boolean ascii() {
		return kind <= 3;
	}

	long samples() {
		return (long) width * height * (kind == 3 || kind == 6 ? 3 : 1);
	}

	long bytes() {
		if (kind == 4) return (width + 7L) / 8 * height;
		return samples() * (max > 255 ? 2 : 1);
	}
}
