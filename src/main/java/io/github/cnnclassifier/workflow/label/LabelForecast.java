
package io.github.cnnclassifier.workflow.label;

/**
 * What more labels would bring, as far as that can be told. Confirmed crops are
 * left out in turn and predicted by the others: they were not chosen by chance,
 * so this is a rough guide, and the words say so.
 *
 * @param labels how many crops were confirmed when it was made
 * @param accuracy share of left-out crops that were right, 0 to 1; NaN if too
 *          few have a label
 * @param low of its interval at 95 %
 * @param high of its interval at 95 %
 * @param further how many labels more it looks ahead; 0 if nothing can be told
 * @param expected share with so many more; NaN if nothing can be told
 * @param words all of this in one or two sentences for the user; never empty
 */
public record LabelForecast(int labels, double accuracy, double low,
		double high, int further, double expected, String words)
{
}
