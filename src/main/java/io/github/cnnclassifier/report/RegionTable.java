
package io.github.cnnclassifier.report;

import java.util.List;

import io.github.cnnclassifier.inference.RegionAnswer;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Threshold;

/**
 * What a classifier says of the regions of an image, as a table:
 * {@code image,index,roi,slice,frame,class,confidence,p_<class>...,unlike,model,error}.
 */
public final class RegionTable {

	private RegionTable() {}

	/**
	 * @param image its title
	 * @param labels of the model
	 * @param threshold which answers count, settled for the model; says whether
	 *          there is a column {@code unlike}
	 * @param answers one row each, in order; what is not known is empty
	 * @param model its name
	 * @return the table
	 */
	public static Table of(final String image, final ClassLabels labels,
		final Threshold threshold, final List<RegionAnswer> answers,
		final String model)
	{
		final Columns<RegionAnswer> columns = about(image, labels, threshold);
		ProbabilityColumns.add(columns, labels, RegionAnswer::prediction);
		UnlikeColumn.add(columns, threshold, RegionAnswer::prediction);
		columns.add("model", answer -> model);
		columns.add("error", RegionAnswer::error);
		return columns.table(answers);
	}

	/**
	 * The features of the same regions:
	 * {@code image,index,roi,slice,frame,class,f1,f2,...,error}.
	 *
	 * @param image its title
	 * @param labels of the model
	 * @param threshold which answers count
	 * @param features how many there are, at least 1
	 * @return makes the rows
	 */
	public static FeatureCsv<RegionAnswer> features(final String image,
		final ClassLabels labels, final Threshold threshold, final int features)
	{
		return new FeatureCsv<>(about(image, labels, threshold), features);
	}

	private static Columns<RegionAnswer> about(final String image,
		final ClassLabels labels, final Threshold threshold)
	{
		final Columns<RegionAnswer> columns = new Columns<>();
		columns.add("image", answer -> image);
		columns.add("index", answer -> known(answer.index()));
		columns.add("roi", RegionAnswer::name);
		columns.add("slice", answer -> known(answer.slice()));
		columns.add("frame", answer -> known(answer.frame()));
		columns.add("class", answer -> answer.prediction().map(p -> threshold.name(
			labels, p)).orElse(""));
		return columns;
	}

	private static Object known(final int number) {
		return number == 0 ? "" : number;
	}
}
