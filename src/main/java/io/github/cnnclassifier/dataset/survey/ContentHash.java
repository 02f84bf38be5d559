
package io.github.cnnclassifier.dataset.survey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import io.github.cnnclassifier.image.PixelHash;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.storage.Sha256;

/** Fingerprints of images and data sets that do not depend on file formats. */
public final class ContentHash {

	/** What the hashes of this kind begin with. */
	public static final String KIND = PixelHash.KIND;

	private ContentHash() {}

	/** @return "v" and 15 hex digits over size, channels and values */
	static String of(final SampleImage image) {
		return PixelHash.of(image);
	}

	/** @return 64 hex digits over lines of text, whatever their order */
	static String ofLines(final List<String> lines) {
		final MessageDigest digest = Sha256.digest();
		lines.stream().sorted().forEach(line -> digest.update((line + "\n")
			.getBytes(StandardCharsets.UTF_8)));
		return Sha256.hex(digest);
	}
}
