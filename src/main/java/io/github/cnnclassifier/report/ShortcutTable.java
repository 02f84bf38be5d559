
package io.github.cnnclassifier.report;

import java.util.List;

import io.github.cnnclassifier.dataset.inspect.CueScore;
import io.github.cnnclassifier.dataset.inspect.ShortcutCheck;
import io.github.cnnclassifier.evaluation.EvaluationResult;

/** How far other things than the object tell the class, beside the network. */
public final class ShortcutTable {

	static final String FILE = "shortcuts.csv";

	private ShortcutTable() {}

	/**
	 * @param check any
	 * @param result of the network
	 * @return a row for each cue:
	 *         {@code cue,balanced_accuracy,guessing,network,p_value,near}
	 */
	static Table of(final ShortcutCheck check, final EvaluationResult result) {
		final double network = result.figures().balancedAccuracy(check.classes());
		final Columns<CueScore> columns = new Columns<>();
		columns.add("cue", score -> score.cue().label());
		columns.add("balanced_accuracy", score -> (float) score.balancedAccuracy());
		columns.add("guessing", score -> (float) score.guessing());
		columns.add("network", score -> (float) network);
		columns.add("p_value", CueScore::pValue);
		columns.add("near", score -> String.valueOf(score.isNear(network)));
		return columns.table(check.scores());
	}

	/**
	 * @param check how far other things than the object tell the class
	 * @param result of the network
	 * @return what a report shows of it; without a word where there is nothing to
	 *         show
	 */
	public static ReportPart part(final ShortcutCheck check,
		final EvaluationResult result)
	{
		final List<ReportPart.FileTable> tables = List.of(new ReportPart.FileTable(
			FILE, of(check, result), !check.scores().isEmpty()));
		if (check.scores().isEmpty()) return new ReportPart(ReportPlace.SHORTCUTS,
			List.of("Too few images to look for other things than the object that " +
				"tell the class."), List.of(), tables);
		final double network = result.figures().balancedAccuracy(check.classes());
		return new ReportPart(ReportPlace.SHORTCUTS, List.of(
			"How far one property alone gets, without a network, on the " + check
				.images() +
				" images of classes with five and more: the mean recall on " +
				"images that were held out in turn. Guessing gets " + Decimals.percent(
					check.scores().get(0).guessing()) + ", the network " + Decimals
						.percent(network) +
				". p is how probable such a score is by chance " +
				"(classes shuffled); near says whether it comes near the network."),
			List.of(), tables);
	}
}
