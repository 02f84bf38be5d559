
package io.github.cnnclassifier.engine.dl4j;

import java.util.Set;

import io.github.cnnclassifier.engine.BatchOutputs;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.model.NetworkPlan;

/** Predicts by native operations alone, without Deeplearning4j's layers. */
class FastNetwork implements Network {

	private final NetworkPlan plan;
	private final Parameters parameters;
	private final ThreadCount threads;
	private final ComputePath path;
	private final PredictingRuns predicting;
	private boolean closed;

	/** A network that only predicts. */
	FastNetwork(final FoldedNetwork folded, final ThreadCount threads,
		final ComputePath path)
	{
		this(folded.plan(), new Parameters(folded.plan(), false, Set.of()), threads,
			path);
		parameters.set(folded.weights());
	}

	/** @param parameters closed with this */
	FastNetwork(final NetworkPlan plan, final Parameters parameters,
		final ThreadCount threads, final ComputePath path)
	{
		this.plan = plan;
		this.parameters = parameters;
		this.path = path;
		this.threads = threads;
		predicting = new PredictingRuns(threads, path.nativeThreads(threads), (
			count, each) -> new FastRun(plan, parameters, count, false,
				CurrentStep.NONE, path, each));
	}

	@Override
	public float[] predict(final float[] inputs, final int count) {
		check(inputs, count);
		return answers(count, (run, from) -> run.predict(inputs, from));
	}

	@Override
	public float[] features(final float[] inputs, final int count) {
		check(inputs, count);
		return answers(count, (run, from) -> run.features(inputs, from));
	}

	@Override
	public BatchOutputs predictWithFeatures(final float[] inputs,
		final int count)
	{
		check(inputs, count);
		final float[] rows = answers(count, (run, from) -> run.predictWithFeatures(
			inputs, from));
		final int classes = plan.spec().classes();
		final int size = rows.length / count;
		final float[] probabilities = new float[count * classes];
		final float[] features = new float[rows.length - probabilities.length];
		for (int n = 0; n < count; n++) {
			System.arraycopy(rows, n * size, probabilities, n * classes, classes);
			System.arraycopy(rows, n * size + classes, features, n * (size - classes),
				size - classes);
		}
		return new BatchOutputs(probabilities, features);
	}

	/** What did not fit makes room for a smaller batch. */
	private float[] answers(final int count,
		final PredictingRuns.Question question)
	{
		try {
			return FullMemory.told(() -> predicting.run(count, question));
		}
		catch (final OutOfMemoryError e) {
			predicting.release();
			throw e;
		}
	}

	/** Refuses what is no batch. */
	final void check(final float[] inputs, final int count) {
		if (closed) throw new IllegalStateException("The network is closed");
		if (count < 1) throw new IllegalArgumentException(
			"Expected at least 1 sample, got " + count);
		final int length = Math.multiplyExact(count, plan.spec().input().size());
		if (inputs.length < length) throw new IllegalArgumentException("Expected " +
			length + " values for " + count + " samples, got " + inputs.length);
	}

	/** @return a run for training */
	final FastRun learningRun(final int count, final CurrentStep step) {
		return new FastRun(plan, parameters, count, true, step, path, threads
			.count());
	}

	/** To be called at the start of every computation. */
	final void useThreads() {
		path.nativeThreads(threads).use();
	}

	final Parameters parameters() {
		return parameters;
	}

	@Override
	public void close() {
		if (closed) return;
		closed = true;
		predicting.close();
		parameters.close();
	}
}
