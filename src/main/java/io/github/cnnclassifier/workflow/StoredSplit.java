
package io.github.cnnclassifier.workflow;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.ContentHash;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.LearnedBefore;

/** The split that a model remembers. */
public final class StoredSplit {

	/** The setting that tells whether validation images were learned from. */
	public static final String LEARN_FROM = "learnFrom";

	private StoredSplit() {}

	/** @return may be of a form in which no image can be recognized */
	public static Split of(final ClassifierDescription description) {
		final Map<String, List<String>> stored = description.training().dataset()
			.split();
		final Map<Side, List<String>> hashes = new EnumMap<>(Side.class);
		for (final Side side : Side.values()) {
			hashes.put(side, stored.getOrDefault(side.label(), List.of()));
		}
		return Split.ofHashes(hashes);
	}

	/** @return the sides whose images the weights were learned from */
	public static Set<Side> learnedFrom(final ClassifierDescription description) {
		final String learned = description.training().settings().get(LEARN_FROM);
		return "all".equals(learned) ? EnumSet.of(Side.TRAINING, Side.VALIDATION)
			: EnumSet.of(Side.TRAINING);
	}

	/**
	 * @return content hashes of all images that the weights were learned from,
	 *         also those that the model it started from had learned from, and the
	 *         one before that
	 */
	public static Set<String> learned(final ClassifierDescription description) {
		final Map<Side, List<String>> hashes = of(description).hashes();
		final Set<String> learned = new TreeSet<>(description.training().dataset()
			.before().images());
		learnedFrom(description).forEach(side -> learned.addAll(hashes.get(side)));
		return learned;
	}

	/**
	 * @return whether {@link #learned} are all, and images that are not among
	 *         them are new to the model
	 */
	public static boolean tellsAllLearned(
		final ClassifierDescription description)
	{
		return description.training().dataset().before().complete() && learned(
			description).stream().allMatch(hash -> hash.startsWith(ContentHash.KIND));
	}

	/** @return what a model has to remember that starts from this one */
	public static LearnedBefore handedOn(
		final ClassifierDescription description)
	{
		return new LearnedBefore(List.copyOf(learned(description)), tellsAllLearned(
			description));
	}

	/**
	 * @return to be kept by another training
	 * @throws UserFailure if no image can be recognized, so that nothing could be
	 *           kept
	 */
	public static Split toKeep(final ClassifierDescription description) {
		final Split split = of(description);
		if (!split.knowsContents()) throw new UserFailure(
			"Expected a model that tells which images it was trained on, got one of " +
				"an earlier version, '" + description.name() +
				"', which has them in a form that is no longer known. Make a new " +
				"split.");
		return split;
	}
}
