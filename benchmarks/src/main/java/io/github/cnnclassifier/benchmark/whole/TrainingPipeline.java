
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.benchmark.SecondEpoch;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.augment.Augmentations;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingDefaults;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.Architectures;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.training.Start;
import io.github.cnnclassifier.training.TrainingRun;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.Tools;

/**
 * Training as users get it, with images read, resized and augmented beside it,
 * and the engine alone on batches that are ready: images per second of both,
 * five rounds in turns.
 */
final class TrainingPipeline {

	private static final int ROUNDS = 5;
	private static final int BATCH = 64;
	/** Training images that take part. */
	private static final int IMAGES = 150 * BATCH;

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final SplitImages images;
	private final NetworkSpec spec;

	private TrainingPipeline(final Path folder, final String network) {
		final LabeledImages all = LabeledImages.open(folder, tools.reader(), Set
			.of());
		final List<Sample> training = all.samples().stream().filter(s -> s
			.declaredSide() != Side.TEST).toList();
		final List<Sample> some = new ArrayList<>();
		// The split keeps some of them for validation and test.
		final double step = training.size() / (1.5 * IMAGES);
		for (double i = 0; i < training.size(); i += step)
			some.add(training.get((int) i));
		final Survey survey = Survey.of(new LabeledImages(all.origin(), all
			.labels(), some, List.of()), Progress.none());
		final Split split = Split.of(survey.samples(), new SeedTree(1));
		final Preprocessing preprocessing = PreprocessingDefaults.choose(survey
			.samples(), PreprocessingOptions.NONE).preprocessing();
		images = SplitImages.of(survey, split, preprocessing, Long.MAX_VALUE);
		spec = new NetworkSpec(Architectures.resolve(network), new InputShape(
			preprocessing.channels(), preprocessing.height(), preprocessing.width()),
			all.labels().size());
	}

	/**
	 * @param args folder of labeled images, such as MNIST's four files; name of
	 *          a network; name of an augmentation
	 * @throws IOException if an image cannot be read
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length != 3) throw new IllegalArgumentException(
			"Expected a folder of images, a network and an augmentation, such as: MNIST six-conv light");
		new TrainingPipeline(Path.of(args[0]), args[1]).run(args[1], args[2]);
	}

	private void run(final String network, final String augmentation)
		throws IOException
	{
		final List<Double> whole = new ArrayList<>();
		final List<Double> engine = new ArrayList<>();
		final List<Double> shares = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			whole.add(whole(Augmentations.resolve(augmentation)));
			engine.add(engineAlone());
			shares.add(whole.get(round) / engine.get(round));
		}
		System.out.printf("%s, augmentation %s: %.0f images/s, engine alone %.0f; " +
			"share %.2f (medians of %d rounds)%n", network, augmentation, Medians.of(
				whole), Medians.of(engine), Medians.of(shares), ROUNDS);
	}

	/** The second epoch, as the first one decodes the images. */
	private double whole(final Augmentation augmentation) throws IOException {
		final SecondEpoch watch = new SecondEpoch(BATCH, () -> System.nanoTime() /
			1e9);
		final TrainingSettings settings = new TrainingSettings(2, BATCH, 1e-3,
			augmentation, false, 1).resolved(images.training().samples().size());
		new TrainingRun(spec, Start.SCRATCH, settings, images.training(), images
			.validation()).train(tools.engine(), (weights, history) -> {}, watch,
				Progress.none()).close();
		return watch.imagesPerSecond();
	}

	private double engineAlone() throws IOException {
		final SampleList samples = images.training().samples();
		final int size = spec.input().size();
		final int count = samples.size() / BATCH;
		final float[][] inputs = new float[count][BATCH * size];
		final int[][] labels = new int[count][BATCH];
		for (int i = 0; i < count * BATCH; i++) {
			System.arraycopy(samples.input(i), 0, inputs[i / BATCH], i % BATCH * size,
				size);
			labels[i / BATCH][i % BATCH] = samples.labelIndex(i);
		}
		try (TrainableNetwork network = network()) {
			for (int i = 0; i < count / 2; i++)
				network.trainOnBatch(inputs[i], labels[i], null, BATCH, 1e-3);
			final long start = System.nanoTime();
			for (int i = 0; i < count; i++)
				network.trainOnBatch(inputs[i], labels[i], null, BATCH, 1e-3);
			return count * BATCH / ((System.nanoTime() - start) / 1e9);
		}
	}

	private TrainableNetwork network() {
		return tools.engine().create(spec, new TrainingOptions(1,
			TrainingSettings.DEFAULT_OPTIMIZER, false));
	}
}
