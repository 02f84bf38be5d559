
package io.github.cnnclassifier.image;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

import io.github.cnnclassifier.storage.Sha256;

/**
 * By what an image is known again, whatever type, file or format stored it.
 */
public final class PixelHash {

	/**
	 * What the hashes of this kind begin with. Early versions hashed the values
	 * in another form, and began with a hexadecimal digit.
	 */
	public static final String KIND = "v";

	private static final int HEX_DIGITS = 15;

	private PixelHash() {}

	/**
	 * @param image any
	 * @return {@link #KIND} and 15 hex digits of SHA-256 over width, height,
	 *         channels and values
	 */
	public static String of(final SampleImage image) {
		final MessageDigest digest = Sha256.digest();
		digest.update(ByteBuffer.allocate(3 * Integer.BYTES).putInt(image.width())
			.putInt(image.height()).putInt(image.channels()).array());
		image.pixels().addTo(digest);
		return KIND + Sha256.hex(digest).substring(0, HEX_DIGITS);
	}
}
