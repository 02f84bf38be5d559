
package io.github.cnnclassifier.engine.dl4j;

import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * The one place that knows how native code says that the memory outside the
 * Java heap is full: in words of a runtime exception. Beyond the seam it is an
 * {@link OutOfMemoryError}, as it is for Java's own memory.
 */
final class FullMemory {

	/** Of the C++ library, of ND4J and of oneDNN. */
	private static final Pattern WORDS = Pattern.compile(
		"bad_alloc|(?i)(failed|cannot|unable) to allocate|cannot allocate|" +
			"allocation (failed|exception)|out[ _]of[ _]memory");

	private FullMemory() {}

	/**
	 * @param <T> what is computed
	 * @param computation by native code
	 * @return what it computes
	 * @throws OutOfMemoryError if the memory does not do
	 */
	static <T> T told(final Supplier<T> computation) {
		try {
			return computation.get();
		}
		// meant for a person, whatever its words are
		catch (final UserFailure e) {
			throw e;
		}
		catch (final RuntimeException e) {
			final String words = words(e);
			if (words == null) throw e;
			final OutOfMemoryError full = new OutOfMemoryError(words);
			full.initCause(e);
			throw full;
		}
	}

	/** @return null if it says nothing of memory */
	private static String words(final RuntimeException failure) {
		for (Throwable e = failure; e != null; e = e.getCause()) {
			if (e.getMessage() != null && WORDS.matcher(e.getMessage()).find())
				return e.getMessage();
		}
		return null;
	}
}
