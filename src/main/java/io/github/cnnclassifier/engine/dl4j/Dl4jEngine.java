
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.MemoryNeed;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

/**
 * ND4J with oneDNN where the platform has it, elsewhere with products of
 * matrices and plain Java. The Java property {@code cnnclassifier.onednn=false}
 * leaves oneDNN aside.
 * <p>
 * Making an engine is cheap: native libraries are loaded when the first network
 * is made or {@link #description()} is asked for, once per Java process. The
 * very first time on a machine they are unpacked, which takes about 450 MB in
 * the user's cache folder; {@code progress} is told. Thread-safe; its networks
 * are not.
 */
public final class Dl4jEngine implements Engine {

	private static final String VERSION = "1.0.0-M2.1";

	private final int threads;
	private final ComputePath path;
	private final Progress progress;

	/** One thread per physical core, and nobody told of unpacking. */
	public Dl4jEngine() {
		this(0, Progress.none());
	}

	/**
	 * @param threads for computing, at least 1; 0 for one per physical core.
	 *          Exact training always uses 1
	 * @param progress is told when native libraries must be unpacked first
	 * @throws IllegalArgumentException if {@code threads} is below 0
	 */
	public Dl4jEngine(final int threads, final Progress progress) {
		this(threads, progress, null);
	}

	/**
	 * @param path null for that of this machine
	 */
	Dl4jEngine(final int threads, final Progress progress,
		final ComputePath path)
	{
		if (threads < 0) throw new IllegalArgumentException(
			"Expected 0 or more threads, got " + threads);
		this.threads = threads;
		this.progress = progress;
		this.path = path;
	}

	/**
	 * @throws UserFailure if the spec is impossible or the native libraries
	 *           cannot be loaded
	 * @throws IllegalArgumentException if the frozen weights do not fit the spec
	 */
	@Override
	public TrainableNetwork create(final NetworkSpec spec,
		final TrainingOptions options)
	{
		final NetworkPlan plan = NetworkPlan.of(spec);
		options.requireFrozenIn(plan);
		Bootstrap.start(progress);
		final ThreadCount count = ThreadCount.of(options.exact() ? 1 : threads);
		return FullMemory.told(() -> {
			final TrainableNetwork network = new FastTrainableNetwork(plan, options,
				count, path());
			network.setWeights(InitialWeights.of(plan, options.seed()));
			return network;
		});
	}

	/**
	 * @throws UserFailure if the spec is impossible or the native libraries
	 *           cannot be loaded
	 * @throws IllegalArgumentException if the weights do not fit the spec
	 */
	@Override
	public Network load(final NetworkSpec spec, final Weights weights) {
		final NetworkPlan plan = NetworkPlan.of(spec);
		Bootstrap.start(progress);
		final FoldedNetwork folded = new FoldedNetwork(plan, weights);
		final ThreadCount count = ThreadCount.of(threads);
		return FullMemory.told(() -> new FastNetwork(folded, count, path()));
	}

	/** @throws UserFailure if the spec is impossible */
	@Override
	public MemoryNeed trainingMemory(final NetworkSpec spec,
		final TrainingOptions options)
	{
		return NetworkMemory.training(NetworkPlan.of(spec), options.optimizer(),
			path(), options.exact() ? 1 : sharing());
	}

	/** @throws UserFailure if the spec is impossible */
	@Override
	public MemoryNeed predictionMemory(final NetworkSpec spec) {
		return NetworkMemory.predicting(NetworkPlan.of(spec), path(), sharing());
	}

	@Override
	public long availableBytes() {
		Bootstrap.start(progress);
		return NativeMemory.now().plannedBytes();
	}

	@Override
	public String description() {
		Bootstrap.start(progress);
		final int count = ThreadCount.of(threads).count();
		return "Deeplearning4j " + VERSION + ", " + path().label() +
			" convolutions, " + count + (count == 1 ? " thread" : " threads");
	}

	/** @return threads that hold memory of their own */
	private int sharing() {
		if (path() == ComputePath.ONE_DNN) return 1;
		// counting cores loads a library
		Bootstrap.start(progress);
		return ThreadCount.of(threads).count();
	}

	private ComputePath path() {
		return path == null ? ComputePath.ofThisMachine() : path;
	}
}
