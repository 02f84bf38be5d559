
package io.github.cnnclassifier.image;

/**
 * How much of Java's memory nothing is in. Whatever holds images plans with
 * this and not with what the machine has: the images that are open in the host
 * are in the same memory. What is about to be read is compared with it, so that
 * too large a file is refused instead of ending the program. Thread-safe.
 */
public final class FreeHeap {

	private FreeHeap() {}

	/**
	 * What is free at this moment, counting what nobody refers to any more; where
	 * that seems scarce, it is collected first, which may take a moment.
	 *
	 * @return bytes, at least 0
	 */
	public static long bytes() {
		return bytes(most() / 2);
	}

	/**
	 * @param bytes that are about to be allocated
	 * @return whether there is room for them
	 */
	public static boolean has(final long bytes) {
		return bytes <= bytes(bytes);
	}

	/** @return bytes that Java may use in all, for messages */
	public static long most() {
		return Runtime.getRuntime().maxMemory();
	}

	private static long bytes(final long enough) {
		final long free = unused();
		if (free >= enough) return free;
		// without this, what nobody refers to any more counts as in use
		System.gc();
		return unused();
	}

	/** @return bytes, without asking whether what is in use is garbage */
	static long unused() {
		final Runtime java = Runtime.getRuntime();
		return Math.max(0, java.maxMemory() - (java.totalMemory() - java
			.freeMemory()));
	}
}
