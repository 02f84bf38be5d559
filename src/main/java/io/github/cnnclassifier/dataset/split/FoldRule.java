
package io.github.cnnclassifier.dataset.split;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * How a user wants images to be divided for cross-validation.
 *
 * @param folds how many parts, 2 to 1000; of no interest if groups are left out
 * @param leavesGroupsOut whether each group is a fold of its own
 * @param repeats how often, each time in another way or with another seed, 1 to
 *          100
 */
public record FoldRule(int folds, boolean leavesGroupsOut, int repeats) {

	/** Enough for a steady mean, and each run has 80 % of the images. */
	public static final int DEFAULT_FOLDS = 5;

	private static final int MOST_FOLDS = 1000;
	private static final int MOST_REPEATS = 100;

	/** @throws WrongUsage if a number is out of its range, or means nothing */
	public FoldRule {
		if (folds < 2 || folds > MOST_FOLDS) throw new WrongUsage(
			"Expected folds from 2 to " + MOST_FOLDS + ", found " + folds +
				". With " + DEFAULT_FOLDS + ", each training has 80 % of the images.");
		if (leavesGroupsOut && folds != DEFAULT_FOLDS) throw new WrongUsage(
			"Expected folds or leaveOneGroupOut=true, found both: there are as " +
				"many folds as groups then. Leave one of them out.");
		if (repeats < 1 || repeats > MOST_REPEATS) throw new WrongUsage(
			"Expected repeats from 1 to " + MOST_REPEATS + ", found " + repeats +
				".");
	}
}
