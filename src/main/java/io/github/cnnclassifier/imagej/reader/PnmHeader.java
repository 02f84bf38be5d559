
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.github.cnnclassifier.failure.UserFailure;

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

	private static final int MOST_DIGITS = 6;

	/** @throws IOException if this is no such header */
	static PnmHeader of(final byte[] file) throws IOException {
		final int kind = file.length > 1 && file[0] == 'P' ? file[1] - '0' : 0;
		if (kind < 1 || kind > 6) throw damaged();
		final int[] numbers = { 0, 0, 1 };
		final int count = kind == 1 || kind == 4 ? 2 : 3;
		int at = 2;
		for (int i = 0; i < count; i++) {
			at = endOfGap(file, at);
			final int end = endOfNumber(file, at);
			numbers[i] = Integer.parseInt(new String(file, at, end - at,
				StandardCharsets.US_ASCII));
			at = end;
		}
		if (!isBlank(file, at)) throw damaged();
		return new PnmHeader(kind, numbers[0], numbers[1], numbers[2], at + 1);
	}

	/** A blank and then any number of blanks and of comments up to a new line. */
	private static int endOfGap(final byte[] file, final int from)
		throws IOException
	{
		if (!isBlank(file, from)) throw damaged();
		int at = from;
		boolean comment = false;
		while (at < file.length && (comment || isBlank(file, at) ||
			file[at] == '#'))
		{
			comment = comment ? file[at] != '\n' : file[at] == '#';
			at++;
		}
		return at;
	}

	private static int endOfNumber(final byte[] file, final int from)
		throws IOException
	{
		int at = from;
		while (at < file.length && file[at] >= '0' && file[at] <= '9') {
			at++;
		}
		if (at == from || at - from > MOST_DIGITS) throw damaged();
		return at;
	}

	private static boolean isBlank(final byte[] file, final int at) {
		return at < file.length && (file[at] == ' ' || file[at] >= '\t' &&
			file[at] <= '\r');
	}

	private static IOException damaged() {
		return new IOException(
			"The header of the PBM, PGM or PPM file is damaged.");
	}

	/** @return whether pixels are black or white, one bit each */
	boolean isBitmap() {
		return kind == 1 || kind == 4;
	}

	/** @throws UserFailure if the image is too large */
	void requireRoom() {
		final int stored = max > 255 ? 2 : 1;
		ClaimedSize.requireRoom(width, height, samples() == (long) width * height
			? 3 * stored : 4 + 6 * stored);
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
