
package io.github.cnnclassifier.imagej;

import java.util.List;
import java.util.OptionalDouble;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.evaluation.Averages;
import io.github.cnnclassifier.evaluation.ClassFigure;
import io.github.cnnclassifier.evaluation.ClassFigures;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.Figure;
import io.github.cnnclassifier.evaluation.Figures;

/** The figures of an evaluation as a table of ImageJ. */
final class EvaluationTable {

	private static final String MACRO_AVERAGE = "macro average";
	private static final String ACCURACY = "accuracy";
	private static final String BALANCED_ACCURACY = "balanced_accuracy";
	private static final String LOW = "accuracy_95_low";
	private static final String HIGH = "accuracy_95_high";
	private static final String UNDEFINED = "undefined_figures";
	private static final String SIDE = "side";
	private static final List<String> LAST = List.of(LOW, HIGH, UNDEFINED, SIDE);

	/** Of each class, beside precision, recall and F1. */
	private static final List<ClassFigure> AREAS = List.of(ClassFigure.ROC_AUC,
		ClassFigure.AVERAGE_PRECISION);

	/** Their means, in the same order. */
	private static final List<Figure> MEAN_AREAS = List.of(Figure.MACRO_ROC_AUC,
		Figure.MACRO_AVERAGE_PRECISION);

	/** Of all images, beside those that have columns of their own. */
	private static final List<Figure> OVERALL = List.of(Figure.KAPPA, Figure.MCC,
		Figure.CROSS_ENTROPY, Figure.TOP_2_ACCURACY, Figure.TOP_3_ACCURACY,
		Figure.TOP_5_ACCURACY);

	private EvaluationTable() {}

	/**
	 * @param table gets one row per class and a last one, "macro average", that
	 *          alone has the figures of all images, the interval of the accuracy
	 *          and the side; what is not defined is an empty cell
	 * @param evaluation of a side
	 */
	static void fill(final ResultsTable table, final Evaluation evaluation) {
		final Figures figures = evaluation.result().figures();
		for (int i = 0; i < figures.classes().size(); i++) {
			final ClassFigures c = figures.classes().get(i);
			addRow(table, c.label(), c.support(), new Averages(c.precision(), c
				.recall(), c.f1()));
			table.addValue(ACCURACY, "");
			table.addValue(BALANCED_ACCURACY, "");
			for (final ClassFigure area : AREAS)
				addFigure(table, area.key(), evaluation.value(area, i));
			// else ImageJ would show 0
			for (final Figure figure : OVERALL)
				table.addValue(figure.key(), "");
			for (final String column : LAST)
				table.addValue(column, "");
		}
		addRow(table, MACRO_AVERAGE, figures.n(), figures.macro());
		addFigure(table, ACCURACY, figures.accuracy());
		addFigure(table, BALANCED_ACCURACY, figures.balancedAccuracy());
		for (int i = 0; i < AREAS.size(); i++)
			addFigure(table, AREAS.get(i).key(), evaluation.value(MEAN_AREAS.get(i)));
		for (final Figure figure : OVERALL)
			addFigure(table, figure.key(), evaluation.value(figure));
		addFigure(table, LOW, figures.accuracyInterval().low());
		addFigure(table, HIGH, figures.accuracyInterval().high());
		table.addValue(UNDEFINED, evaluation.undefined());
		table.addValue(SIDE, evaluation.side().name());
	}

	/** Rows of others that were added since would stand at the end. */
	static boolean isOne(final ResultsTable table) {
		return table.columnExists("class") && MACRO_AVERAGE.equals(table
			.getStringValue("class", table.size() - 1));
	}

	private static void addRow(final ResultsTable table, final String name,
		final long images, final Averages averages)
	{
		table.addRow();
		table.addValue("class", name);
		table.addValue("images", images);
		addFigure(table, "precision", averages.precision());
		addFigure(table, "recall", averages.recall());
		addFigure(table, "f1", averages.f1());
	}

	private static void addFigure(final ResultsTable table, final String column,
		final OptionalDouble value)
	{
		if (value.isPresent()) addFigure(table, column, value.getAsDouble());
		else table.addValue(column, "");
	}

	private static void addFigure(final ResultsTable table, final String column,
		final double value)
	{
		table.addValue(column, value);
		table.setDecimalPlaces(table.getColumnIndex(column), 4);
	}
}
