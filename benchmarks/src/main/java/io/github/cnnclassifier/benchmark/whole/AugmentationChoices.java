
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.augment.AutomaticAugmentation;
import io.github.cnnclassifier.dataset.prepare.PreprocessingDefaults;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.workflow.Tools;

/**
 * Which augmentation images choose for themselves, with 10, 20 and 50 of each
 * class, drawn ten times, and with all. Images of a declared test side are not
 * looked at.
 */
final class AugmentationChoices {

	private static final int DRAWS = 10;

	private final SampleList samples;
	private final Preprocessing preprocessing;

	/** @param most images of each class to read */
	private AugmentationChoices(final Path folder, final int most,
		final Set<String> exclude)
	{
		final Tools tools = CnnClassifier.tools(Progress.none());
		final LabeledImages all = LabeledImages.open(folder, tools.reader(),
			exclude);
		final SeedTree seed = new SeedTree(0);
		final Map<String, Integer> taken = new TreeMap<>();
		final List<Sample> some = all.samples().stream().filter(s -> s
			.declaredSide() != Side.TEST).sorted(Comparator.comparingLong(s -> seed
				.child(s.name()).seed())).filter(s -> taken.merge(s.label(), 1,
					Integer::sum) <= most).toList();
		final Survey survey = Survey.of(new LabeledImages(all.origin(), all
			.labels(), some, List.of()), Progress.none());
		preprocessing = PreprocessingDefaults.choose(survey.samples(),
			PreprocessingOptions.NONE).preprocessing();
		samples = SampleList.of(survey.samples(), all.labels(), preprocessing,
			Long.MAX_VALUE);
	}

	/**
	 * @param args folder of labeled images; most images of each class; classes to
	 *          leave out, if any
	 * @throws IOException if an image cannot be read
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length < 2) throw new IllegalArgumentException(
			"Expected a folder of images, the most images of each class and " +
				"classes to leave out, such as: CELLS 500");
		final int most = Integer.parseInt(args[1]);
		final AugmentationChoices choices = new AugmentationChoices(Path.of(
			args[0]), most, Set.copyOf(Arrays.asList(args).subList(2, args.length)));
		for (final int perClass : new int[] { 10, 20, 50 }) {
			final Map<String, Integer> chosen = new TreeMap<>();
			for (int draw = 1; draw <= DRAWS; draw++)
				chosen.merge(choices.choose(perClass, draw).augmentation().name(), 1,
					Integer::sum);
			System.out.println(args[0] + ", " + perClass + " of each class: " +
				chosen);
		}
		System.out.println(args[0] + ", all: " + choices.choose(most, 1).reason());
	}

	private AutomaticAugmentation.Choice choose(final int perClass,
		final int draw) throws IOException
	{
		final SeedTree seed = new SeedTree(draw);
		final AutomaticAugmentation automatic = new AutomaticAugmentation(
			preprocessing.channels(), preprocessing.height(), preprocessing.width(),
			samples.labels().size());
		final int[] taken = new int[samples.labels().size()];
		for (final int i : order(seed.child("draw"))) {
			if (taken[samples.labelIndex(i)]++ < perClass) automatic.add(samples
				.input(i), samples.labelIndex(i));
		}
		return automatic.choose(seed);
	}

	private List<Integer> order(final SeedTree seed) {
		final List<Integer> order = new ArrayList<>();
		for (int i = 0; i < samples.size(); i++)
			order.add(i);
		order.sort(Comparator.comparingLong(i -> seed.child(i).seed()));
		return order;
	}
}
