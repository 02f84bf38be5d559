
package io.github.cnnclassifier.workflow.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.MemoryPlan;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.evaluation.ImageNumbers;
import io.github.cnnclassifier.evaluation.UnlikeFit;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.PictureStatistics;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;

/**
 * Finds, once a network has learned, what tells how unlike its training images
 * an image is: by features and inputs of training and validation images, as
 * they are, without random changes. Nobody is asked for cancellation: who stops
 * a training wants what there is.
 */
final class UnlikeScoring {

	/** The setting of a model file that says how that is told, or why not. */
	static final String SETTING = "unlike";

	private static final int MOST_TRAINING = 3000;
	private static final int MOST_OF_A_CLASS = 10;
	private static final int MOST_UNSEEN = 2000;
	/** Features of all images together; 32 MB. */
	private static final int MOST_FEATURES = 1 << 23;
	private static final int FEWEST = 100;
	private static final int BATCHES_AHEAD = 4;

	private final Engine engine;
	private final TrainingData data;
	private final Progress progress;

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
		if (!isPossible(spec)) return with(trained, impossible());
		try (Network network = engine.load(spec, trained.weights())) {
			return with(trained, UnlikeFit.of(training(spec, network), unseen(spec,
				network)));
		}
	}

	/**
	 * @param second trained by training and validation side together
	 * @param first weights of a network of the same kind, which learned from the
	 *          training side alone
	 * @return the same, which tells how unlike an image is, if that is possible
	 */
	SavedClassifier added(final SavedClassifier second, final Weights first) {
		final NetworkSpec spec = second.networkSpec();
		if (!isPossible(spec)) return with(second, impossible());
		final ImageNumbers training;
		final UnlikeFit.Result beside;
		try (Network network = engine.load(spec, first)) {
			training = training(spec, network);
			beside = UnlikeFit.of(training, unseen(spec, network));
		}
		if (beside.score().isEmpty()) return with(second, beside);
		try (Network network = engine.load(spec, second.weights())) {
			return with(second, UnlikeFit.ofAll(ofEachClass(spec, network, data
				.sides().trainingAndValidation().samples()), beside.score().get(),
				training));
		}
	}

	private static SavedClassifier with(final SavedClassifier trained,
		final UnlikeFit.Result result)
	{
		return new SavedClassifier(trained.description().withSetting(SETTING, result
			.statement()), trained.weights(), result.score());
	}

	private static boolean isPossible(final NetworkSpec spec) {
		return UnlikeFit.isPossible(NetworkPlan.of(spec).featureCount(), spec
			.classes());
	}

	private static UnlikeFit.Result impossible() {
		return new UnlikeFit.Result(Optional.empty(),
			"not told: there are too many features and classes");
	}

	private ImageNumbers training(final NetworkSpec spec, final Network network) {
		return ofEachClass(spec, network, data.sides().training().samples());
	}

	/** Rare classes are not to be left out. */
	private ImageNumbers ofEachClass(final NetworkSpec spec,
		final Network network, final SampleList samples)
	{
		final int most = Math.max(MOST_OF_A_CLASS, most(spec, MOST_TRAINING) / spec
			.classes());
		final int[] chosen = IntStream.range(0, spec.classes()).flatMap(
			label -> spread(IntStream.range(0, samples.size()).filter(i -> samples
				.labelIndex(i) == label).toArray(), most)).toArray();
		return numbers(spec, network, samples, chosen);
	}

	/** As frequent as they are. */
	private ImageNumbers unseen(final NetworkSpec spec, final Network network) {
		final SampleList samples = data.sides().validation().samples();
		return numbers(spec, network, samples, spread(IntStream.range(0, samples
			.size()).toArray(), most(spec, MOST_UNSEEN)).toArray());
	}

	private static int most(final NetworkSpec spec, final int images) {
		return Math.min(images, Math.max(FEWEST, MOST_FEATURES / NetworkPlan.of(
			spec).featureCount()));
	}

	private static IntStream spread(final int[] images, final int most) {
		if (images.length <= most) return Arrays.stream(images);
		return IntStream.range(0, most).map(i -> images[(int) ((long) i *
			images.length / most)]);
	}

	private ImageNumbers numbers(final NetworkSpec spec, final Network network,
		final SampleList samples, final int[] chosen)
	{
		progress.update(Double.NaN, "Looking at where images like these lie");
		final Collected collected = new Collected(spec, network);
		final int batch = MemoryPlan.predictionBatch(engine, spec);
		try (ReadAhead<ItemOutcome<float[]>> inputs = new ReadAhead<>(chosen.length,
			BATCHES_AHEAD * batch, i -> ItemOutcome.of(() -> samples.input(
				chosen[i])), Progress.none()))
		{
			for (final int sample : chosen) {
				final ItemOutcome<float[]> input = inputs.next();
				// one that is gone meanwhile is no reason to lose a training
				if (!input.isFailed()) collected.add(input.result(), samples.labelIndex(
					sample));
				if (collected.waiting.size() == batch) collected.flush();
			}
		}
		collected.flush();
		return new ImageNumbers(collected.features, collected.statistics,
			collected.labels);
	}

	/** Numbers of images, batch by batch. */
	private static final class Collected {

		private final List<float[]> features = new ArrayList<>();
		private final List<float[]> statistics = new ArrayList<>();
		private final List<Integer> labels = new ArrayList<>();
		private final List<float[]> waiting = new ArrayList<>();
		private final List<Integer> waitingLabels = new ArrayList<>();
		private final Network network;
		private final PictureStatistics pictures;
		private final int size;

		Collected(final NetworkSpec spec, final Network network) {
			this.network = network;
			pictures = new PictureStatistics(spec.input());
			size = spec.input().size();
		}

		void add(final float[] input, final int label) {
			waiting.add(input);
			waitingLabels.add(label);
		}

		void flush() {
			if (waiting.isEmpty()) return;
			final int count = waiting.size();
			final float[] inputs = new float[count * size];
			for (int i = 0; i < count; i++)
				System.arraycopy(waiting.get(i), 0, inputs, i * size, size);
			final float[] all = network.features(inputs, count);
			final int length = all.length / count;
			for (int i = 0; i < count; i++)
				add(Arrays.copyOfRange(all, i * length, (i + 1) * length), pictures.of(
					waiting.get(i)), waitingLabels.get(i));
			waiting.clear();
			waitingLabels.clear();
		}

		/** What is beyond all numbers says nothing of the others. */
		private void add(final float[] ofImage, final float[] ofInput,
			final int label)
		{
			for (final float number : ofImage) {
				if (!Float.isFinite(number)) return;
			}
			features.add(ofImage);
			statistics.add(ofInput);
			labels.add(label);
		}
	}
}
