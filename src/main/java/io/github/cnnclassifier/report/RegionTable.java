
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.inference.RegionAnswer;
import io.github.cnnclassifier.model.ClassLabels;
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
		final List<Column<RegionAnswer>> columns = new ArrayList<>(List.of(
			new Column<>("image", answer -> image), new Column<>("index",
				answer -> known(answer.index())), new Column<>("roi",
					RegionAnswer::name), new Column<>("slice", answer -> known(answer
						.slice())), new Column<>("frame", answer -> known(answer.frame())),
			new Column<>("class", answer -> answer.prediction().map(p -> threshold
				.name(labels, p)).orElse(""))));
		columns.addAll(ProbabilityColumns.of(labels, RegionAnswer::prediction));
		columns.add(new Column<>("model", answer -> model));
		columns.add(new Column<>("error", RegionAnswer::error));
		return Column.table(columns, answers);
	}

	private static Object known(final int number) {
		return number == 0 ? "" : number;
	}
}
