
package io.github.cnnclassifier.dataset.split;

/**
 * What a split has to keep to.
 *
 * @param grouping which images belong together
 * @param allowLeak whether images that belong together may be divided where a
 *          class could not be divided otherwise
 * @param fractions of each class
 * @param wholeStacks whether the planes of a stack belong together, too, as
 *          they get one answer
 */
public record SplitRules(Grouping grouping, boolean allowLeak,
		SplitFractions fractions, boolean wholeStacks)
{

	/**
	 * With the default fractions, and planes that are images of their own.
	 *
	 * @param grouping which images belong together
	 * @param allowLeak whether they may be divided where there is no other way
	 */
	public SplitRules(final Grouping grouping, final boolean allowLeak) {
		this(grouping, allowLeak, SplitFractions.DEFAULT, false);
	}
}
