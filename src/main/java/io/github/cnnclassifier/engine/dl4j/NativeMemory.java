
package io.github.cnnclassifier.engine.dl4j;

import java.util.Locale;

import org.bytedeco.javacpp.Pointer;

/**
 * What memory outside the Java heap is left at one moment.
 *
 * @param tensorLimit bytes that all tensors together may take
 * @param processLimit bytes that this process may take in all, with its Java
 *          heap; in a container no more than that has
 * @param processBytes bytes that this process takes
 * @param unusedBytes bytes that the system can give without swapping, counting
 *          what only caches files; {@link Long#MAX_VALUE} if it does not tell
 */
record NativeMemory(long tensorLimit, long processLimit, long processBytes,
		long unusedBytes)
{

	/** The other programs and the Java heap may grow as well. */
	private static final int PERCENT_PLANNED = 85;

	/** @return as it is now */
	static NativeMemory now() {
		return new NativeMemory(Pointer.maxBytes(), Pointer.maxPhysicalBytes(),
			Pointer.physicalBytes(), unused(System.getProperty("os.name"), Pointer
				.availablePhysicalBytes()));
	}

	/**
	 * @param system name of the operating system
	 * @param told by it; 0 if it does not tell
	 */
	static long unused(final String system, final long told) {
		// macOS fills its memory with what it would give up at once, and does not
		// count that
		final boolean believed = told > 0 && !system.toLowerCase(Locale.ROOT)
			.startsWith("mac");
		return believed ? told : Long.MAX_VALUE;
	}

	/** @return bytes that tensors may take now, at least 0 */
	long plannedBytes() {
		final long left = Math.min(tensorLimit, processLimit - processBytes);
		return Math.max(0, Math.min(left, unusedBytes / 100 * PERCENT_PLANNED));
	}
}
