
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.split.SplitFractions;

/**
 * How a user wants images to be divided into sides.
 *
 * @param groups which images belong together
 * @param allowLeak whether they may be divided where there is no other way
 * @param splitFrom a model whose images keep their sides; empty for none
 * @param fractions of each class, where the data set declares no sides
 */
public record SplitOptions(GroupingRule groups, boolean allowLeak,
		Optional<Path> splitFrom, SplitFractions fractions)
{

	/** The value of the key groups by which each image stands alone. */
	public static final String UNGROUPED = GroupingRule.NONE;

	/**
	 * With the default fractions.
	 *
	 * @param groups which images belong together
	 * @param allowLeak whether they may be divided where there is no other way
	 * @param splitFrom a model whose images keep their sides; empty for none
	 */
	public SplitOptions(final GroupingRule groups, final boolean allowLeak,
		final Optional<Path> splitFrom)
	{
		this(groups, allowLeak, splitFrom, SplitFractions.DEFAULT);
	}

	/** Guessed groups that must not be divided; a new split. */
	public static final SplitOptions DEFAULT = new SplitOptions(GroupingRule
		.parse(GroupingRule.AUTO), false, Optional.empty());

	/** @return the same, where each image stands alone */
	public SplitOptions ungrouped() {
		return new SplitOptions(GroupingRule.parse(UNGROUPED), allowLeak, splitFrom,
			fractions);
	}
}
