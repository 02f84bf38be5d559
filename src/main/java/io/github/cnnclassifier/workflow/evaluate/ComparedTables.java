
package io.github.cnnclassifier.workflow.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.cnnclassifier.evaluation.ComparedPrediction;
import io.github.cnnclassifier.evaluation.HeldOutPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.report.PredictionTable;

/**
 * The answers of two classifiers, brought together image by image. An image
 * that was predicted several times counts once, with the mean of its
 * probabilities.
 */
final class ComparedTables {

	/** What one classifier said of an image. */
	private record Answer(String group, String actual,
			ComparedPrediction.Said said)
	{
	}

	private final ClassLabels firstLabels;
	private final ClassLabels secondLabels;
	private final Map<String, Answer> first;
	private final Map<String, Answer> second;
	private final List<String> warnings = new ArrayList<>();

	private ComparedTables(final PredictionTable first,
		final PredictionTable second)
	{
		firstLabels = first.labels();
		secondLabels = second.labels();
		this.first = answers(first);
		this.second = answers(second);
	}

	/**
	 * @param first predictions of the first one
	 * @param second predictions of the second one
	 * @return both
	 * @throws UserFailure if they have fewer than two classes in common
	 */
	static ComparedTables of(final PredictionTable first,
		final PredictionTable second)
	{
		CommonClasses.of(first.labels(), second.labels());
		return new ComparedTables(first, second);
	}

	private static Map<String, Answer> answers(final PredictionTable table) {
		final ClassLabels labels = table.labels();
		final Map<String, List<HeldOutPrediction>> images = table.predictions()
			.stream().collect(Collectors.groupingBy(held -> held.labeled().name(),
				LinkedHashMap::new, Collectors.toList()));
		final Map<String, Answer> answers = new LinkedHashMap<>();
		images.forEach((name, all) -> {
			final Prediction mean = Prediction.mean(all.stream().map(held -> held
				.labeled().prediction()).toList());
			answers.put(name, new Answer(all.get(0).group(), labels.name(all.get(0)
				.labeled().actual()), new ComparedPrediction.Said(labels.name(mean
					.labelIndex()), mean.confidence())));
		});
		return answers;
	}

	/**
	 * @return the images of both, in the order of the first
	 * @throws UserFailure if there is none
	 */
	List<ComparedPrediction> images() {
		final Set<String> common = CommonClasses.of(firstLabels, secondLabels);
		final List<ComparedPrediction> images = new ArrayList<>();
		int alone = 0;
		int otherwise = 0;
		int strange = 0;
		for (final Map.Entry<String, Answer> entry : first.entrySet()) {
			final Answer one = entry.getValue();
			final Answer two = second.get(entry.getKey());
			if (two == null) alone++;
			else if (!one.actual().equals(two.actual())) otherwise++;
			else if (!common.contains(one.actual())) strange++;
			else images.add(new ComparedPrediction(entry.getKey(), one.group()
				.isEmpty() ? two.group() : one.group(), one.actual(), one.said(), two
					.said()));
		}
		alone += second.keySet().stream().filter(name -> !first.containsKey(name))
			.count();
		leftOut(alone, "only one of the two has a prediction of");
		leftOut(otherwise, "the two give another true class to");
		leftOut(strange, "one of the models does not have the class of");
		if (images.isEmpty()) throw new UserFailure("Expected predictions of the " +
			"same images, found none: there are predictions of " + first.size() +
			" and of " + second.size() + " images" + (warnings.isEmpty() ? "."
				: ". " + String.join(" ", warnings)));
		return images;
	}

	private void leftOut(final int count, final String why) {
		if (count > 0) warnings.add("Left out: " + count + (count == 1 ? " image"
			: " images") + " (" + why + (count == 1 ? " it)." : " them)."));
	}

	/** @return what was left out, in words; after {@link #images()} */
	List<String> warnings() {
		return warnings;
	}
}
