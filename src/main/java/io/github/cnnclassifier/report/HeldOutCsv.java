
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/**
 * The text of the table of a cross-validation:
 * {@code file,group,repeat,fold,actual,predicted,confidence,p_<class>...,correct,error},
 * the columns of an evaluation and where each image was held out. Rows are read
 * back by their headings.
 */
public final class HeldOutCsv {

	private static final String FILE = "file";
	private static final String GROUP = "group";
	private static final String REPEAT = "repeat";
	private static final String FOLD = "fold";
	private static final String ACTUAL = "actual";
	private static final String PREDICTED = "predicted";
	private static final String ERROR = "error";

	private final ClassLabels labels;
	private final Columns<HeldOutRow> columns = new Columns<>();
	private final Map<String, Integer> positions = new HashMap<>();

	/** @param labels of all folds */
	public HeldOutCsv(final ClassLabels labels) {
		this.labels = labels;
		columns.add(FILE, HeldOutRow::name);
		columns.add(GROUP, HeldOutRow::group);
		columns.add(REPEAT, row -> number(row.repeat()));
		columns.add(FOLD, row -> number(row.fold()));
		columns.add(ACTUAL, HeldOutRow::actual);
		columns.add(PREDICTED, row -> row.prediction().<Object> map(p -> labels
			.name(p.labelIndex())).orElse(""));
		ProbabilityColumns.add(columns, labels, HeldOutRow::prediction);
		columns.add("correct", row -> row.held(labels).<Object> map(held -> String
			.valueOf(held.labeled().correct())).orElse(""));
		columns.add(ERROR, HeldOutRow::error);
		columns.headings().forEach(heading -> positions.put(heading, positions
			.size()));
	}

	private static Object number(final int number) {
		return number == HeldOutRow.NOWHERE ? "" : (Object) number;
	}

	/** @return the first line */
	public String header() {
		return CsvFormat.line(columns.headings());
	}

	/**
	 * @param row any
	 * @return its text with its end
	 */
	public String line(final HeldOutRow row) {
		return CsvFormat.line(columns.cells(row));
	}

	/**
	 * @param line a row with its end
	 * @return what it says; empty if it is no row of this table, such as the
	 *         header
	 */
	public Optional<HeldOutRow> parse(final String line) {
		return CsvFormat.record(line).filter(cells -> cells.size() == positions
			.size()).flatMap(this::read);
	}

	private Optional<HeldOutRow> read(final CSVRecord cells) {
		try {
			final String predicted = cell(cells, PREDICTED);
			final String actual = cell(cells, ACTUAL);
			if (!predicted.isEmpty() && labels.indexOf(actual) < 0) return Optional
				.empty();
			return Optional.of(new HeldOutRow(cell(cells, FILE), cell(cells, GROUP),
				number(cell(cells, REPEAT)), number(cell(cells, FOLD)), actual,
				predicted.isEmpty() ? Optional.empty() : Optional.of(prediction(cells,
					predicted)), cell(cells, ERROR)));
		}
		catch (final IllegalArgumentException e) {
			// somebody else's number or class
			return Optional.empty();
		}
	}

	private Prediction prediction(final CSVRecord cells, final String predicted) {
		final List<Float> values = new ArrayList<>();
		labels.names().forEach(label -> values.add(Float.valueOf(cell(cells,
			ProbabilityColumns.heading(label)))));
		final float[] probabilities = new float[values.size()];
		for (int i = 0; i < probabilities.length; i++)
			probabilities[i] = values.get(i);
		final int best = labels.indexOf(predicted);
		if (best < 0) throw new IllegalArgumentException(predicted);
		return rounded(probabilities, best);
	}

	/**
	 * @param probabilities with the four decimals of a table; changed
	 * @param best 0-based index of the class that was predicted
	 * @return the prediction, whose class is that one
	 */
	static Prediction rounded(final float[] probabilities, final int best) {
		// of two that are equal in four decimals, it was the greater one
		if (new Prediction(probabilities).labelIndex() != best)
			probabilities[best] = Math.nextUp(new Prediction(probabilities)
				.confidence());
		return new Prediction(probabilities);
	}

	private static int number(final String text) {
		return text.isEmpty() ? HeldOutRow.NOWHERE : Integer.parseInt(text);
	}

	private String cell(final CSVRecord cells, final String heading) {
		return cells.get(positions.get(heading));
	}
}
