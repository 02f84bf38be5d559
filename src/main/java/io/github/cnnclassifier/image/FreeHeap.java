
package io.github.cnnclassifier.image;

/**
 * How much of Java's memory nothing is in. Whatever holds images plans with
 * this and not with what the machine has: the images that are open in the host
 * are in the same memory.
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
		final long free = unused();
		if (free >= Runtime.getRuntime().maxMemory() / 2) return free;
		// without this, what earlier runs have left counts as in use
		System.gc();
		return unused();
	}

	private static long unused() {
		final Runtime java = Runtime.getRuntime();
		return Math.max(0, java.maxMemory() - (java.totalMemory() - java
			.freeMemory()));
	}
}
