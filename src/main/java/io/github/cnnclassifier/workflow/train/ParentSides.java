
package io.github.cnnclassifier.workflow.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.NearDuplicates;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.split.SplitRules;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Divides images some of which are known to the model that a training starts
 * from: what that has learned from is learned from again, so that validation
 * and test images are new to it.
 *
 * @param samples all readable samples
 * @param near the near duplicates among these or more samples
 * @param rules what belongs together
 * @param seed of the split
 * @param parent knows some of them
 */
record ParentSides(List<SurveyedSample> samples, NearDuplicates near,
		SplitRules rules, SeedTree seed, ParentImages parent)
{

	/**
	 * The sides of the parent are taken over as far as they leave something to
	 * learn from and something to validate; else only what it has learned from is
	 * settled.
	 *
	 * @param replaced the sides that images had in the model that is replaced
	 * @param told what was done
	 * @return the split
	 * @throws UserFailure if nothing is left to validate with, or the images
	 *           cannot be divided
	 */
	Split split(final Optional<FormerSplit> replaced,
		final Consumer<String> told)
	{
		for (final Split stored : honest(replaced)) {
			final Split split = stored.extended(samples, near, seed, rules);
			if (!validates(split)) continue;
			tell(stored, told);
			return split;
		}
		if (!rules.allowLeak()) throw new UserFailure(
			"Expected images to validate with that the model '" + parent.model() +
				"', from which the training starts, has not learned from; it has " +
				"learned from all " + samples.size() + ", or from images that belong " +
				"to them. Add images, or " + ParentImages.OTHER_START +
				". With allowLeak=true some of them validate nevertheless; the " +
				"figures are then too good, and the model says so.", List.of(
					ParentImages.INSIST));
		final Split own = kept(parent.split());
		final Split stored = validates(own) && leavesEnough(own) ? own : none();
		told.accept(FormerSplit.kept(stored, samples));
		return stored.extended(samples, near, seed, rules);
	}

	/** The sides that hold out nothing that was learned, the best first. */
	private List<Split> honest(final Optional<FormerSplit> replaced) {
		final Split before = kept(replaced.map(former -> parent.split().or(former
			.split())).orElse(parent.split()));
		final List<Split> honest = new ArrayList<>();
		final Split whole = withLearned(before);
		if (leavesEnough(whole)) honest.add(whole);
		honest.add(withLearned(none()));
		return honest;
	}

	private Split withLearned(final Split stored) {
		return stored.withLearned(parent.learned(), samples, near, rules);
	}

	private static Split none() {
		return Split.ofHashes(Map.of());
	}

	/** Who wants no test side has another use for its images. */
	private Split kept(final Split stored) {
		return rules.fractions().test() > 0 ? stored : Split.ofHashes(Map.of(
			Side.TRAINING, stored.hashes().get(Side.TRAINING), Side.VALIDATION, stored
				.hashes().get(Side.VALIDATION)));
	}

	/** @return whether no class would be without a training image */
	private boolean leavesEnough(final Split stored) {
		final Set<String> missing = new HashSet<>();
		samples.forEach(s -> missing.add(s.sample().label()));
		samples.stream().filter(s -> isLearned(stored, s)).forEach(s -> missing
			.remove(s.sample().label()));
		return missing.isEmpty();
	}

	private static boolean isLearned(final Split stored,
		final SurveyedSample sample)
	{
		final Side side = stored.sideOf(sample.contentHash());
		return side == null || side == Side.TRAINING;
	}

	private boolean validates(final Split split) {
		return samples.stream().anyMatch(s -> split.sideOf(s
			.contentHash()) == Side.VALIDATION);
	}

	private void tell(final Split stored, final Consumer<String> told) {
		told.accept(FormerSplit.kept(stored, samples));
		final long learned = samples.stream().filter(parent::hasLearned).count();
		if (learned > 0) told.accept("The model '" + parent.model() +
			"', from which the training starts, has learned from " + learned +
			" of these images. They and what belongs to them are on the training " +
			"side, so that validation and test images are new to it.");
	}
}
