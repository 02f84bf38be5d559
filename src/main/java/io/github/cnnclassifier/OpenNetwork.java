
package io.github.cnnclassifier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.BatchPredictor;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.Prediction;

/**
 * A network that several threads may ask: one is answered after the other,
 * while the others prepare their images. Thread-safe.
 */
final class OpenNetwork implements AutoCloseable {

	private final Classifier classifier;
	private boolean closed;

	/** @param classifier owned by this from now on */
	OpenNetwork(final Classifier classifier) {
		this.classifier = classifier;
	}

	/**
	 * @param count of images
	 * @param images by 0-based index; each is asked for once, when its turn
	 *          comes, so that not all are in memory at once
	 * @param preprocessing makes the network's inputs
	 * @return one per image, in order
	 * @throws IllegalStateException if this is closed
	 */
	List<Prediction> predict(final int count,
		final IntFunction<SampleImage> images, final Preprocessing preprocessing)
	{
		final List<Prediction> predictions = new ArrayList<>(count);
		final BatchPredictor predictor = classifier.predictor();
		while (predictions.size() < count) {
			final List<float[]> inputs = new ArrayList<>();
			final int end = Math.min(count, predictions.size() + predictor
				.batchSize());
			for (int i = predictions.size(); i < end; i++) {
				inputs.add(preprocessing.apply(images.apply(i)));
			}
			predictions.addAll(predicted(predictor, inputs));
		}
		return predictions;
	}

	private synchronized List<Prediction> predicted(
		final BatchPredictor predictor, final List<float[]> inputs)
	{
		if (closed) throw new IllegalStateException("The classifier is closed");
		return predictor.predict(inputs);
	}

	/** Waits for a prediction that is under way. A second call does nothing. */
	@Override
	public synchronized void close() {
		if (closed) return;
		closed = true;
		classifier.close();
	}
}
