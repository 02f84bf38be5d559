
package io.github.cnnclassifier.image;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * Asks for room in the memory before an image is made, so that one that is too
 * large is refused with its size, and never fills the memory for all others.
 */
public final class HeapRoom {

	private static final int PART = 1 << 26;
	private static final long MB = 1 << 20;

	private HeapRoom() {}

	/**
	 * @param bytes that are about to be allocated
	 * @param what they are for, at the beginning of a sentence: "The image of 9 x
	 *          9 pixels"
	 * @throws UserFailure if Java's memory has no room for them
	 */
	public static void require(final long bytes, final String what) {
		if (bytes > FreeHeap.most()) throw new UserFailure(tooLarge(bytes, what));
		if (bytes > FreeHeap.unused() && !canBeFreed(bytes)) throw new NoRoomNow(
			tooLarge(bytes, what));
	}

	/**
	 * What is called used may be garbage, or kept only while there is room; the
	 * collector alone knows. Asked seldom, as free memory is looked at first.
	 */
	private static synchronized boolean canBeFreed(final long bytes) {
		final byte[][] parts = new byte[(int) (bytes / PART) + 1][];
		try {
			for (int i = 0; i < parts.length; i++) {
				parts[i] = new byte[(int) Math.min(PART, bytes - (long) i * PART)];
			}
			return true;
		}
		catch (final OutOfMemoryError e) {
			return false;
		}
	}

	private static String tooLarge(final long bytes, final String what) {
		return what + " is too large for the memory: it needs " + (bytes + MB - 1) /
			MB + " MB, and Java may use " + FreeHeap.most() / MB +
			" MB in all. Give Java more memory, or cut or shrink the image.";
	}

	/** There was no room at the moment; without others there may be. */
	static final class NoRoomNow extends UserFailure {

		private static final long serialVersionUID = 1L;

		NoRoomNow(final String message) {
			super(message);
		}
	}
}
