
package io.github.cnnclassifier.benchmark;

import java.nio.file.Path;
import java.util.List;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

/**
 * The plugin, through the seam that its training and inference use: Java arrays
 * in, Java arrays out.
 */
final class Ours implements Contender {

	private static final TrainingOptions OPTIONS = new TrainingOptions(1,
		new AdamW(0), false);

	private final Engine engine;

	Ours(final int threads) {
		engine = new Dl4jEngine(threads, Progress.none());
	}

	/** As where there is no oneDNN; for this whole process. */
	static Ours portable(final int threads) {
		System.setProperty("cnnclassifier.onednn", "false");
		return new Ours(threads);
	}

	@Override
	public Training training(final NetworkPlan plan, final Weights weights,
		final List<Batch> batches)
	{
		final TrainableNetwork network = engine.create(plan.spec(), OPTIONS);
		network.setWeights(weights);
		return new Training() {

			@Override
			public long parameterCount() {
				return network.weights().tensors().stream().mapToLong(t -> t
					.data().length).sum();
			}

			@Override
			public double step(final int batch) {
				final Batch b = batches.get(batch);
				return network.trainOnBatch(b.inputs(), b.labels(), null, b.size(),
					LEARNING_RATE);
			}

			@Override
			public void close() {
				network.close();
			}
		};
	}

	@Override
	public Inference inference(final NetworkPlan plan, final Weights weights,
		final Path onnx, final List<Batch> batches)
	{
		final Network network = engine.load(plan.spec(), weights);
		return new Inference() {

			@Override
			public float[] predict(final int batch) {
				final Batch b = batches.get(batch);
				return network.predict(b.inputs(), b.size());
			}

			@Override
			public void close() {
				network.close();
			}
		};
	}
}
