
package io.github.cnnclassifier.workflow.label;

import java.util.Map;

/**
 * How many crops are what.
 *
 * @param total of all crops
 * @param confirmed crops of each class, in the order of the classes, 0 where
 *          none is
 * @param predicted the same of crops without a label whose class is predicted
 * @param problems crops that cannot be read
 * @param unsaved labels, and new names of classes, that are not yet on the
 *          disk, usually 0
 */
public record LabelCounts(int total, Map<String, Integer> confirmed,
		Map<String, Integer> predicted, int problems, int unsaved)
{

	/** @return how many crops have a label */
	public int labeled() {
		return confirmed.values().stream().mapToInt(Integer::intValue).sum();
	}
}
