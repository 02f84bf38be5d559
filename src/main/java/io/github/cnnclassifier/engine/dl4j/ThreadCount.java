
package io.github.cnnclassifier.engine.dl4j;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** How many threads native operations may use. */
final class ThreadCount {

	/** What all of ND4J was told last. */
	private static int applied;
	/** What OpenMP was told, which keeps a number for each calling thread. */
	private static final ThreadLocal<Integer> APPLIED_HERE = ThreadLocal
		.withInitial(() -> 0);

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
	 * Makes it so for the calling thread. To be called at the start of every
	 * computation; telling ND4J again what it knows would take a third of a
	 * single prediction.
	 */
	void use() {
		if (APPLIED_HERE.get() != count) {
			NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(
				count);
			APPLIED_HERE.set(count);
		}
		synchronized (ThreadCount.class) {
			if (applied == count) return;
			Nd4j.getEnvironment().setMaxThreads(count);
			Nd4j.getEnvironment().setMaxMasterThreads(count);
			Nd4j.factory().blas().setMaxThreads(count);
			applied = count;
		}
	}
}
