
package io.github.cnnclassifier.report;

import java.util.Optional;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;

/**
 * The text of the table of features of a classified folder:
 * {@code file,class,f1,f2,...,error}. Thread-safe.
 */
public final class FolderFeatureCsv {

	private record Item(String name, String answer) {
	}

	/**
	 * A row that was read.
	 *
	 * @param name what stands in the column {@code file}
	 * @param failed whether it has no features, but an error
	 */
	public record Row(String name, boolean failed) {
	}

	private final ClassLabels labels;
	private final Threshold threshold;
	private final FeatureCsv<Item> csv;

	/**
	 * @param labels of the classifier
	 * @param threshold below which the class is unknown
	 * @param features how many there are, at least 1
	 */
	public FolderFeatureCsv(final ClassLabels labels, final Threshold threshold,
		final int features)
	{
		this.labels = labels;
		this.threshold = threshold;
		final Columns<Item> about = new Columns<>();
		about.add(PredictionRows.FILE, Item::name);
		about.add(PredictionRows.CLASS, Item::answer);
		csv = new FeatureCsv<>(about, features);
	}

	/** @return the first line */
	public String header() {
		return csv.header();
	}

	/**
	 * @param name what stands in the column {@code file}
	 * @param prediction one probability per class
	 * @param features of the same image
	 * @return a row with an empty {@code error}
	 */
	public String row(final String name, final Prediction prediction,
		final float[] features)
	{
		return csv.row(new Item(name, threshold.name(labels, prediction)),
			features);
	}

	/**
	 * @param name what stands in the column {@code file}
	 * @param reason why it could not be classified, never empty
	 * @return a row with nothing but file and error
	 */
	public String failedRow(final String name, final String reason) {
		return csv.failedRow(new Item(name, ""), reason);
	}

	/**
	 * @param line a row with its end
	 * @return what it is about; empty if it is no row of this table
	 */
	public Optional<Row> parse(final String line) {
		return CsvFormat.record(line).filter(cells -> cells.size() == csv.width())
			.map(cells -> new Row(cells.get(0), !cells.get(cells.size() - 1)
				.isEmpty()));
	}
}
