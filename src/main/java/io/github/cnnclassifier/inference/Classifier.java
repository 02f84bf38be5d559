
package io.github.cnnclassifier.inference;

import java.util.Optional;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.image.ImageSizes;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.ClassLabels;

/**
 * A trained network with the preprocessing and the class labels that belong to
 * it. Not thread-safe. Closing it closes the network.
 */
public final class Classifier implements AutoCloseable {

	private final ClassLabels labels;
	private final Preprocessing preprocessing;
	private final Network network;
	private final int batchSize;
	private final ImageSizes trainedSizes;

	/**
	 * @param labels in the order of the network's outputs
	 * @param preprocessing makes the network's inputs
	 * @param network owned by this classifier from now on
	 * @param batchSize inputs that are predicted at once, at least 1
	 * @param trainedSizes of the training images; null if not known
	 */
	public Classifier(final ClassLabels labels, final Preprocessing preprocessing,
		final Network network, final int batchSize, final ImageSizes trainedSizes)
	{
		this.trainedSizes = trainedSizes;
		this.labels = labels;
		this.preprocessing = preprocessing;
		this.network = network;
		this.batchSize = batchSize;
	}

	/** @return the classes in the order of the probabilities */
	public ClassLabels labels() {
		return labels;
	}

	/** @return what is done to each image before the network sees it */
	public Preprocessing preprocessing() {
		return preprocessing;
	}

	/**
	 * @return sizes of the training images before they got the input's size, in
	 *         pixels of the size that the model resamples to where it does; empty
	 *         if the model does not tell
	 */
	public Optional<ImageSizes> trainedSizes() {
		return Optional.ofNullable(trainedSizes);
	}

	/**
	 * @return predicts inputs that are preprocessed already; shares the network
	 */
	public BatchPredictor predictor() {
		return new BatchPredictor(network, batchSize);
	}

	@Override
	public void close() {
		network.close();
	}
}
