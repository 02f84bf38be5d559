
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/**
 * Reads the rows of the table of a classified folder by their headings, so that
 * a table of a version with other columns is read as well. Columns that this
 * version does not know are passed over.
 */
public final class PredictionRows {

	static final String FILE = "file";
	static final String CLASS = "class";
	static final String ERROR = "error";

	/** Of each column that is known, its position. */
	private final Map<String, Integer> positions;
	private final int width;
	private final boolean current;
	private final ClassLabels labels;
	private final ClassLabels answers;

	private PredictionRows(final Map<String, Integer> positions, final int width,
		final boolean current, final ClassLabels labels, final ClassLabels answers)
	{
		this.positions = positions;
		this.width = width;
		this.current = current;
		this.labels = labels;
		this.answers = answers;
	}

	static Optional<PredictionRows> below(final String header,
		final boolean current, final ClassLabels labels, final ClassLabels answers)
	{
		final Optional<CSVRecord> cells = CsvFormat.record(header);
		if (cells.isEmpty()) return Optional.empty();
		final List<String> headings = cells.get().toList();
		final Map<String, Integer> positions = new LinkedHashMap<>();
		for (final String name : needed(labels)) {
			final int position = headings.indexOf(name);
			if (position < 0 || position != headings.lastIndexOf(name))
				return Optional.empty();
			positions.put(name, position);
		}
		if (headings.contains(UnlikeColumn.UNLIKE)) positions.put(
			UnlikeColumn.UNLIKE, headings.indexOf(UnlikeColumn.UNLIKE));
		return Optional.of(new PredictionRows(positions, headings.size(), current,
			labels, answers));
	}

	private static List<String> needed(final ClassLabels labels) {
		final List<String> names = new ArrayList<>(List.of(FILE, CLASS, ERROR));
		labels.names().forEach(label -> names.add(ProbabilityColumns.heading(
			label)));
		return names;
	}

	/** @return whether the columns are those that this version writes */
	public boolean areCurrent() {
		return current;
	}

	/**
	 * @param line a row with its end
	 * @return what it says; empty if it is no row of such a table
	 */
	public Optional<PredictionRow> parse(final String line) {
		return CsvFormat.record(line).filter(cells -> cells.size() == width)
			.flatMap(this::read);
	}

	private Optional<PredictionRow> read(final CSVRecord cells) {
		final String name = cell(cells, FILE);
		if (isFailed(cells)) return Optional.of(new PredictionRow(name,
			PredictionRow.FAILED, null));
		final int answer = answers.indexOf(cell(cells, CLASS));
		if (answer < 0) return Optional.empty();
		final float[] probabilities = new float[labels.size()];
		final float unlike;
		try {
			for (int i = 0; i < probabilities.length; i++) {
				probabilities[i] = Float.parseFloat(probability(cells, i));
			}
			unlike = positions.containsKey(UnlikeColumn.UNLIKE) ? Float.parseFloat(
				cell(cells, UnlikeColumn.UNLIKE)) : Float.NaN;
		}
		catch (final NumberFormatException e) {
			// somebody else's number
			return Optional.empty();
		}
		return Optional.of(new PredictionRow(name, answer, new Prediction(
			probabilities, unlike)));
	}

	private boolean isFailed(final CSVRecord cells) {
		for (int i = 0; i < labels.size(); i++) {
			if (!probability(cells, i).isEmpty()) return false;
		}
		return cell(cells, CLASS).isEmpty() && !cell(cells, ERROR).isEmpty();
	}

	private String probability(final CSVRecord cells, final int label) {
		return cell(cells, ProbabilityColumns.heading(labels.name(label)));
	}

	private String cell(final CSVRecord cells, final String heading) {
		return cells.get(positions.get(heading));
	}
}
