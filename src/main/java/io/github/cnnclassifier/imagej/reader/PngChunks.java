
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Tells by its checksums whether a PNG file is whole. Decoding it would tell as
 * well, but then every image were decoded twice.
 */
final class PngChunks {

	private static final int SIGNATURE = 8;
	/** Length and type before the data, checksum after it. */
	private static final int FRAME = 12;
	private static final int END = 'I' << 24 | 'E' << 16 | 'N' << 8 | 'D';

	private PngChunks() {}

	/**
	 * @param file its bytes, which begin as those of a PNG do
	 * @throws IOException with a reason for the user, if it is damaged or cut
	 *           short
	 */
	static void check(final byte[] file) throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap(file);
		int start = SIGNATURE;
		int type = 0;
		while (type != END) {
			final int rest = bytes.capacity() - start - FRAME;
			final int length = rest < 0 ? -1 : bytes.getInt(start);
			if (length < 0 || length > rest) throw new IOException(
				IntegrityCheck.CUT_SHORT + "its end is missing.");
			type = bytes.getInt(start + 4);
			final CRC32 sum = new CRC32();
			sum.update(file, start + 4, 4 + length);
			if ((int) sum.getValue() != bytes.getInt(start + 8 + length))
				throw new IOException("The file is damaged: a checksum is wrong.");
			start += FRAME + length;
		}
	}
}
