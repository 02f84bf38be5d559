
package io.github.cnnclassifier.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one hash by which contents are told apart. */
public final class Sha256 {

	private Sha256() {}

	/** @return a new one that has seen nothing */
	public static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}

	/**
	 * @param bytes a content
	 * @return its hash, 64 hex digits
	 */
	public static String of(final byte[] bytes) {
		final MessageDigest digest = digest();
		digest.update(bytes);
		return hex(digest);
	}

	/**
	 * @param digest that has seen a content; starts anew afterwards
	 * @return its hash, 64 hex digits
	 */
	public static String hex(final MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}
}
