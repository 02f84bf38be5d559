
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;

import ij.process.ByteProcessor;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * The pixels of a PBM file, black and white. ImageJ's own reader garbles them
 * where the width is no multiple of 8, and does not know digits without space
 * between them.
 */
final class PbmBits {

	private static final byte WHITE = (byte) 255;

	private PbmBits() {}

	/**
	 * @param file its bytes
	 * @param header of a PBM file
	 * @return 0 for black and 255 for white
	 * @throws UserFailure if it is too large for the memory
	 * @throws IOException with a reason for the user, if the file is cut short
	 */
	static ByteProcessor of(final byte[] file, final PnmHeader header)
		throws IOException
	{
		final byte[] pixels = header.ascii() ? digits(file, header) : bits(file,
			header);
		return new ByteProcessor(header.width(), header.height(), pixels);
	}

	/** Each row begins with a byte of its own. */
	private static byte[] bits(final byte[] file, final PnmHeader header)
		throws IOException
	{
		requireAll(file.length - header.length(), header.bytes(), "bytes");
		header.requireRoom();
		final int width = header.width();
		final int rowBytes = (width + 7) / 8;
		final byte[] pixels = new byte[width * header.height()];
		for (int i = 0; i < pixels.length; i++) {
			final int x = i % width;
			final int packed = file[header.length() + i / width * rowBytes + x / 8];
			pixels[i] = (packed >> 7 - x % 8 & 1) == 0 ? WHITE : 0;
		}
		return pixels;
	}

	private static byte[] digits(final byte[] file, final PnmHeader header)
		throws IOException
	{
		requireAll(file.length - header.length(), header.samples(), "bytes");
		header.requireRoom();
		final byte[] pixels = new byte[(int) header.samples()];
		int found = 0;
		boolean comment = false;
		for (int i = header.length(); i < file.length; i++) {
			comment = comment ? file[i] != '\n' : file[i] == '#';
			if (comment || file[i] <= ' ' && file[i] >= 0) continue;
			if (file[i] != '0' && file[i] != '1' || found == pixels.length)
				throw new IOException("The file is damaged: expected " + pixels.length +
					" digits of 0 and 1, found more or others.");
			pixels[found++] = file[i] == '0' ? WHITE : 0;
		}
		requireAll(found, pixels.length, "digits");
		return pixels;
	}

	private static void requireAll(final long found, final long expected,
		final String what) throws IOException
	{
		if (found < expected) throw new IOException(IntegrityCheck.CUT_SHORT +
			"expected " + expected + " " + what + " of pixels, found " + Math.max(0,
				found) + ".");
	}
}
