
package io.github.cnnclassifier.inference;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.image.ImageSizes;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.UnlikeScore;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * A trained network with the preprocessing and the class labels that belong to
 * it, at work. There is one way from samples to predictions, for one image and
 * for a million of them: {@link #classify}. What else is made of the
 * predictions, such as the mean of the planes of a stack, is a
 * {@link ResultSink}.
 * <p>
 * Thread-safe: samples of several threads are prepared side by side, and one
 * batch is predicted after the other. Closing it closes the network.
 */
public final class Classifier implements AutoCloseable {

	private final ClassLabels labels;
	private final Preprocessing preprocessing;
	private final SharedNetwork network;
	private final int batchSize;
	private final ImageSizes trainedSizes;
	private final UnlikeScore unlike;

	/**
	 * One that does not tell how unlike the training images an image is.
	 *
	 * @param labels in the order of the network's outputs
	 * @param preprocessing makes the network's inputs
	 * @param network owned by this classifier from now on
	 * @param batchSize inputs that are predicted at once, at least 1
	 * @param trainedSizes of the training images; null if not known
	 */
	public Classifier(final ClassLabels labels, final Preprocessing preprocessing,
		final Network network, final int batchSize, final ImageSizes trainedSizes)
	{
		this(labels, preprocessing, network, batchSize, trainedSizes, null);
	}

	/**
	 * @param labels in the order of the network's outputs
	 * @param preprocessing makes the network's inputs
	 * @param network owned by this classifier from now on
	 * @param batchSize inputs that are predicted at once, at least 1
	 * @param trainedSizes of the training images; null if not known
	 * @param unlike tells how unlike the training images an image is; null if
	 *          nothing does
	 */
	public Classifier(final ClassLabels labels, final Preprocessing preprocessing,
		final Network network, final int batchSize, final ImageSizes trainedSizes,
		final UnlikeScore unlike)
	{
		this(labels, preprocessing, new SharedNetwork(network), batchSize,
			trainedSizes, unlike);
	}

	private Classifier(final ClassLabels labels,
		final Preprocessing preprocessing, final SharedNetwork network,
		final int batchSize, final ImageSizes trainedSizes,
		final UnlikeScore unlike)
	{
		this.labels = labels;
		this.preprocessing = preprocessing;
		this.network = network;
		this.batchSize = batchSize;
		this.trainedSizes = trainedSizes;
		this.unlike = unlike;
	}

	/**
	 * @param other for images that are mapped in another way onto what the
	 *          network expects
	 * @return shares the network with this one: closing either closes both
	 */
	public Classifier with(final Preprocessing other) {
		return new Classifier(labels, other, network, batchSize, trainedSizes,
			unlike);
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
	 * @return whether predictions tell how unlike the training images an image is
	 */
	public boolean tellsUnlike() {
		return unlike != null;
	}

	/**
	 * Classifies all samples: reading and preprocessing on threads of their own,
	 * a bounded number ahead, prediction in batches, results in the order of the
	 * samples. A sample that fails is a result with a reason and never ends the
	 * run.
	 *
	 * @param samples in the order of the results; may be none
	 * @param sink takes the results, on the calling thread
	 * @param progress told after each batch, asked all the time
	 * @throws IOException if the sink fails
	 * @throws CanceledException if the user stopped the run; finished results are
	 *           in the sink
	 * @throws IllegalStateException if this is closed and there is a sample that
	 *           could be predicted
	 */
	public void classify(final List<? extends InputSource> samples,
		final ResultSink sink, final Progress progress) throws IOException
	{
		new BatchRun(preprocessing, network, batchSize, unlike, progress).run(
			samples, sink);
	}

	/** Waits for a batch that is under way. A second call does nothing. */
	@Override
	public void close() {
		network.close();
	}
}
