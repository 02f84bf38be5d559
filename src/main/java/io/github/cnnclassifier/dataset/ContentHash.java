
package io.github.cnnclassifier.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.storage.Sha256;

/** Fingerprints of images and data sets that do not depend on file formats. */
final class ContentHash {

	private static final int HEX_DIGITS = 16;

	private ContentHash() {}

	/** @return 16 hex digits over size, channels and values */
	static String of(final SampleImage image) {
		final MessageDigest digest = Sha256.digest();
		final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);
		buffer.putInt(image.width()).putInt(image.height()).putInt(image
			.channels());
		final Pixels pixels = image.pixels();
		for (int i = 0; i < pixels.size(); i++) {
			if (buffer.remaining() < Float.BYTES) drain(buffer, digest);
			// adding zero makes -0 and 0, which are equal, the same bits
			buffer.putFloat(pixels.get(i) + 0f);
		}
		drain(buffer, digest);
		return Sha256.hex(digest).substring(0, HEX_DIGITS);
	}

	/** @return 64 hex digits over lines of text, whatever their order */
	static String ofLines(final List<String> lines) {
		final MessageDigest digest = Sha256.digest();
		lines.stream().sorted().forEach(line -> digest.update((line + "\n")
			.getBytes(StandardCharsets.UTF_8)));
		return Sha256.hex(digest);
	}

	private static void drain(final ByteBuffer buffer,
		final MessageDigest digest)
	{
		digest.update(buffer.flip());
		buffer.clear();
	}
}
