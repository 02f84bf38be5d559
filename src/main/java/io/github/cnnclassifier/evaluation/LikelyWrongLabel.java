
package io.github.cnnclassifier.evaluation;

/**
 * An image whose label is worth a look.
 *
 * @param rank 1-based; the first is the likeliest to be wrong
 * @param name of the image
 * @param group what it was held out with; empty if it stands alone
 * @param given 0-based class that the data set gives it
 * @param suggested 0-based class that fits better, never the given one
 * @param score 0 to 1: how probable it is that the label is wrong, as far as
 *          the predictions of all images tell
 */
public record LikelyWrongLabel(int rank, String name, String group, int given,
		int suggested, double score)
{
}
