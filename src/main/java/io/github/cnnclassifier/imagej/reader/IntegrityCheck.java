
package io.github.cnnclassifier.imagej.reader;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;

import ij.io.FileInfo;
import ij.io.TiffDecoder;

/**
 * Finds damaged files before ImageJ's readers meet them: those show dialogs,
 * abort a running macro, or fill what is missing with black.
 */
final class IntegrityCheck {

	static final String CUT_SHORT = "The file is damaged or cut short: ";
	private static final int FITS_BLOCK = 2880;

	private IntegrityCheck() {}

	/**
	 * @param stacks whether more than one plane is allowed
	 * @throws IOException with a reason for the user, if the file is damaged, or
	 *           is clearly more than one plane and must not be
	 */
	static void check(final Path file, final FileFormat format,
		final boolean stacks) throws IOException
	{
		switch (format) {
			case TIFF -> checkTiff(file, stacks);
			case PNM -> checkPnm(file);
			case FITS -> {
				if (Files.size(file) % FITS_BLOCK != 0) throw new IOException(
					CUT_SHORT + "a FITS file has whole blocks of " + FITS_BLOCK +
						" bytes.");
			}
			default -> {
				// others are checked while they are read
			}
		}
	}

	private static void checkTiff(final Path file, final boolean stacks)
		throws IOException
	{
		final File absolute = file.toAbsolutePath().toFile();
		final FileInfo[] planes;
		try {
			planes = new TiffDecoder(absolute.getParent() + File.separator, absolute
				.getName()).getTiffInfo();
		}
		catch (final IOException | RuntimeException e) {
			throw new IOException("The TIFF file cannot be understood: " + reason(e),
				e);
		}
		if (planes == null) throw new IOException(CUT_SHORT +
			"no image in the TIFF file.");
		final int count = Math.max(planes.length, planes[0].nImages);
		final String description = planes[0].description;
		if (!stacks && count > 1 && (description == null || !description.contains(
			"channels="))) throw new IOException(stackOf(count));
		final long length = Files.size(file);
		for (final FileInfo plane : planes) {
			checkStrips(plane, length);
		}
	}

	private static void checkStrips(final FileInfo plane, final long length)
		throws IOException
	{
		if (plane.width < 1 || plane.height < 1) throw new IOException(
			"The TIFF file says that its image is " + plane.width + " x " +
				plane.height + " pixels.");
		final boolean compressed = plane.compression > FileInfo.COMPRESSION_NONE;
		final int strips = plane.stripOffsets == null ? 0
			: plane.stripOffsets.length;
		long present = 0;
		for (int i = 0; i < strips; i++) {
			final long offset = plane.stripOffsets[i] & 0xffffffffL;
			final long size = plane.stripLengths[i] & 0xffffffffL;
			if (compressed && offset + size > length) throw new IOException(
				CUT_SHORT + "it has " + length + " bytes, its pixels end at " +
					(offset + size) + ".");
			present += Math.max(0, Math.min(size, length - offset));
		}
		if (compressed) return;
		// ImageJ and many others write one strip and then further planes
		if (strips <= 1) present = length - plane.getOffset();
		final long expected = bytesOf(plane) * plane.nImages;
		if (present < expected) throw new IOException(CUT_SHORT + "expected " +
			expected + " bytes of pixels, found " + Math.max(0, present) + ".");
	}

	private static long bytesOf(final FileInfo plane) {
		final long pixels = (long) plane.width * plane.height;
		return switch (plane.fileType) {
			case FileInfo.BITMAP -> (plane.width + 7L) / 8 * plane.height;
			case FileInfo.GRAY12_UNSIGNED -> pixels * 3 / 2;
			case FileInfo.GRAY10_UNSIGNED -> pixels * 5 / 4;
			case FileInfo.GRAY24_UNSIGNED -> pixels * 3;
			default -> pixels * plane.getBytesPerPixel();
		};
	}

	static String reason(final Exception e) {
		return e.getMessage() == null ? "unexpected end." : e.getMessage();
	}

	private static void checkPnm(final Path file) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		final PnmHeader header = PnmHeader.of(bytes);
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
		try (Scanner words = new Scanner(text.replaceAll("#[^\\n]*", ""))) {
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
