
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.evaluation.CrossValidationResult;
import io.github.cnnclassifier.evaluation.Figure;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.evaluation.Interval;
import io.github.cnnclassifier.evaluation.Spread;

/** What a cross-validation found out, for files, windows and scripts. */
public final class CrossValidationTables {

	/**
	 * One fold as a row.
	 *
	 * @param repeat 1-based
	 * @param fold 1-based
	 * @param group the one that was left out; empty if none was
	 * @param images that were held out
	 * @param error why nothing was learned; empty if all went well
	 */
	public record FoldRow(int repeat, int fold, String group, int images,
			String error)
	{
	}

	/** A figure with its spread over folds and its interval. */
	private record Summary(String figure, double pooled, Spread spread,
			Interval interval)
	{
	}

	private CrossValidationTables() {}

	/**
	 * @param folds all of them, in order
	 * @param result of those that went well
	 * @return a row for each
	 */
	public static Table folds(final List<FoldRow> folds,
		final CrossValidationResult result)
	{
		final Columns<FoldRow> columns = new Columns<>();
		columns.add("repeat", FoldRow::repeat);
		columns.add("fold", FoldRow::fold);
		columns.add("group", FoldRow::group);
		columns.add("images", FoldRow::images);
		columns.add("accuracy", row -> figure(row, result, 0));
		columns.add("balanced_accuracy", row -> figure(row, result, 1));
		columns.add("macro_f1", row -> figure(row, result, 2));
		columns.add("error", FoldRow::error);
		return columns.table(folds);
	}

	/** Four decimals, as a probability; nothing where nothing was learned. */
	private static Object figure(final FoldRow row,
		final CrossValidationResult result, final int which)
	{
		return result.folds().stream().filter(f -> f.repeat() == row.repeat() && f
			.fold() == row.fold()).<Object> map(f -> (float) figures(f
				.figures())[which]).findFirst().orElse("");
	}

	private static double[] figures(final Figures figures) {
		return new double[] { figures.accuracy(), figures.balancedAccuracy(),
			figures.macro().f1() };
	}

	/**
	 * @param result of a cross-validation
	 * @return a row for each figure: of all predictions together, the mean and
	 *         the standard deviation over folds, and the 95 % interval
	 */
	public static Table summary(final CrossValidationResult result) {
		final Columns<Summary> columns = new Columns<>();
		columns.add("figure", Summary::figure);
		columns.add("pooled", s -> (float) s.pooled());
		columns.add("mean", s -> (float) s.spread().mean());
		columns.add("deviation", s -> deviation(s.spread()));
		columns.add("low_95", s -> (float) s.interval().low());
		columns.add("high_95", s -> (float) s.interval().high());
		columns.add("folds", s -> s.spread().n());
		return columns.table(summaries(result));
	}

	private static Object deviation(final Spread spread) {
		return spread.n() == 1 ? "" : (Object) (float) spread.deviation();
	}

	private static List<Summary> summaries(final CrossValidationResult result) {
		final double[] pooled = figures(result.pooled().figures());
		return List.of(new Summary("accuracy", pooled[0], result.accuracy(), result
			.interval(Figure.ACCURACY)), new Summary("balanced_accuracy", pooled[1],
				result.balancedAccuracy(), result.interval(Figure.BALANCED_ACCURACY)),
			new Summary("macro_f1", pooled[2], result.macroF1(), result.interval(
				Figure.MACRO_F1)));
	}

	/**
	 * @param result of a cross-validation
	 * @return a line for each figure, such as
	 *         {@code figure=accuracy mean=0.9301 deviation=0.0120 low=0.9022
	 *         high=0.9514}; of a single fold without a deviation
	 */
	public static List<String> lines(final CrossValidationResult result) {
		final List<String> lines = new ArrayList<>();
		for (final Summary s : summaries(result))
			lines.add("figure=" + s.figure() + " mean=" + Decimals.four(s.spread()
				.mean()) + (s.spread().n() == 1 ? "" : " deviation=" + Decimals.four(s
					.spread().deviation())) + " low=" + Decimals.four(s.interval()
						.low()) + " high=" + Decimals.four(s.interval().high()));
		return lines;
	}

	/**
	 * @param result of a cross-validation
	 * @return the same for people
	 */
	public static List<LabelValue> details(final CrossValidationResult result) {
		return summaries(result).stream().map(s -> new LabelValue(s.figure()
			.replace('_', ' ').replace("f1", "F1"), Decimals.four(s.pooled()) +
				", 95 % interval " + Decimals.four(s.interval().low()) + " to " +
				Decimals.four(s.interval().high()) + "; folds " + Decimals.four(s
					.spread().mean()) + (s.spread().n() == 1 ? "" : " \u00b1 " + Decimals
						.four(s.spread().deviation())))).toList();
	}
}
