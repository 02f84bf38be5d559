
package io.github.cnnclassifier.report;

import java.util.List;

/**
 * What images a result comes from.
 *
 * @param classes a row for each class, its name first, then counts
 * @param facts such as sizes, bit depths and groups, in the order to show;
 *          copied
 */
public record DataSummary(Table classes, List<LabelValue> facts) {

	/** Copies the list. */
	public DataSummary {
		facts = List.copyOf(facts);
	}
}
