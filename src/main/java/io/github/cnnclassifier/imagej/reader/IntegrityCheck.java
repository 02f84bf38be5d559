
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Scanner;

/**
 * Finds damaged files before ImageJ's readers meet them: those show dialogs,
 * abort a running macro, or fill what is missing with black.
 */
final class IntegrityCheck {

	static final String CUT_SHORT = "The file is damaged or cut short: ";

	private IntegrityCheck() {}

	/**
	 * @throws IOException with a reason for the user, if the file is damaged
	 */
	static void check(final Path file, final FileFormat format)
		throws IOException
	{
		switch (format) {
			case FITS -> FitsHead.check(file);
			case DICOM -> DicomHead.check(file);
			default -> {
				// others are checked while they are read
			}
		}
	}

	static String reason(final Exception e) {
		return e.getMessage() == null ? "unexpected end." : e.getMessage();
	}

	/**
	 * @param bytes of a PGM or PPM file
	 * @param header of it
	 * @throws IOException with a reason for the user, if there are not as many
	 *           values as the header says
	 */
	static void checkPnm(final byte[] bytes, final PnmHeader header)
		throws IOException
	{
		final long found = header.ascii() ? numbersIn(bytes, header.length())
			: bytes.length - header.length();
		final long expected = header.ascii() ? header.samples() : header.bytes();
		if (found < expected) throw new IOException(CUT_SHORT + "expected " +
			expected + (header.ascii() ? " numbers" : " bytes of pixels") +
			", found " + found + ".");
		if (header.ascii() && found > expected) throw new IOException(
			"The file is damaged: expected " + expected + " numbers, found " + found +
				".");
	}

	private static long numbersIn(final byte[] bytes, final int from) {
		final String text = new String(bytes, from, bytes.length - from,
			StandardCharsets.ISO_8859_1);
		try (Scanner words = new Scanner(text.replaceAll("#[^\\n]*", "")).useLocale(
			Locale.ROOT))
		{
			return words.tokens().count();
		}
	}

	/** The reason why a stack is refused. */
	static String stackOf(final int count) {
		return "The file is a stack of " + count +
			" slices; expected one plane. Say what becomes of stacks: planes=each, " +
			"middle, maximum, mean or average.";
	}
}
