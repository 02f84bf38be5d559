
package io.github.cnnclassifier.engine.dl4j;

import java.util.Map;

import com.sun.jna.Library;
import com.sun.jna.Native;

import org.bytedeco.javacpp.Loader;

/**
 * Lets the C library keep memory that native operations free, for the next one
 * that asks.
 * <p>
 * A convolution by oneDNN takes tens of megabytes for its intermediate values
 * and frees them when it is done, hundreds of times a second. GNU's C library
 * gives so large pieces back to the system at once, and the system has to bring
 * them again page by page: training a network with 256 filters spent more than
 * half of its time on that. {@code mallopt} makes it keep them; JNA calls it.
 * Needed and done on Linux only; libraries without {@code mallopt} stay as they
 * are.
 */
final class KeptMemory {

	/** How much more than asked for is taken, and not given back. */
	private static final Option PAD = new Option("MALLOC_TOP_PAD_", -2,
		128 << 20);
	/** From this size on, a piece is the system's own, and goes back at once. */
	private static final Option OWN_PIECE = new Option("MALLOC_MMAP_THRESHOLD_",
		-3, 256 << 20);
	/** How much may lie unused at the end before some of it goes back. */
	private static final Option UNUSED = new Option("MALLOC_TRIM_THRESHOLD_", -1,
		512 << 20);

	/** Null if there is no such library, or nothing was asked of it so far. */
	private static Libc libc;

	/** The functions that are needed, as C declares them. */
	interface Libc extends Library {

		int mallopt(int parameter, int value);

		int malloc_trim(long pad);
	}

	/**
	 * @param variable of the environment by which the user sets it
	 * @param number of it in {@code malloc.h}
	 */
	private record Option(String variable, int number, int bytes) {

		void set(final Libc library, final Map<String, String> environment) {
			if (!environment.containsKey(variable)) library.mallopt(number, bytes);
		}
	}

	private KeptMemory() {}

	/**
	 * Has it kept from now on.
	 *
	 * @param environment what the user has set there stays
	 */
	static synchronized void request(final Map<String, String> environment) {
		if (!Loader.getPlatform().startsWith("linux")) return;
		try {
			final Libc library = Native.load(Libc.class);
			request(environment, library);
			libc = library;
		}
		catch (final LinkageError e) {
			// Without JNA or GNU's library nothing is kept, which is slower but
			// right.
			libc = null;
		}
	}

	/** All three, else a piece that is kept by one goes back by another. */
	static void request(final Map<String, String> environment,
		final Libc library)
	{
		PAD.set(library, environment);
		OWN_PIECE.set(library, environment);
		UNUSED.set(library, environment);
	}

	/** Gives back to the system what is free now. */
	static synchronized void giveBack() {
		if (libc != null) libc.malloc_trim(0);
	}
}
