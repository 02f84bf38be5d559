
package io.github.cnnclassifier.workflow.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.NearDuplicates;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.split.SplitFractions;
import io.github.cnnclassifier.dataset.split.SplitRules;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.random.SeedTree;

/**
 * How images are to be divided into sides, once they are read and grouped.
 *
 * @param allowLeak whether groups may be divided where there is no other way
 * @param fractions of each class, where the data set declares no sides
 * @param planes what becomes of stacks
 * @param former a split to keep; empty for a new one
 * @param parents what the training starts from
 * @param seed of the split
 */
record SplitWish(boolean allowLeak, SplitFractions fractions,
		PlanePolicy planes, Optional<FormerSplit> former, Parents parents,
		long seed)
{

	static SplitWish of(final PrepareTrainingData.DataRequest request) {
		return new SplitWish(request.allowLeak(), request.fractions(), request
			.planes(), request.former(), request.parents(), request.seed());
	}

	/**
	 * @param samples all readable samples
	 * @param near the near duplicates among these or more samples
	 * @param grouping which of them belong together
	 * @param told what there is to say of a split that is kept, line by line
	 * @return the sides
	 * @throws UserFailure if the images cannot be divided so, or one of the
	 *           parents has learned from images that would be held out
	 */
	Split split(final List<SurveyedSample> samples, final NearDuplicates near,
		final Grouping grouping, final Consumer<String> told)
	{
		final SplitRules rules = new SplitRules(grouping, allowLeak, fractions,
			planes == PlanePolicy.AVERAGE);
		final SeedTree tree = new SeedTree(seed);
		parents.tellIfUnknown(told);
		final Optional<ParentSides> arranged = parents.shared().filter(
			parent -> !isAsked() && samples.stream().anyMatch(parent::knows)).map(
				parent -> new ParentSides(samples, near, rules, tree, parent));
		final Split split = arranged.isPresent() ? arranged.get().split(former,
			told) : kept(samples, near, rules, tree, told);
		return parents.checked(split, samples, allowLeak, wayOut(samples));
	}

	private boolean isAsked() {
		return former.isPresent() && former.get().isAsked();
	}

	private Split kept(final List<SurveyedSample> samples,
		final NearDuplicates near, final SplitRules rules, final SeedTree tree,
		final Consumer<String> told)
	{
		final Optional<FormerSplit> before = former.filter(split -> split
			.isAsked() || !split.split().divides(samples, near, rules));
		before.flatMap(split -> split.statement(samples)).ifPresent(told);
		return before.isPresent() ? before.get().split().extended(samples, near,
			tree, rules) : Split.of(samples, near, tree, rules);
	}

	private String wayOut(final List<SurveyedSample> samples) {
		if (isAsked())
			return "Leave out splitFrom, so that they are learned from " + "again";
		if (samples.stream().anyMatch(s -> s.sample().declaredSide() != null))
			return "Take them out of the sides that the images declare";
		return "Keep the sides of that model, with splitFrom";
	}
}
