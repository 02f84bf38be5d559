
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.plugin.DICOM;
import io.github.cnnclassifier.failure.UserFailure;

/** What the head of a DICOM file claims, as ImageJ reads it. */
final class DicomHead {

	private static final String ROWS = "0028,0010";
	private static final String COLUMNS = "0028,0011";
	private static final String FRAMES = "0028,0008";
	private static final String SAMPLES = "0028,0002";
	private static final String BITS = "0028,0100";
	private static final Pattern COMPRESSED = Pattern.compile(
		"(?m)^0002,0010.*1\\.2\\.840\\.10008\\.1\\.2\\.[45]");

	private final String info;

	private DicomHead(final String info) {
		this.info = info;
	}

	/**
	 * Compares what a file claims with what it is, before ImageJ reads its
	 * pixels.
	 *
	 * @param file begins as a DICOM file does
	 * @throws UserFailure if the image is too large for the memory
	 * @throws IOException with a reason for the user, if it is damaged or
	 *           compressed
	 */
	static void check(final Path file) throws IOException {
		final String info = new DICOM().getInfo(file.toAbsolutePath().toString());
		if (info == null) throw new IOException(
			"ImageJ cannot read the DICOM file; it may be damaged.");
		if (COMPRESSED.matcher(info).find()) throw new IOException(
			"It is a compressed DICOM file, which ImageJ does not open. Save it " +
				"uncompressed, or as TIFF.");
		final DicomHead head = new DicomHead(info);
		final long width = head.number(COLUMNS);
		final long height = head.number(ROWS);
		final long frames = Math.max(1, head.number(FRAMES));
		final long bytes = Math.max(1, head.number(SAMPLES)) * Math.max(1, head
			.number(BITS) / 8);
		// as floating-point numbers: none of these products can overflow
		final double expected = (double) width * height * frames * bytes;
		if (width < 1 || height < 1 || expected > Files.size(file))
			throw new IOException(IntegrityCheck.CUT_SHORT + "it says that it has " +
				frames + " x " + width + " x " + height + " pixels of " + bytes +
				" bytes, and it has " + Files.size(file) + " bytes.");
		ClaimedSize.requireRoom(width, height, frames * (bytes + 4) + bytes);
	}

	private long number(final String tag) {
		final Matcher found = Pattern.compile("(?m)^" + tag +
			"[^:\\n]*:\\s*(\\d{1,9})\\s*$").matcher(info);
		return found.find() ? Long.parseLong(found.group(1)) : 0;
	}
}
