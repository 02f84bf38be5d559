
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is by its first bytes, whatever its name says. */
enum FileFormat {

		TIFF, PNG, JPEG, GIF, BMP, PNM, DICOM, FITS, OTHER;

	private static final int HEAD = 132;
	private static final int DICOM_MARK = 128;

	/**
	 * @throws IOException if the file is empty or cannot be read
	 */
	static FileFormat of(final Path file) throws IOException {
		final byte[] head;
		try (InputStream in = Files.newInputStream(file)) {
			head = in.readNBytes(HEAD);
		}
		if (head.length == 0) throw new IOException(
			"The file is empty (zero bytes).");
		return of(new String(head, StandardCharsets.ISO_8859_1));
	}

	/** @return whether Java reads it without ImageJ */
	boolean isDecodedByJava() {
		return this == PNG || this == JPEG || this == GIF || this == BMP;
	}

	private static FileFormat of(final String head) {
		if (head.startsWith("II*\0") || head.startsWith("MM\0*")) return TIFF;
		if (head.startsWith("\u0089PNG")) return PNG;
		if (head.startsWith("\u00ff\u00d8\u00ff")) return JPEG;
		if (head.startsWith("GIF8")) return GIF;
		if (head.startsWith("BM")) return BMP;
		if (head.matches("(?s)P[1-6]\\s.*")) return PNM;
		if (head.startsWith("DICM", DICOM_MARK)) return DICOM;
		if (head.startsWith("SIMPLE  =")) return FITS;
		return OTHER;
	}
}
