
package io.github.cnnclassifier.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.Weights;

/** PyTorch's native library through DJL, its inputs already in native form. */
final class Libtorch implements Contender {

	private static final String NAME = "PyTorch";

	/** @param threads read when the library is loaded, once per process */
	Libtorch(final int threads) {
		System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(threads));
		System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
		Engine.getEngine(NAME);
	}

	@Override
	public Training training(final NetworkPlan plan, final Weights weights,
		final List<Batch> batches)
	{
		return new Learning(plan, weights, batches);
	}

	@Override
	public Inference inference(final NetworkPlan plan, final Weights weights,
		final Path onnx, final List<Batch> batches)
	{
		return new Predicting(plan, weights, batches);
	}

	private static Shape shape(final NetworkPlan plan, final Batch batch) {
		final InputShape in = plan.spec().input();
		return new Shape(batch.size(), in.channels(), in.height(), in.width());
	}

	private static final class Learning implements Training {

		private final Model model = Model.newInstance("learning", NAME);
		private final Loss loss = Loss.softmaxCrossEntropyLoss();
		private final Trainer trainer;
		private final List<NDArray> inputs = new ArrayList<>();
		private final List<NDArray> labels = new ArrayList<>();

		Learning(final NetworkPlan plan, final Weights weights,
			final List<Batch> batches)
		{
			final LibtorchBlocks blocks = new LibtorchBlocks(plan);
			model.setBlock(blocks.network());
			trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(
				Optimizer.adam().optLearningRateTracker(Tracker.fixed(
					(float) LEARNING_RATE)).build()));
			trainer.initialize(shape(plan, batches.get(0)));
			JniUtils.setGradMode(false);
			blocks.set(weights);
			JniUtils.setGradMode(true);
			for (final Batch b : batches) {
				inputs.add(model.getNDManager().create(b.inputs(), shape(plan, b)));
				labels.add(model.getNDManager().create(b.labels()).toType(
					DataType.INT64, false));
			}
		}

		@Override
		public long parameterCount() {
			return LibtorchBlocks.parameterCount(model.getBlock());
		}

		@Override
		public double step(final int batch) {
			final double value;
			try (NDManager manager = model.getNDManager().newSubManager()) {
				// Intermediate results belong to the manager of what goes in.
				final NDArray input = inputs.get(batch);
				final NDArray label = labels.get(batch);
				input.tempAttach(manager);
				label.tempAttach(manager);
				try (GradientCollector collector = trainer.newGradientCollector()) {
					final NDList output = trainer.forward(new NDList(input));
					final NDArray mean = loss.evaluate(new NDList(label), output);
					collector.backward(mean);
					value = mean.getFloat();
				}
				trainer.step();
			}
			return value;
		}

		@Override
		public void close() {
			trainer.close();
			model.close();
		}
	}

	private static final class Predicting implements Inference {

		private final Model model = Model.newInstance("predicting", NAME);
		private final ParameterStore store;
		private final List<NDArray> inputs = new ArrayList<>();

		Predicting(final NetworkPlan plan, final Weights weights,
			final List<Batch> batches)
		{
			JniUtils.setGradMode(false);
			final LibtorchBlocks blocks = new LibtorchBlocks(plan);
			model.setBlock(blocks.network());
			model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, shape(
				plan, batches.get(0)));
			blocks.set(weights);
			store = new ParameterStore(model.getNDManager(), false);
			for (final Batch b : batches)
				inputs.add(model.getNDManager().create(b.inputs(), shape(plan, b)));
		}

		@Override
		public float[] predict(final int batch) {
			try (NDManager manager = model.getNDManager().newSubManager()) {
				final NDArray input = inputs.get(batch);
				input.tempAttach(manager);
				final NDArray output = model.getBlock().forward(store, new NDList(
					input), false).singletonOrThrow();
				if (JniUtils.isGradMode()) throw new IllegalStateException(
					"Gradients are on");
				return output.softmax(1).toFloatArray();
			}
		}

		@Override
		public void close() {
			model.close();
		}
	}
}
