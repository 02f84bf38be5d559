
package io.github.cnnclassifier.report;

import io.github.cnnclassifier.evaluation.Averages;
import io.github.cnnclassifier.evaluation.ClassFigures;
import io.github.cnnclassifier.evaluation.Figures;

/** The figures of each class and their averages as an HTML table. */
final class ClassTable {

	/** Stands beside a 0 that is a 0/0. */
	private static final String UNDEFINED = "\u2009\u2020";

	private ClassTable() {}

	static void write(final Html html, final Figures figures) {
		html.heading("Classes");
		html.table("").headings("Class", "Images", "Predicted", "Precision",
			"Recall", "F1");
		for (final ClassFigures c : figures.classes()) {
			html.row(c.label(), Long.toString(c.support()), Long.toString(c
				.predicted()), mark(c.precision(), c.precisionDefined()), mark(c
					.recall(), c.recallDefined()), mark(c.f1(), c.appears()));
		}
		html.markup("</tbody><tbody class=\"averages\">");
		average(html, "Macro average", figures.n(), figures.macro());
		average(html, "Weighted average", figures.n(), figures.weighted());
		average(html, "Micro average", figures.n(), figures.micro());
		html.endTable();
		footnote(html, figures);
	}

	private static String mark(final double value, final boolean defined) {
		return Decimals.four(value) + (defined ? "" : UNDEFINED);
	}

	private static void average(final Html html, final String name, final long n,
		final Averages averages)
	{
		html.row(name, Long.toString(n), Long.toString(n), Decimals.four(averages
			.precision()), Decimals.four(averages.recall()), Decimals.four(averages
				.f1()));
	}

	private static void footnote(final Html html, final Figures figures) {
		final long absent = figures.classes().stream().filter(c -> !c.appears())
			.count();
		if (absent + figures.undefinedPrecision() + figures.undefinedRecall() == 0)
			return;
		html.element("p class=\"note\"",
			"\u2020 Not defined (0/0). In the averages it counts as 0: precision of " +
				count(figures.undefinedPrecision()) + " never predicted, recall of " +
				count(figures.undefinedRecall()) + " without images. Left out of the" +
				" averages, as neither present nor predicted: " + count(absent) + ".");
	}

	private static String count(final long classes) {
		return classes + (classes == 1 ? " class" : " classes");
	}
}
