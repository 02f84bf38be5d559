
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.cnnclassifier.evaluation.ClassFigure;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.Figure;
import io.github.cnnclassifier.evaluation.Interval;

/** The figures with their 95 % intervals as HTML tables. */
final class FigureTable {

	/** More rows than this are read in the file. */
	private static final int MOST_CLASSES = 30;

	private static final String NONE = "\u2013";

	private FigureTable() {}

	static void write(final Html html, final Evaluation evaluation) {
		html.heading("Figures and their intervals");
		html.element("p class=\"note\"", "Side: " + evaluation.side().name() +
			". " + basis(evaluation));
		html.table("text").headings("Figure", "Value", "95 % interval");
		for (final Figure figure : Figure.values()) {
			final OptionalDouble value = evaluation.value(figure);
			if (value.isPresent()) html.row(figure.words(), Decimals.four(value
				.getAsDouble()), interval(evaluation.intervals().of(figure)));
		}
		html.endTable();
		final int classes = evaluation.result().labels().size();
		if (classes > MOST_CLASSES) html.element("p class=\"note\"",
			"The figures of " + classes + " classes are in figures.csv.");
		else ofClasses(html, evaluation);
		if (evaluation.undefined() > 0) html.element("p class=\"note\"", undefined(
			evaluation));
	}

	/** What the intervals are made of. */
	static String basis(final Evaluation evaluation) {
		final int units = evaluation.intervals().units();
		return units == evaluation.images().size() ? "The intervals take the " +
			units + " images as independent." : "The intervals are of " + units +
				" groups and images that stand alone, which are drawn as a whole.";
	}

	/** How many figures are 0/0, in a sentence. */
	static String undefined(final Evaluation evaluation) {
		final int undefined = evaluation.undefined();
		return undefined + (undefined == 1 ? " figure is 0/0."
			: " figures are 0/0.") +
			" Precision, recall, F1, kappa and correlation then count as 0; an area " +
			"under a curve is left out of the mean.";
	}

	private static void ofClasses(final Html html, final Evaluation evaluation) {
		final List<String> headings = new ArrayList<>(List.of("Class"));
		for (final ClassFigure figure : ClassFigure.values())
			headings.add(figure.words());
		html.table("text").headings(headings.toArray(String[]::new));
		final List<String> names = evaluation.result().labels().names();
		for (int c = 0; c < names.size(); c++) {
			final List<String> cells = new ArrayList<>();
			for (final ClassFigure figure : ClassFigure.values()) {
				final OptionalDouble value = evaluation.value(figure, c);
				cells.add(value.isEmpty() ? NONE : Decimals.four(value.getAsDouble()) +
					" (" + interval(evaluation.intervals().of(figure, c)) + ")");
			}
			html.row(names.get(c), cells.toArray(String[]::new));
		}
		html.endTable();
	}

	private static String interval(final Optional<Interval> interval) {
		return interval.map(i -> Decimals.four(i.low()) + " to " + Decimals.four(i
			.high())).orElse(NONE);
	}
}
