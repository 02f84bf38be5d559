
package io.github.cnnclassifier.image;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

import io.github.cnnclassifier.storage.Sha256;

/**
 * Which pixels of an image a region has, in short: two regions of one plane
 * have the same outline if, and only if, they have the same pixels, whatever
 * made them.
 *
 * @param text 32 hex digits, the same on every machine
 */
public record Outline(String text) {

	private static final int DIGITS = 32;

	/**
	 * @param bounds around the region, may reach beyond the image
	 * @param mask which pixels inside the bounds belong to it
	 * @return what tells it from regions of other pixels
	 */
	public static Outline of(final Region bounds, final RegionMask mask) {
		final MessageDigest digest = Sha256.digest();
		final ByteBuffer run = ByteBuffer.allocate(3 * Integer.BYTES);
		final int right = bounds.x() + bounds.width();
		for (int y = bounds.y(); y < bounds.y() + bounds.height(); y++) {
			int x = bounds.x();
			while (x < right) {
				final int start = x;
				while (x < right && mask.contains(x, y)) {
					x++;
				}
				if (x > start) digest.update(run.clear().putInt(y).putInt(start).putInt(
					x).flip());
				else x++;
			}
		}
		return new Outline(Sha256.hex(digest).substring(0, DIGITS));
	}

	/** @return the text */
	@Override
	public String toString() {
		return text;
	}
}
