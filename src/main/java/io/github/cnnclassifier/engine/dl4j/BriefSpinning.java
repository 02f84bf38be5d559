
package io.github.cnnclassifier.engine.dl4j;

import java.nio.charset.StandardCharsets;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Makes OpenMP threads wait for each other actively for a moment only, then
 * asleep.
 * <p>
 * By default GNU OpenMP lets them spin for long. As soon as anything else runs
 * on the machine, and beside ImageJ something always does, a spinning thread
 * takes the processor from the one it waits for, and training becomes up to ten
 * times slower. Sleeping at once, on the other hand, costs a fifth of the speed
 * on an idle machine, for a step consists of hundreds of short operations.
 * OpenMP listens to nothing but the environment variable
 * {@code GOMP_SPINCOUNT}, read while its library is loaded, and Java cannot set
 * one. POSIX lets a program replace its list of variables, {@code environ};
 * that is done here. Needed and done on Linux only.
 */
final class BriefSpinning {

	private static final String VARIABLE = "GOMP_SPINCOUNT";
	/** Turns of a loop, about a millisecond or less. */
	private static final int TURNS = 20_000;

	private BriefSpinning() {}

	/** Works only before OpenMP is loaded; keeps what the user has set. */
	static void request() {
		if (!Loader.getPlatform().startsWith("linux")) return;
		if (System.getenv(VARIABLE) != null || System.getenv(
			"OMP_WAIT_POLICY") != null) return;
		final Pointer symbol = Loader.addressof("environ");
		if (symbol == null || symbol.isNull()) return;
		final PointerPointer<Pointer> environ = new PointerPointer<>(symbol);
		final PointerPointer<Pointer> old = new PointerPointer<>(environ.get(0));
		int count = 0;
		while (old.get(count) != null)
			count++;
		// Plain memory, never freed: the list must outlive every class loader.
		final PointerPointer<Pointer> list = new PointerPointer<>(Pointer.malloc(
			(count + 2L) * Long.BYTES));
		for (int i = 0; i < count; i++)
			list.put(i, old.get(i));
		list.put(count, nativeText(VARIABLE + '=' + TURNS));
		list.put(count + 1L, (Pointer) null);
		environ.put(0, list);
	}

	private static Pointer nativeText(final String text) {
		final byte[] bytes = (text + '\0').getBytes(StandardCharsets.US_ASCII);
		return new BytePointer(Pointer.malloc(bytes.length)).put(bytes, 0,
			bytes.length);
	}
}
