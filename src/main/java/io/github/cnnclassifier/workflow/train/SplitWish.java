
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
 * @param seed of the split
 */
record SplitWish(boolean allowLeak, SplitFractions fractions,
		PlanePolicy planes, Optional<FormerSplit> former, long seed)
{

	static SplitWish of(final PrepareTrainingData.DataRequest request) {
		return new SplitWish(request.allowLeak(), request.fractions(), request
			.planes(), request.former(), request.seed());
	}

	/**
	 * @param samples all readable samples
	 * @param near the near duplicates among these or more samples
	 * @param grouping which of them belong together
	 * @param kept told of the split that is kept, if there is one
	 * @return the sides
	 * @throws UserFailure if the images cannot be divided so
	 */
	Split split(final List<SurveyedSample> samples, final NearDuplicates near,
		final Grouping grouping, final Consumer<FormerSplit> kept)
	{
		final SplitRules rules = new SplitRules(grouping, allowLeak, fractions,
			planes == PlanePolicy.AVERAGE);
		final SeedTree tree = new SeedTree(seed);
		final Optional<FormerSplit> before = former.filter(split -> split
			.isAsked() || !split.split().divides(samples, near, rules));
		before.ifPresent(kept);
		return before.isPresent() ? before.get().split().extended(samples, near,
			tree, rules) : Split.of(samples, near, tree, rules);
	}
}
