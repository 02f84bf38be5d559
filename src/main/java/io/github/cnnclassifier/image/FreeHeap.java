
package io.github.cnnclassifier.image;

/**
 * The part of the Java heap that nothing uses now, whatever the machine has.
 * What is about to be read is compared with it, so that too large a file is
 * refused instead of ending the program. Thread-safe.
 */
public final class FreeHeap {

	private FreeHeap() {}

	/**
	 * @param bytes that are about to be allocated
	 * @return whether there is room for them
	 */
	public static boolean has(final long bytes) {
		if (bytes <= free()) return true;
		// garbage counts as used until it is collected
		System.gc();
		return bytes <= free();
	}

	private static long free() {
		final Runtime java = Runtime.getRuntime();
		return java.maxMemory() - java.totalMemory() + java.freeMemory();
	}
}
