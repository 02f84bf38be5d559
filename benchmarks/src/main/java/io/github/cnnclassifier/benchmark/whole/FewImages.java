
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.augment.Augmentations;
import io.github.cnnclassifier.dataset.prepare.PreprocessingDefaults;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.split.SplitRules;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.Architectures;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.training.Start;
import io.github.cnnclassifier.training.TrainedNetwork;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingRun;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.train.LearnFrom;

/**
 * How good a classifier is that somebody trains, with all else as by default,
 * on a few images of each class. A seed draws these images, which are divided
 * as in any training; balanced accuracy is measured on others that the training
 * never sees, at most 50 of each class.
 */
final class FewImages {

	private static final int MOST_TEST_IMAGES = 50;

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final Survey survey;
	private final int imagesPerClass;
	private final Augmentation augmentation;
	private final Integer side;
	private final LearnFrom learnFrom;
	private Preprocessing preprocessing;

	private FewImages(final Path folder, final int imagesPerClass,
		final String augmentation, final LearnFrom learnFrom, final int side,
		final Set<String> exclude)
	{
		this.learnFrom = learnFrom;
		this.imagesPerClass = imagesPerClass;
		this.augmentation = Augmentations.forTraining(augmentation);
		this.side = side == 0 ? null : side;
		survey = Survey.of(LabeledImages.open(folder, tools.reader(), exclude),
			Progress.none());
	}

	/**
	 * @param args folder of labeled images; images of each class; seeds, such as
	 *          1,2,3; augmentation; training or all, as learnFrom; width and
	 *          height of the input, 0 for those by default; classes to leave out,
	 *          if any
	 * @throws IOException if an image cannot be read
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length < 6) throw new IllegalArgumentException(
			"Expected a folder of images, images of each class, seeds, an " +
				"augmentation, what to learn from, a size and classes to leave out, " +
				"such as: CELLS 20 1,2,3 auto training 0");
		final FewImages few = new FewImages(Path.of(args[0]), Integer.parseInt(
			args[1]), args[3], LearnFrom.parse(args[4]), Integer.parseInt(args[5]),
			Set.copyOf(Arrays.asList(args).subList(6, args.length)));
		final List<Double> figures = new ArrayList<>();
		for (final String seed : args[2].split(",")) {
			figures.add(few.run(Long.parseLong(seed)));
			System.out.printf(Locale.ROOT, "%s, %s images of each class, %s, " +
				"learned from %s, seed %s: %.3f%n", args[0], args[1], args[3], args[4],
				seed, figures.get(figures.size() - 1));
		}
		final double mean = figures.stream().mapToDouble(f -> f).average()
			.orElseThrow();
		final double squares = figures.stream().mapToDouble(f -> (f - mean) * (f -
			mean)).sum();
		System.out.printf(Locale.ROOT, "mean %.3f +- %.3f%n", mean, Math.sqrt(
			squares / (figures.size() - 1)));
	}

	/** @return balanced accuracy */
	private double run(final long seed) throws IOException {
		final SplitImages images = images(seed);
		final TrainingRun run = new TrainingRun(spec(images), Start.SCRATCH,
			new TrainingSettings(TrainingSettings.AUTOMATIC,
				TrainingSettings.AUTOMATIC, TrainingSettings.DEFAULT_LEARNING_RATE,
				augmentation, false, seed), images.training(), images.validation())
			.resolved(tools.engine(), Progress.none());
		// with few images, the second run learns as long as the first one did
		final TrainingRun last = learnFrom == LearnFrom.TRAINING ? run
			: new TrainingRun(run.spec(), run.start(), run.settings(), images
				.trainingAndValidation(), images.noValidation());
		try (TrainedNetwork trained = last.train(tools.engine(), (weights,
			figures) -> {}, new TrainingListener()
		{}, Progress.none())) {
			return balancedAccuracy(trained.network(), images.test().samples());
		}
	}

	private NetworkSpec spec(final SplitImages images) {
		return new NetworkSpec(Architectures.resolve("six-conv"), new InputShape(
			preprocessing.channels(), preprocessing.height(), preprocessing.width()),
			images.labels().size());
	}

	/** What a user has is divided; what remains is the test side. */
	private SplitImages images(final long seed) {
		final SeedTree draw = new SeedTree(seed).child("draw");
		final List<SurveyedSample> drawn = new ArrayList<>();
		final List<String> others = new ArrayList<>();
		for (final String label : survey.images().labels()) {
			final List<SurveyedSample> all = survey.samples().stream().filter(s -> s
				.sample().label().equals(label)).sorted(Comparator.comparingLong(
					s -> draw.child(s.contentHash()).seed())).toList();
			final int taken = Math.min(imagesPerClass, all.size() * 3 / 4);
			drawn.addAll(all.subList(0, taken));
			all.stream().skip(taken).limit(MOST_TEST_IMAGES).forEach(s -> others.add(s
				.contentHash()));
		}
		final Split split = Split.of(drawn, new SeedTree(seed), new SplitRules(
			Grouping.none(), false));
		preprocessing = PreprocessingDefaults.choose(drawn.stream().filter(
			s -> split.sideOf(s.contentHash()) != Side.TEST).toList(),
			new PreprocessingOptions(side, side, null, null)).preprocessing();
		return SplitImages.of(survey, Split.ofHashes(Map.of(Side.TRAINING, split
			.hashes().get(Side.TRAINING), Side.VALIDATION, split.hashes().get(
				Side.VALIDATION), Side.TEST, others)), preprocessing, Long.MAX_VALUE);
	}

	/** The mean over the classes of how many of their images are recognized. */
	private static double balancedAccuracy(final Network network,
		final SampleList samples) throws IOException
	{
		final int[] right = new int[samples.labels().size()];
		for (int i = 0; i < samples.size(); i++) {
			final int label = samples.labelIndex(i);
			if (new Prediction(network.predict(samples.input(i), 1))
				.labelIndex() == label) right[label]++;
		}
		final int[] counts = samples.classCounts();
		return IntStream.range(0, right.length).filter(c -> counts[c] > 0)
			.mapToDouble(c -> (double) right[c] / counts[c]).average().orElseThrow();
	}
}
