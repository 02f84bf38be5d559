
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.augment.Augmentations;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.evaluate.EvaluateClassifier;
import io.github.cnnclassifier.workflow.evaluate.EvaluatedPart;
import io.github.cnnclassifier.workflow.train.LearnFrom;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.TrainClassifier;
import io.github.cnnclassifier.workflow.train.Unfreeze;

/**
 * How well classifiers do that learn from few images of a class: trains on each
 * list of a folder, as draw_few_images.py writes them, with each way to start,
 * and tells the balanced accuracy on the list's test images. One line of CSV
 * for each training; a line that is there already is not computed again. The
 * properties learnFrom and augmentation take what the keys of train take.
 */
final class HeadStartBenefit {

	/** The layers of the backbone with random weights, under a new last layer. */
	private static final String UNTRAINED = "untrained";

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final Path model;

	private HeadStartBenefit(final Path model) {
		this.model = model;
	}

	/**
	 * @param args folder of lists; CSV to write; ways to start with commas, such
	 *          as auto,scratch,untrained; a part of the names of lists, if not all
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length < 3) throw new IllegalArgumentException("Expected a " +
			"folder of lists, a CSV file to write, ways to start with commas and, if " +
			"not all lists count, a part of their names");
		final Path results = Path.of(args[1]);
		final Map<String, String> known = new LinkedHashMap<>();
		if (Files.exists(results)) Files.readAllLines(results).forEach(l -> known
			.put(l.replaceFirst(",[^,]*,[^,]*$", ""), l));
		final HeadStartBenefit benchmark = new HeadStartBenefit(results.resolveSibling(results
			.getFileName() + ".model.zip"));
		final List<Path> lists;
		try (var files = Files.list(Path.of(args[0]))) {
			lists = files.filter(f -> f.toString().endsWith(".csv") &&
				(args.length < 4 || f.getFileName().toString().matches(args[3])))
				.sorted().toList();
		}
		for (final Path list : lists) {
			for (final String start : args[2].split(",")) {
				final String key = list.getFileName().toString().replace(".csv", "") +
					"," + start;
				if (known.containsKey(key)) continue;
				known.put(key, benchmark.line(key, list, start));
				Files.write(results, known.values());
			}
		}
	}

	private String line(final String key, final Path list, final String start)
		throws IOException
	{
		final long before = System.nanoTime();
		final ChannelRule channels = list.getFileName().toString().startsWith(
			"cifar10gray") ? ChannelRule.GRAY : null;
		new TrainClassifier(tools, new TrainingListener() {}, Progress.none()).run(
			new TrainClassifier.Request(list, Set.of(), new SplitOptions(GroupingRule
				.parse(GroupingRule.NONE), true, Optional.empty()),
				new PreprocessingOptions(null, null, channels, null), PlanePolicy.EACH,
				choice(start), "six-conv", new TrainingSettings(
					TrainingSettings.AUTOMATIC, TrainingSettings.AUTOMATIC,
					TrainingSettings.DEFAULT_LEARNING_RATE, Augmentations
						.forTraining(System.getProperty("augmentation", "auto")), false, 1),
				LearnFrom.parse(System.getProperty("learnFrom", "training")), model, true,
				Optional.empty()));
		final double seconds = (System.nanoTime() - before) / 1e9;
		final Figures figures = new EvaluateClassifier(tools, Progress.none()).run(
			new EvaluateClassifier.Request(list, Set.of(), model, EvaluatedPart.TEST,
				InputOverrides.NONE, null, Optional.empty(), false)).evaluation()
			.figures();
		final String line = String.format(Locale.ROOT, "%s,%.4f,%.1f", key, figures
			.balancedAccuracy(), seconds);
		System.out.println(line);
		return line;
	}

	/**
	 * @param start as in the command, or untrained; behind a plus what may be
	 *          unfrozen
	 */
	private StartChoice choice(final String start) throws IOException {
		if (start.equals(UNTRAINED)) return new StartChoice(StartChoice.Kind.MODEL,
			untrained(), Unfreeze.HEAD);
		final String[] parts = start.split("\\+");
		return StartChoice.parse(parts[0]).with(Unfreeze.parse(parts.length > 1
			? parts[1] : "auto"));
	}

	/**
	 * How much of what a head start brings is its layers and not what they have
	 * learned.
	 *
	 * @return the backbone as a training of it would begin, as a model file
	 */
	private Path untrained() throws IOException {
		final Path file = model.resolveSibling(model.getFileName() +
			".untrained.zip");
		final SavedClassifier backbone = ShippedModel.read(Path.of(
			ShippedModel.BACKBONE), tools.engine());
		try (TrainableNetwork network = tools.engine().create(backbone
			.networkSpec(), new TrainingOptions(1, new AdamW(0), true)))
		{
			ModelArchive.write(file, new SavedClassifier(backbone.description(),
				network.weights()), tools.engine());
		}
		return file;
	}
}
