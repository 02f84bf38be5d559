
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.inference.RegionAnswer;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;

/**
 * What a classifier says of the regions of an image, as a table:
 * {@code image,index,roi,slice,frame,class,confidence,p_<class>...,model,error}.
 */
public final class RegionTable {

	private RegionTable() {}

	/**
	 * @param image its title
	 * @param labels of the model
	 * @param threshold which answers count
	 * @param answers one row each, in order; what is not known is empty
	 * @param model its name
	 * @return the table
	 */
	public static Table of(final String image, final ClassLabels labels,
		final Threshold threshold, final List<RegionAnswer> answers,
		final String model)
	{
		final List<String> headings = new ArrayList<>(List.of("image", "index",
			"roi", "slice", "frame", "class"));
		headings.addAll(ProbabilityColumns.headings(labels));
		headings.addAll(List.of("model", "error"));
		final List<List<Object>> rows = new ArrayList<>();
		for (final RegionAnswer answer : answers) {
			final List<Object> row = new ArrayList<>(List.of(image, known(answer
				.index()), answer.name(), known(answer.slice()), known(answer
					.frame())));
			final Optional<Prediction> prediction = answer.prediction();
			row.add(prediction.map(p -> threshold.name(labels, p)).orElse(""));
			row.addAll(prediction.isEmpty() ? ProbabilityColumns.empty(labels)
				: ProbabilityColumns.cells(labels, prediction.get()));
			row.addAll(List.of(model, answer.error()));
			rows.add(row);
		}
		return new Table(headings, rows);
	}

	private static Object known(final int number) {
		return number == 0 ? "" : number;
	}
}
