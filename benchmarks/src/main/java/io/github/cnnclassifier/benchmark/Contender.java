
package io.github.cnnclassifier.benchmark;

import java.nio.file.Path;
import java.util.List;

import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.Weights;

/** One of the systems that are compared, within one Java process. */
interface Contender {

	/** A network in training. */
	interface Training extends AutoCloseable {

		/** @return weights, running means and variances included */
		long parameterCount();

		/**
		 * One step of Adam on the cross-entropy, learning rate 0.001.
		 *
		 * @param batch index into the batches it was made with
		 * @return the loss before the step
		 */
		double step(int batch);

		@Override
		void close();
	}

	/** A network that predicts, without gradients. */
	interface Inference extends AutoCloseable {

		/**
		 * @param batch index into the batches it was made with
		 * @return N,classes: the probabilities
		 */
		float[] predict(int batch);

		@Override
		void close();
	}

	/** Learning rate of every step. */
	double LEARNING_RATE = 1e-3;

	/** @return whether it can be trained at all */
	default boolean trains() {
		return true;
	}

	/**
	 * @param batches are made ready outside the measured time where that helps
	 */
	Training training(NetworkPlan plan, Weights weights, List<Batch> batches);

	/**
	 * @param onnx the same weights in a file of the plugin, for who reads such
	 */
	Inference inference(NetworkPlan plan, Weights weights, Path onnx,
		List<Batch> batches);

	/**
	 * @param system as in the table
	 * @param threads for computing, at least 1
	 */
	static Contender of(final String system, final int threads) {
		return switch (system) {
			case "ours" -> new Ours(threads);
			case "portable" -> Ours.portable(threads);
			case "stock-dl4j" -> new StockDl4j();
			case "libtorch" -> new Libtorch(threads);
			case "onnxruntime" -> new OnnxRuntime(threads);
			default -> throw new IllegalArgumentException(
				"Expected one of the systems " + Settings.SYSTEMS + ", got '" + system +
					"'");
		};
	}
}
