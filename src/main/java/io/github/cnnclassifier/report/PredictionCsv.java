
package io.github.cnnclassifier.report;

import java.util.Optional;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;

/**
 * The text of the table of a classified folder:
 * {@code file,class,confidence,p_<class>...,unlike,error}, row by row, each
 * ending with {@code \n}. A file of a strange name may take several lines; a
 * quote is then open in between. Not thread-safe.
 */
public final class PredictionCsv {

	private record Row(String name, Optional<Prediction> prediction,
			String error)
	{
	}

	private final ClassLabels labels;
	private final Threshold threshold;
	private final ClassLabels answers;
	private final Columns<Row> columns = new Columns<>();

	/**
	 * @param labels of the classifier
	 * @param threshold which answers count, settled for the model; says whether
	 *          there is a column {@code unlike}
	 */
	public PredictionCsv(final ClassLabels labels, final Threshold threshold) {
		this.labels = labels;
		this.threshold = threshold;
		this.answers = threshold.answers(labels);
		columns.add(PredictionRows.FILE, Row::name);
		columns.add(PredictionRows.CLASS, row -> row.prediction().map(p -> threshold
			.name(labels, p)).orElse(""));
		ProbabilityColumns.add(columns, labels, Row::prediction);
		UnlikeColumn.add(columns, threshold, Row::prediction);
		columns.add(PredictionRows.ERROR, Row::error);
	}

	/** @return what may stand in the column {@code class} */
	public ClassLabels answers() {
		return answers;
	}

	/** @return the first line */
	public String header() {
		return CsvFormat.line(columns.headings());
	}

	/**
	 * @param prediction one probability per class
	 * @return what {@link PredictionRow#answer()} of its row is
	 */
	public int answer(final Prediction prediction) {
		return threshold.index(labels, prediction);
	}

	/**
	 * @param name what stands in the column {@code file}
	 * @param prediction one probability per class
	 * @return a row with an empty {@code error}
	 * @throws IllegalArgumentException if the number of probabilities is not that
	 *           of the classes
	 */
	public String row(final String name, final Prediction prediction) {
		return line(new Row(name, Optional.of(prediction), ""));
	}

	/**
	 * @param name what stands in the column {@code file}
	 * @param reason why it could not be classified, never empty
	 * @return a row with nothing but file and error
	 */
	public String failedRow(final String name, final String reason) {
		return line(new Row(name, Optional.empty(), reason));
	}

	private String line(final Row row) {
		return CsvFormat.line(columns.cells(row));
	}

	/**
	 * @param header the first line of a table, with its end, possibly of another
	 *          version, which has more columns or another order
	 * @return reads the rows below it; empty if it is not the header of such a
	 *         table of these classes
	 */
	public Optional<PredictionRows> rowsBelow(final String header) {
		return PredictionRows.below(header, header.equals(header()), labels,
			answers);
	}
}
