
package io.github.cnnclassifier.report;

import java.util.Optional;

import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/** The rows of a table of predictions, each by itself. */
final class PredictionCells {

	/** Of four decimals each, the sum may be off by this for each class. */
	private static final double ROUNDED = 0.5e-4;

	private final PredictionHeadings headings;
	private final ClassLabels labels;
	private final boolean labeled;

	/**
	 * @param headings of the table
	 * @param labeled whether a prediction needs a true class that is a column,
	 *          and the fold must be a number
	 */
	PredictionCells(final PredictionHeadings headings, final boolean labeled) {
		this.headings = headings;
		this.labeled = labeled;
		labels = headings.labels();
	}

	/**
	 * @param cells of a row
	 * @return what it says
	 * @throws UserFailure if it cannot be understood
	 */
	PredictionTable.Row row(final CSVRecord cells) {
		if (cells.size() != headings.width()) throw new UserFailure("Expected " +
			headings.width() + " cells" + in(cells) + ", found " + cells.size() +
			".");
		if (withoutProbabilities(cells)) {
			final String error = headings.cell(cells, PredictionHeadings.ERROR);
			return failed(cells, error.isEmpty() ? "There is no prediction" + in(
				cells) + "." : error);
		}
		final String actual = headings.cell(cells, PredictionHeadings.ACTUAL);
		if (labeled) requireClass(cells, PredictionHeadings.ACTUAL, actual);
		return new PredictionTable.Row(new HeldOutRow(headings.cell(cells,
			PredictionHeadings.FILE), headings.cell(cells, EvaluatedCsv.GROUP),
			number(cells, PredictionHeadings.REPEAT), number(cells,
				PredictionHeadings.FOLD), actual, Optional.of(prediction(cells)), ""),
			"true".equals(headings.cell(cells, EvaluatedCsv.TRAINED)));
	}

	/**
	 * @param cells of a row, of any number
	 * @param reason why there is no prediction
	 * @return the row without one
	 */
	PredictionTable.Row failed(final CSVRecord cells, final String reason) {
		final boolean whole = cells.size() == headings.width();
		return new PredictionTable.Row(new HeldOutRow(whole ? headings.cell(cells,
			PredictionHeadings.FILE) : cells.get(0), whole ? headings.cell(cells,
				EvaluatedCsv.GROUP) : "", HeldOutRow.NOWHERE, HeldOutRow.NOWHERE, whole
					? headings.cell(cells, PredictionHeadings.ACTUAL) : "", Optional
						.empty(), reason), false);
	}

	private static String in(final CSVRecord cells) {
		return " in row " + cells.getRecordNumber() + " of the table";
	}

	private boolean withoutProbabilities(final CSVRecord cells) {
		for (int i = 0; i < labels.size(); i++)
			if (!headings.probability(cells, i).isEmpty()) return false;
		return headings.cell(cells, PredictionHeadings.PREDICTED).isEmpty() ||
			!headings.cell(cells, PredictionHeadings.ERROR).isEmpty();
	}

	private void requireClass(final CSVRecord cells, final String heading,
		final String name)
	{
		if (labels.indexOf(name) < 0) throw new UserFailure(
			"Expected a class with a column of probabilities in the column " +
				heading + in(cells) + ", found '" + Legible.quote(name) + "'.");
	}

	private Prediction prediction(final CSVRecord cells) {
		final float[] probabilities = new float[labels.size()];
		double sum = 0;
		for (int i = 0; i < probabilities.length; i++) {
			probabilities[i] = probability(cells, i);
			sum += probabilities[i];
		}
		if (Math.abs(sum - 1) > ROUNDED * (probabilities.length + 1))
			throw new UserFailure("Expected probabilities whose sum is 1" + in(
				cells) + ", found a sum of " + Decimals.four(sum) + ".");
		final Prediction stored = new Prediction(probabilities);
		final String predicted = headings.cell(cells, PredictionHeadings.PREDICTED);
		if (predicted.isEmpty()) return stored;
		// an answer that was refused is called unknown, which is no class
		requireClass(cells, PredictionHeadings.PREDICTED, predicted);
		final int said = labels.indexOf(predicted);
		if (stored.confidence() - probabilities[said] > 2 * ROUNDED)
			throw new UserFailure("Expected the most probable class in the column " +
				"predicted" + in(cells) + ", '" + labels.name(stored.labelIndex()) +
				"', found '" + predicted + "'.");
		return RoundedPrediction.of(probabilities, said);
	}

	private float probability(final CSVRecord cells, final int label) {
		final String text = headings.probability(cells, label);
		final float value = parsed(text);
		if (!(value >= 0 && value <= 1)) throw new UserFailure(
			"Expected a number from 0 to 1 in the column '" + Legible.quote(
				ProbabilityColumns.heading(labels.name(label))) + "'" + in(cells) +
				", found '" + Legible.quote(text) + "'.");
		return value;
	}

	private static float parsed(final String text) {
		try {
			return Float.parseFloat(text);
		}
		catch (final NumberFormatException e) {
			// told with the column
			return Float.NaN;
		}
	}

	private int number(final CSVRecord cells, final String heading) {
		final String text = headings.cell(cells, heading);
		if (text.isEmpty()) return HeldOutRow.NOWHERE;
		try {
			return Integer.parseInt(text);
		}
		catch (final NumberFormatException e) {
			// tables of other programs may give folds names, as which one it is does
			// not matter for figures
			if (!labeled) return HeldOutRow.NOWHERE;
			throw new UserFailure("Expected a whole number in the column " + heading +
				in(cells) + ", found '" + Legible.quote(text) + "'.", e);
		}
	}
}
