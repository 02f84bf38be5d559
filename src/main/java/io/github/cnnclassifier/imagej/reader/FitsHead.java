
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * The sizes in the head of a FITS file: blocks of cards, 80 characters each.
 *
 * @param cards numbers by keyword
 * @param length of the head in bytes
 */
record FitsHead(Map<String, Long> cards, long length) {

	private static final int BLOCK = 2880;
	private static final int CARD = 80;
	private static final int KEYWORD = 8;
	/** More than any telescope writes. */
	private static final int MOST_BLOCKS = 1000;

	/**
	 * Compares what a file claims with what it is, before ImageJ reads it.
	 *
	 * @param file begins as a FITS file does
	 * @throws UserFailure if the image is too large for the memory
	 * @throws IOException with a reason for the user, if it is damaged
	 */
	static void check(final Path file) throws IOException {
		final long found = Files.size(file);
		if (found % BLOCK != 0) throw new IOException(IntegrityCheck.CUT_SHORT +
			"a FITS file has whole blocks of " + BLOCK + " bytes.");
		final FitsHead head = of(file);
		final long axes = head.number("NAXIS");
		final long width = axes < 1 ? 0 : head.number("NAXIS1");
		final long height = axes < 2 ? 1 : head.number("NAXIS2");
		final long planes = axes < 3 ? 1 : Math.max(1, head.number("NAXIS3"));
		final long bytes = Math.abs(head.number("BITPIX")) / 8;
		// as floating-point numbers: none of these products can overflow
		final double expected = (double) width * height * planes * bytes;
		if (width < 1 || height < 1) throw new IOException(
			"The FITS file has no image in its first part, where ImageJ looks for " +
				"it. Save the image alone, or as TIFF.");
		if (head.length() + expected > found) throw new IOException(
			IntegrityCheck.CUT_SHORT + "it says that its image " + "is " + width +
				" x " + height + " pixels of " + bytes + " bytes, and " + "it has " +
				found + " bytes.");
		ClaimedSize.requireRoom(width, height, planes * (bytes + 2 * Float.BYTES));
	}

	private static FitsHead of(final Path file) throws IOException {
		final Map<String, Long> cards = new HashMap<>();
		try (InputStream in = Files.newInputStream(file)) {
			for (int block = 1; block <= MOST_BLOCKS; block++) {
				final byte[] bytes = in.readNBytes(BLOCK);
				final String text = new String(bytes, StandardCharsets.ISO_8859_1);
				for (int at = 0; at + CARD <= text.length(); at += CARD) {
					final String card = text.substring(at, at + CARD);
					if (card.startsWith("END     ")) return new FitsHead(cards,
						(long) block * BLOCK);
					put(cards, card);
				}
				if (bytes.length < BLOCK) break;
			}
		}
		throw new IOException(IntegrityCheck.CUT_SHORT +
			"the head of the FITS file has no end.");
	}

	private static void put(final Map<String, Long> cards, final String card) {
		final String value = card.substring(KEYWORD + 1).split("/", 2)[0].strip();
		if (card.charAt(KEYWORD) == '=' && value.matches("-?\\d{1,9}")) cards
			.putIfAbsent(card.substring(0, KEYWORD).strip(), Long.valueOf(value));
	}

	private long number(final String keyword) {
		return cards.getOrDefault(keyword, 0L);
	}
}
