
package io.github.cnnclassifier.dataset.survey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.storage.Sha256;

/** Fingerprints of images and data sets that do not depend on file formats. */
final class ContentHash {

	/**
	 * What the hashes of this kind begin with. Early versions hashed the values
	 * in another form, and began with a hexadecimal digit.
	 */
	static final String KIND = "v";

	private static final int HEX_DIGITS = 15;

	private ContentHash() {}

	/** @return "v" and 15 hex digits over size, channels and values */
	static String of(final SampleImage image) {
		final MessageDigest digest = Sha256.digest();
		digest.update(ByteBuffer.allocate(3 * Integer.BYTES).putInt(image.width())
			.putInt(image.height()).putInt(image.channels()).array());
		image.pixels().addTo(digest);
		return KIND + Sha256.hex(digest).substring(0, HEX_DIGITS);
	}

	/** @return 64 hex digits over lines of text, whatever their order */
	static String ofLines(final List<String> lines) {
		final MessageDigest digest = Sha256.digest();
		lines.stream().sorted().forEach(line -> digest.update((line + "\n")
			.getBytes(StandardCharsets.UTF_8)));
		return Sha256.hex(digest);
	}
}
