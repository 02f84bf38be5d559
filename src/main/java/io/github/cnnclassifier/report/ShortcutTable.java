
package io.github.cnnclassifier.report;

import io.github.cnnclassifier.dataset.inspect.CueScore;
import io.github.cnnclassifier.dataset.inspect.ShortcutCheck;
import io.github.cnnclassifier.evaluation.EvaluationResult;

/** How far other things than the object tell the class, beside the network. */
final class ShortcutTable {

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

	/** Nothing if there is nothing to show. */
	static void write(final Html html, final ShortcutCheck check,
		final EvaluationResult result)
	{
		if (check.scores().isEmpty()) return;
		final double network = result.figures().balancedAccuracy(check.classes());
		html.element("h2", "Is it really the object?");
		html.element("p class=\"note\"",
			"How far one property alone gets, without a network, on the " + check
				.images() +
				" images of classes with five and more: the mean recall on " +
				"images that were held out in turn. Guessing gets " + Decimals.percent(
					check.scores().get(0).guessing()) + ", the network " + Decimals
						.percent(network) +
				". p is how probable such a score is by chance " +
				"(classes shuffled).");
		html.markup("<div class=\"wide\"><table>").headings("Property",
			"Balanced accuracy", "p", "").markup("<tbody>");
		for (final CueScore score : check.scores())
			html.row(score.cue().label(), Decimals.percent(score.balancedAccuracy()),
				Decimals.plain(score.pValue()), score.isNear(network)
					? "comes near the network" : "");
		html.markup("</tbody></table></div>");
	}
}
