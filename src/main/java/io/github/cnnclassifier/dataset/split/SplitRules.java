
package io.github.cnnclassifier.dataset.split;

/**
 * What a split has to keep to.
 *
 * @param grouping which images belong together
 * @param allowLeak whether images that belong together may be divided where a
 *          class could not be divided otherwise
 * @param fractions of each class
 */
public record SplitRules(Grouping grouping, boolean allowLeak,
		SplitFractions fractions)
{

	/**
	 * With the default fractions.
	 *
	 * @param grouping which images belong together
	 * @param allowLeak whether they may be divided where there is no other way
	 */
	public SplitRules(final Grouping grouping, final boolean allowLeak) {
		this(grouping, allowLeak, SplitFractions.DEFAULT);
	}
}
