
package io.github.cnnclassifier.workflow.train;

import java.util.Optional;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.evaluation.ImageNumbers;
import io.github.cnnclassifier.evaluation.UnlikeFit;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.PlacedImages;
import io.github.cnnclassifier.workflow.UnlikeSetting;

/**
 * Finds, once a network has learned, what tells how unlike its training images
 * an image is: by features and inputs of training and validation images, as
 * they are, without random changes. Nobody is asked for cancellation: who stops
 * a training wants what there is. What was computed for a first network is kept
 * for a second one. Not thread-safe.
 */
final class UnlikeScoring {

	/**
	 * What is known of the network that learned from the training side alone.
	 *
	 * @param training where its training images lie
	 * @param result what came of them and of the validation images
	 */
	private record First(ImageNumbers training, UnlikeFit.Result result) {
	}

	private final Engine engine;
	private final TrainingData data;
	private final Progress progress;
	private Optional<First> kept = Optional.empty();

	UnlikeScoring(final Engine engine, final TrainingData data,
		final Progress progress)
	{
		this.engine = engine;
		this.data = data;
		this.progress = progress;
	}

	/**
	 * @param trained by the training side
	 * @return the same, which tells how unlike an image is, if that is possible
	 */
	SavedClassifier added(final SavedClassifier trained) {
		final NetworkSpec spec = trained.networkSpec();
		if (!UnlikeSetting.isPossible(spec)) return UnlikeSetting.impossible(
			trained);
		kept = Optional.of(first(spec, trained.weights()));
		return UnlikeSetting.with(trained, kept.get().result());
	}

	/**
	 * @param second trained by training and validation side together
	 * @param first weights of a network of the same kind, which learned from the
	 *          training side alone; those of {@link #added(SavedClassifier)} if
	 *          that was asked before
	 * @return the same, which tells how unlike an image is, if that is possible
	 */
	SavedClassifier added(final SavedClassifier second, final Weights first) {
		final NetworkSpec spec = second.networkSpec();
		if (!UnlikeSetting.isPossible(spec)) return UnlikeSetting.impossible(
			second);
		final First before = kept.orElseGet(() -> first(spec, first));
		if (before.result().score().isEmpty()) return UnlikeSetting.with(second,
			before.result());
		try (Network network = engine.load(spec, second.weights())) {
			return UnlikeSetting.with(second, UnlikeFit.ofAll(new PlacedImages(engine,
				spec, network, progress).ofEachClass(data.sides()
					.trainingAndValidation().samples()), before.result().score().get(),
				before.training()));
		}
	}

	private First first(final NetworkSpec spec, final Weights weights) {
		try (Network network = engine.load(spec, weights)) {
			final PlacedImages places = new PlacedImages(engine, spec, network,
				progress);
			final ImageNumbers training = places.ofEachClass(data.sides().training()
				.samples());
			return new First(training, UnlikeFit.of(training, places.asFrequent(data
				.sides().validation().samples())));
		}
	}
}
