
package io.github.cnnclassifier.engine.dl4j;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** How many threads the native code may use. */
final class ThreadCount {

	/** Setting it all again would take a third of a single prediction. */
	private record Applied(long thread, int count) {
	}

	private static volatile Applied applied;

	private final int count;

	private ThreadCount(final int count) {
		this.count = count;
	}

	/**
	 * @param wanted at least 1; 0 for one per physical core
	 * @return that many
	 */
	static ThreadCount of(final int wanted) {
		if (wanted > 0) return new ThreadCount(wanted);
		final int cores = Loader.totalCores();
		final int available = Runtime.getRuntime().availableProcessors();
		return new ThreadCount(Math.max(1, cores < 1 ? available : Math.min(cores,
			available)));
	}

	int count() {
		return count;
	}

	/**
	 * Makes it so for the calling thread. OpenMP keeps the number per thread, so
	 * this is called at the start of every computation.
	 */
	void use() {
		synchronized (ThreadCount.class) {
			final Applied wanted = new Applied(Thread.currentThread().getId(), count);
			if (wanted.equals(applied)) return;
			apply();
			applied = wanted;
		}
	}

	private void apply() {
		NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(count);
		Nd4j.getEnvironment().setMaxThreads(count);
		Nd4j.getEnvironment().setMaxMasterThreads(count);
		Nd4j.factory().blas().setMaxThreads(count);
	}
}
