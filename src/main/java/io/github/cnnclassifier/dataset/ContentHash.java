
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
	/** So many values are hashed at a time, which spares memory. */
	private static final int PART = 1 << 12;

	private ContentHash() {}

	/** @return 16 hex digits over size, channels and values */
	static String of(final SampleImage image) {
		final MessageDigest digest = Sha256.digest();
		digest.update(ByteBuffer.allocate(3 * Integer.BYTES).putInt(image.width())
			.putInt(image.height()).putInt(image.channels()).flip());
		final Pixels pixels = image.pixels();
		final float[] values = new float[Math.min(PART, pixels.size())];
		final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
		for (int from = 0; from < pixels.size(); from += values.length) {
			final int count = Math.min(values.length, pixels.size() - from);
			pixels.copyTo(from, count, values);
			for (int i = 0; i < count; i++) {
				// makes -0 and 0, which are equal, the same bits
				values[i] += 0f;
			}
			bytes.asFloatBuffer().put(values, 0, count);
			digest.update(bytes.array(), 0, Float.BYTES * count);
		}
		return Sha256.hex(digest).substring(0, HEX_DIGITS);
	}

	/** @return 64 hex digits over lines of text, whatever their order */
	static String ofLines(final List<String> lines) {
		final MessageDigest digest = Sha256.digest();
		lines.stream().sorted().forEach(line -> digest.update((line + "\n")
			.getBytes(StandardCharsets.UTF_8)));
		return Sha256.hex(digest);
	}
}
