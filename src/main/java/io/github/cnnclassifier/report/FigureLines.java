
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.Figure;

/** The figures with their intervals as lines of a log. */
public final class FigureLines {

	private FigureLines() {}

	/**
	 * @param evaluation of a side
	 * @return the side, a line for each defined figure such as
	 *         {@code accuracy 0.9301 (0.9022 to 0.9514)}, what the intervals are
	 *         made of, and how many figures are 0/0, if any is
	 */
	public static List<String> of(final Evaluation evaluation) {
		final List<String> lines = new ArrayList<>();
		lines.add("Figures (" + evaluation.side().name() + ", n=" + evaluation
			.images().size() + "), with 95 % intervals:");
		for (final Figure figure : Figure.values())
			evaluation.value(figure).ifPresent(value -> lines.add(figure.key() + " " +
				Decimals.four(value) + evaluation.intervals().of(figure).map(i -> " (" +
					Decimals.four(i.low()) + " to " + Decimals.four(i.high()) + ")")
					.orElse("")));
		lines.add(FigureTable.basis(evaluation));
		if (evaluation.undefined() > 0) lines.add(FigureTable.undefined(
			evaluation));
		return lines;
	}
}
