
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.cnnclassifier.evaluation.ComparedPrediction;
import io.github.cnnclassifier.evaluation.Difference;
import io.github.cnnclassifier.evaluation.PairedComparison;
import io.github.cnnclassifier.evaluation.PairedCounts;

/** How two classifiers compare, for files, windows and scripts. */
public final class ComparisonTables {

	private record Row(String figure, Difference difference) {
	}

	private ComparisonTables() {}

	private static List<Row> rows(final PairedComparison comparison) {
		return List.of(new Row("accuracy", comparison.accuracy()), new Row(
			"balanced_accuracy", comparison.balancedAccuracy()));
	}

	/**
	 * @param comparison of two classifiers
	 * @return a row for each figure:
	 *         {@code figure,model,other,other_minus_model,low_95,high_95}
	 */
	public static Table figures(final PairedComparison comparison) {
		final Columns<Row> columns = new Columns<>();
		columns.add("figure", Row::figure);
		columns.add("model", row -> (float) row.difference().first());
		columns.add("other", row -> (float) row.difference().second());
		columns.add("other_minus_model", row -> (float) row.difference().value());
		columns.add("low_95", row -> (float) row.difference().low());
		columns.add("high_95", row -> (float) row.difference().high());
		return columns.table(rows(comparison));
	}

	/**
	 * @param comparison of two classifiers
	 * @return one row: how many images both, one alone and none got right, the
	 *         p-value of McNemar's test, and how many groups and images that
	 *         stand alone there are
	 */
	static Table paired(final PairedComparison comparison) {
		final Columns<PairedComparison> columns = new Columns<>();
		columns.add("images", c -> c.counts().images());
		columns.add("both_right", c -> c.counts().both());
		columns.add("only_model_right", c -> c.counts().onlyFirst());
		columns.add("only_other_right", c -> c.counts().onlySecond());
		columns.add("neither_right", c -> c.counts().neither());
		columns.add("mcnemar_p", c -> c.counts().pValue());
		columns.add("units", PairedComparison::units);
		return columns.table(List.of(comparison));
	}

	/**
	 * @param what a part is: "group" or "class"
	 * @param parts counts by the name of the part
	 * @return a row for each
	 */
	static Table parts(final String what, final Map<String, PairedCounts> parts) {
		final Columns<Map.Entry<String, PairedCounts>> columns = new Columns<>();
		columns.add(what, Map.Entry::getKey);
		columns.add("images", part -> part.getValue().images());
		columns.add("model_accuracy", part -> (float) part.getValue().first());
		columns.add("other_accuracy", part -> (float) part.getValue().second());
		columns.add("both_right", part -> part.getValue().both());
		columns.add("only_model_right", part -> part.getValue().onlyFirst());
		columns.add("only_other_right", part -> part.getValue().onlySecond());
		columns.add("neither_right", part -> part.getValue().neither());
		return columns.table(List.copyOf(parts.entrySet()));
	}

	/**
	 * @param comparison of two classifiers
	 * @return a row for each image to which they give different classes, the
	 *         surest answers first
	 */
	static Table disagreements(final PairedComparison comparison) {
		final Columns<ComparedPrediction> columns = new Columns<>();
		columns.add("file", ComparedPrediction::name);
		columns.add("group", ComparedPrediction::group);
		columns.add("actual", ComparedPrediction::actual);
		columns.add("model_class", image -> image.first().label());
		columns.add("model_confidence", image -> image.first().confidence());
		columns.add("other_class", image -> image.second().label());
		columns.add("other_confidence", image -> image.second().confidence());
		columns.add("right", ComparisonTables::right);
		return columns.table(surest(comparison));
	}

	/** @return the disagreements in that order */
	static List<ComparedPrediction> surest(final PairedComparison comparison) {
		// The sort is stable: equally sure ones stay in the order of the images.
		return comparison.disagreements().stream().sorted(Comparator
			.comparingDouble(image -> -image.first().confidence() - image.second()
				.confidence())).toList();
	}

	/** @return who is right where the two do not agree */
	static String right(final ComparedPrediction image) {
		return image.firstRight() ? "model" : image.secondRight() ? "other"
			: "neither";
	}

	/**
	 * @param comparison of two classifiers
	 * @return the lines that scripts rely on: {@code images=... both_right=...
	 *         only_model_right=... only_other_right=... neither_right=...
	 *         mcnemar_p=...}, then for each figure {@code figure=accuracy
	 *         model=... other=... other_minus_model=... low=... high=...}
	 */
	public static List<String> lines(final PairedComparison comparison) {
		final PairedCounts counts = comparison.counts();
		final List<String> lines = new ArrayList<>();
		lines.add("images=" + counts.images() + " both_right=" + counts.both() +
			" only_model_right=" + counts.onlyFirst() + " only_other_right=" + counts
				.onlySecond() + " neither_right=" + counts.neither() + " mcnemar_p=" +
			Decimals.plain(counts.pValue()));
		for (final Row row : rows(comparison))
			lines.add("figure=" + row.figure() + " model=" + Decimals.four(row
				.difference().first()) + " other=" + Decimals.four(row.difference()
					.second()) + " other_minus_model=" + Decimals.four(row.difference()
						.value()) + " low=" + Decimals.four(row.difference().low()) +
				" high=" + Decimals.four(row.difference().high()));
		return lines;
	}

	/**
	 * @param comparison of two classifiers
	 * @param model name of the first
	 * @param other name of the second
	 * @return which one is better, if that can be told, in a sentence
	 */
	public static String verdict(final PairedComparison comparison,
		final String model, final String other)
	{
		final Difference difference = comparison.balancedAccuracy();
		final String figures = String.format(Locale.ROOT,
			"%s has a balanced accuracy of %.1f %%, %s one of %.1f %%, a " +
				"difference of %.1f points (95 %% interval %.1f to %.1f).", model, 100 *
					difference.first(), other, 100 * difference.second(), 100 * difference
						.value(), 100 * difference.low(), 100 * difference.high());
		if (difference.low() > 0) return other + " is better. " + figures;
		if (difference.high() < 0) return model + " is better. " + figures;
		return "These images do not tell which one is better. " + figures;
	}
}
