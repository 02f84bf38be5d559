
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingDefaults;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.split.SplitRules;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.Architectures;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.training.LearningRateSchedule;
import io.github.cnnclassifier.training.Start;
import io.github.cnnclassifier.training.TrainedNetwork;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingRun;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.Tools;

/**
 * What the presets of augmentation do for accuracy: trains on few images of
 * each class with each preset and five seeds, and prints the accuracy on the
 * validation side after the last epoch. A seed draws the training images, the
 * first weights and the order; for one seed these are the same with all
 * presets, so the differences to none count. Images of the test side are never
 * looked at.
 */
final class AugmentationBenefit {

	private static final int SEEDS = 5;

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final Survey survey;
	private final Split split;
	private final Preprocessing preprocessing;
	private final NetworkSpec spec;
	private final int epochs;
	private final int imagesPerClass;

	private AugmentationBenefit(final Path folder, final String network,
		final int epochs, final int imagesPerClass, final Set<String> exclude)
	{
		this.epochs = epochs;
		this.imagesPerClass = imagesPerClass;
		final LabeledImages all = LabeledImages.open(folder, tools.reader(),
			exclude);
		final List<Sample> seen = all.samples().stream().filter(s -> s
			.declaredSide() != Side.TEST).toList();
		survey = Survey.of(new LabeledImages(all.origin(), all.labels(), seen, List
			.of()), Progress.none());
		split = Split.of(survey.samples(), new SeedTree(1), new SplitRules(
			GroupingRule.parse(GroupingRule.AUTO).apply(survey.images()), false));
		preprocessing = PreprocessingDefaults.choose(survey.samples().stream()
			.filter(s -> split.sideOf(s.contentHash()) != Side.TEST).toList(),
			PreprocessingOptions.NONE).preprocessing();
		spec = new NetworkSpec(Architectures.resolve(network), new InputShape(
			preprocessing.channels(), preprocessing.height(), preprocessing.width()),
			all.labels().size());
	}

	/**
	 * @param args folder of labeled images; name of a network; epochs; training
	 *          images of each class; classes to leave out, if any
	 * @throws IOException if an image cannot be read
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length < 4) throw new IllegalArgumentException(
			"Expected a folder of images, a network, epochs, training images of " +
				"each class and classes to leave out, such as: CELLS tiny 40 20");
		new AugmentationBenefit(Path.of(args[0]), args[1], Integer.parseInt(
			args[2]), Integer.parseInt(args[3]), Set.copyOf(Arrays.asList(args)
				.subList(4, args.length))).run();
	}

	private void run() throws IOException {
		final Map<Augmentation, List<Double>> accuracies = new LinkedHashMap<>();
		for (int seed = 1; seed <= SEEDS; seed++) {
			final SplitImages images = images(seed);
			for (final Augmentation preset : Augmentation.PRESETS)
				accuracies.computeIfAbsent(preset, unused -> new ArrayList<>()).add(
					accuracy(images, preset, seed));
			final int last = seed - 1;
			accuracies.forEach((preset, values) -> System.out.printf(Locale.ROOT,
				"%s %.3f  ", preset.name(), values.get(last)));
			System.out.println("seed " + seed);
			if (seed == SEEDS) print(images, accuracies);
		}
	}

	/** The validation side, and of the training side what the seed draws. */
	private SplitImages images(final int seed) {
		final SeedTree draw = new SeedTree(seed).child("draw");
		final List<String> drawn = new ArrayList<>();
		for (final String label : survey.images().labels()) {
			split.select(survey.samples(), Side.TRAINING).stream().filter(s -> s
				.sample().label().equals(label)).map(SurveyedSample::contentHash)
				.distinct().sorted(Comparator.comparingLong(hash -> draw.child(hash)
					.seed())).limit(imagesPerClass).forEach(drawn::add);
		}
		return SplitImages.of(survey, Split.ofHashes(Map.of(Side.TRAINING, drawn,
			Side.VALIDATION, split.hashes().get(Side.VALIDATION))), preprocessing,
			Long.MAX_VALUE);
	}

	private double accuracy(final SplitImages images, final Augmentation preset,
		final int seed) throws IOException
	{
		// no early end, and no choice of the best epoch on the same images
		final TrainingSettings settings = new TrainingSettings(epochs,
			TrainingSettings.AUTOMATIC, TrainingSettings.DEFAULT_LEARNING_RATE,
			TrainingSettings.DEFAULT_OPTIMIZER, LearningRateSchedule.Cosine.DEFAULT,
			epochs, preset, false, seed).resolved(images.training().samples()
				.size());
		try (TrainedNetwork trained = new TrainingRun(spec, Start.SCRATCH, settings,
			images.training(), images.validation()).train(tools.engine(), (weights,
				figures) -> {}, new TrainingListener()
				{}, Progress.none()))
		{
			final List<EpochFigures> history = trained.result().history();
			return history.get(history.size() - 1).validationAccuracy();
		}
	}

	private void print(final SplitImages images,
		final Map<Augmentation, List<Double>> accuracies)
	{
		System.out.printf("%s, %d epochs, %d classes, %d training and %d " +
			"validation images, %d seeds%n", spec.architecture().name(), epochs, spec
				.classes(), images.training().samples().size(), images.validation()
					.samples().size(), SEEDS);
		System.out.println("| preset | accuracy | more than `none` |");
		System.out.println("| --- | --- | --- |");
		final List<Double> none = accuracies.get(Augmentation.NONE);
		accuracies.forEach((preset, values) -> System.out.printf(
			"| `%s` | %s | %s |%n", preset.name(), text(values), text(IntStream.range(
				0, SEEDS).mapToObj(i -> values.get(i) - none.get(i)).toList())));
	}

	/** Mean and sample standard deviation. */
	private static String text(final List<Double> values) {
		final double mean = values.stream().mapToDouble(v -> v).average()
			.orElseThrow();
		final double squares = values.stream().mapToDouble(v -> (v - mean) * (v -
			mean)).sum();
		return String.format(Locale.ROOT, "%.3f +- %.3f", mean, Math.sqrt(squares /
			(values.size() - 1)));
	}
}
