
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;

/**
 * The text of the table of a classified folder:
 * {@code file,class,confidence,p_<class>...,error}, row by row, each ending
 * with {@code \n}. A file of a strange name may take several lines; a quote is
 * then open in between. Not thread-safe.
 */
public final class PredictionCsv {

	private final ClassLabels labels;
	private final Threshold threshold;
	private final ClassLabels answers;

	/**
	 * @param labels of the classifier
	 * @param threshold below which the class is unknown
	 */
	public PredictionCsv(final ClassLabels labels, final Threshold threshold) {
		this.labels = labels;
		this.threshold = threshold;
		this.answers = threshold.answers(labels);
	}

	/** @return what may stand in the column {@code class} */
	public ClassLabels answers() {
		return answers;
	}

	/** @return the first line */
	public String header() {
		final List<String> cells = new ArrayList<>(List.of("file", "class"));
		cells.addAll(ProbabilityColumns.headings(labels));
		cells.add("error");
		return line(cells);
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
		final List<String> cells = new ArrayList<>(labels.size() + 4);
		cells.add(name);
		cells.add(threshold.name(labels, prediction));
		for (final Float p : ProbabilityColumns.cells(labels, prediction)) {
			cells.add(Table.text(p));
		}
		cells.add("");
		return line(cells);
	}

	/**
	 * @param name what stands in the column {@code file}
	 * @param reason why it could not be classified, never empty
	 * @return a row with nothing but file and error
	 */
	public String failedRow(final String name, final String reason) {
		final List<String> cells = new ArrayList<>(labels.size() + 4);
		cells.add(name);
		cells.add("");
		cells.addAll(ProbabilityColumns.empty(labels));
		cells.add(reason);
		return line(cells);
	}

	private static String line(final List<String> cells) {
		final StringBuilder line = new StringBuilder();
		try (CSVPrinter csv = CsvFormat.printer(line)) {
			csv.printRecord(cells);
		}
		catch (final IOException e) {
			// memory is not a disk
			throw new UncheckedIOException(e);
		}
		return line.toString();
	}

	/**
	 * @param line a row with its end
	 * @return what it says; empty if it is no row of a table of these classes
	 */
	public Optional<PredictionRow> parse(final String line) {
		try (CSVParser parser = CsvFormat.parser(line)) {
			final List<CSVRecord> records = parser.getRecords();
			return records.size() == 1 ? read(records.get(0)) : Optional.empty();
		}
		catch (final IOException | UncheckedIOException e) {
			// a quote that is not closed, as in a row that was cut short
			return Optional.empty();
		}
	}

	private Optional<PredictionRow> read(final CSVRecord cells) {
		final int classes = labels.size();
		if (cells.size() != classes + 4) return Optional.empty();
		if (isFailed(cells)) return Optional.of(new PredictionRow(cells.get(0),
			PredictionRow.FAILED, null));
		final int answer = answers.indexOf(cells.get(1));
		if (answer < 0) return Optional.empty();
		final float[] probabilities = new float[classes];
		try {
			for (int i = 0; i < classes; i++) {
				probabilities[i] = Float.parseFloat(cells.get(3 + i));
			}
		}
		catch (final NumberFormatException e) {
			// somebody else's number
			return Optional.empty();
		}
		return Optional.of(new PredictionRow(cells.get(0), answer, new Prediction(
			probabilities)));
	}

	private boolean isFailed(final CSVRecord cells) {
		for (int i = 1; i < labels.size() + 3; i++) {
			if (!cells.get(i).isEmpty()) return false;
		}
		return !cells.get(labels.size() + 3).isEmpty();
	}
}
