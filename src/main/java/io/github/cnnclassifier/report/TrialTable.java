
package io.github.cnnclassifier.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

import io.github.cnnclassifier.tuning.FinishedTrial;
import io.github.cnnclassifier.tuning.Score;

/**
 * The trials of a study as a table: {@code trial,purpose,status} and what came
 * of it, then a column for each setting that is varied.
 */
public final class TrialTable {

	private TrialTable() {}

	/**
	 * @param names of the settings that are varied, each a column
	 * @param trials one row each, in order; a setting that is as the user has it
	 *          is empty
	 * @return the table
	 */
	public static Table of(final List<String> names,
		final List<FinishedTrial> trials)
	{
		final Columns<FinishedTrial> columns = new Columns<>();
		columns.add("trial", t -> t.trial().number());
		columns.add("purpose", t -> t.trial().purpose().label());
		columns.add("status", t -> t.result().status().label());
		figure(columns, "balanced_accuracy", Score::balancedAccuracy);
		figure(columns, "accuracy", Score::accuracy);
		figure(columns, "macro_f1", Score::macroF1);
		figure(columns, "loss", Score::loss);
		columns.add("epochs", t -> t.result().curve().size());
		columns.add("share", t -> t.trial().share());
		columns.add("seconds", t -> Math.rint(t.result().seconds()));
		columns.add("seed", t -> t.trial().seed());
		for (final String name : names)
			columns.add(name, t -> t.trial().setting().values().getOrDefault(name,
				""));
		columns.add("reason", t -> t.result().reason());
		return columns.table(trials);
	}

	private static void figure(final Columns<FinishedTrial> columns,
		final String heading, final ToDoubleFunction<Score> figure)
	{
		columns.add(heading, t -> t.hasScore() ? figure.applyAsDouble(t.result()
			.score()) : Double.NaN);
	}
}
