
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.evaluation.EvaluatedSide;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/**
 * Predictions as they stand in a table: {@code predictions.csv} of an
 * evaluation or of a cross-validation, or any other table with the columns
 * {@code file} and {@code p_<class>} for each class, such as that of a
 * classified folder. The columns are read by their headings, in any order;
 * others are passed over.
 *
 * @param labels the classes in the order of the columns
 * @param side that the table tells; empty if it tells none
 * @param rows in the order of the table; unmodifiable
 */
public record EvaluatedTable(ClassLabels labels, Optional<String> side,
		List<Row> rows)
{

	/**
	 * One row.
	 *
	 * @param name of the image
	 * @param actual its class; empty if the table does not tell
	 * @param group what it depends on; empty if it stands alone
	 * @param trained whether the classifier has learned from it, as far as told
	 * @param prediction empty if there is none
	 * @param error why there is none
	 */
	public record Row(String name, String actual, String group, boolean trained,
			Optional<Prediction> prediction, String error)
	{
	}

	private static final String FILE = "file";
	private static final String ACTUAL = "actual";
	private static final String FOLD = "fold";
	private static final String ERROR = "error";
	private static final String PROBABILITY = "p_";
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	/** Of four decimals each, the sum may be off by this for each class. */
	private static final double ROUNDED = 0.5e-4;

	/** The columns of one table. */
	private record Headings(Map<String, Integer> positions, ClassLabels labels) {

		String cell(final CSVRecord cells, final String heading) {
			final Integer position = positions.get(heading);
			return position == null ? "" : cells.get(position);
		}
	}

	/**
	 * @param file the table
	 * @return what it says; a row that cannot be understood has a reason instead
	 *         of a prediction
	 * @throws UserFailure if there is no such file, or it is no such table
	 * @throws IOException if the disk fails
	 */
	public static EvaluatedTable read(final Path file) throws IOException {
		final List<CSVRecord> records = records(file);
		if (records.isEmpty()) throw new UserFailure(
			"Expected a table of predictions, found '" + file + "' empty.");
		final Headings headings = headings(records.get(0).toList(), file);
		final List<Row> rows = records.subList(1, records.size()).stream().map(
			cells -> row(cells, headings)).toList();
		if (rows.isEmpty()) throw new UserFailure("Expected predictions in '" +
			file + "', found nothing but headings.");
		return new EvaluatedTable(headings.labels(), side(records.subList(1, records
			.size()), headings), rows);
	}

	private static List<CSVRecord> records(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) throw new UserFailure(
			"Expected predictions to be a table such as predictions.csv, found no " +
				"file '" + file + "'. Check the path.");
		try {
			final String text = Files.readString(file);
			try (CSVParser parser = CsvFormat.parser(text.startsWith(BYTE_ORDER_MARK)
				? text.substring(1) : text))
			{
				return parser.getRecords();
			}
		}
		catch (final CharacterCodingException e) {
			throw new UserFailure("Expected a table of text in UTF-8, found '" +
				file + "', which is none.", e);
		}
		catch (final UncheckedIOException e) {
			throw new UserFailure("The table '" + file +
				"' is damaged: a quote is opened and not closed. Write it anew.", e);
		}
	}

	private static Headings headings(final List<String> names, final Path file) {
		final Map<String, Integer> positions = new LinkedHashMap<>();
		final List<String> labels = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			final String name = names.get(i);
			if (positions.put(name, i) != null) throw new UserFailure(
				"Expected different headings in '" + file + "', found '" + name +
					"' twice.");
			if (name.startsWith(PROBABILITY)) labels.add(name.substring(PROBABILITY
				.length()));
		}
		if (!positions.containsKey(FILE) || labels.size() < 2)
			throw new UserFailure(
				"Expected a table of predictions with the columns " +
					"file, actual and p_CLASS for each of at least two classes, separated " +
					"by commas, found in '" + file + "' the headings " + shown(names) +
					". predictions.csv of an evaluation or a cross-validation is such a " +
					"table.");
		try {
			return new Headings(positions, new ClassLabels(labels));
		}
		catch (final IllegalArgumentException e) {
			throw new UserFailure("Cannot use the classes of '" + file + "': " + e
				.getMessage() + ".", e);
		}
	}

	private static String shown(final List<String> names) {
		final String all = String.join(",", names);
		return "'" + (all.length() > 200 ? all.substring(0, 200) + "..." : all) +
			"'";
	}

	private static Row row(final CSVRecord cells, final Headings headings) {
		if (cells.size() != headings.positions().size()) return failed(cells.get(0),
			"", "Expected " + headings.positions().size() + " cells in line " + cells
				.getRecordNumber() + " of the table, found " + cells.size() + ".");
		final String name = headings.cell(cells, FILE);
		final String actual = headings.cell(cells, ACTUAL);
		final String error = headings.cell(cells, ERROR);
		final float[] probabilities = new float[headings.labels().size()];
		double sum = 0;
		boolean any = false;
		for (int c = 0; c < probabilities.length; c++) {
			final String text = headings.cell(cells, ProbabilityColumns.heading(
				headings.labels().name(c)));
			any |= !text.isEmpty();
			probabilities[c] = number(text);
			sum += probabilities[c];
		}
		if (!any && !error.isEmpty()) return failed(name, actual, error);
		for (final float p : probabilities)
			if (!(p >= 0 && p <= 1)) return failed(name, actual,
				"Expected probabilities from 0 to 1 in line " + cells
					.getRecordNumber() + " of the table.");
		if (Math.abs(sum - 1) > ROUNDED * (probabilities.length + 1)) return failed(
			name, actual, "Expected probabilities whose sum is 1 in line " + cells
				.getRecordNumber() + " of the table, found a sum of " + Decimals.four(
					sum) + ".");
		return predicted(cells, headings, probabilities);
	}

	private static Row predicted(final CSVRecord cells, final Headings headings,
		final float[] probabilities)
	{
		final String name = headings.cell(cells, FILE);
		final String actual = headings.cell(cells, ACTUAL);
		// what a table of a folder calls unknown is no class
		final int said = headings.labels().indexOf(headings.cell(cells,
			"predicted"));
		final Prediction stored = new Prediction(probabilities);
		if (said >= 0 && stored.confidence() - probabilities[said] > 2 * ROUNDED)
			return failed(name, actual, "Expected the most probable class in the " +
				"column predicted of line " + cells.getRecordNumber() + ", '" + headings
					.labels().name(stored.labelIndex()) + "', found '" + headings.labels()
						.name(said) + "'.");
		return new Row(name, actual, headings.cell(cells, EvaluatedCsv.GROUP),
			"true".equals(headings.cell(cells, EvaluatedCsv.TRAINED)), Optional.of(
				said < 0 ? stored : RoundedPrediction.of(probabilities, said)), "");
	}

	private static float number(final String text) {
		try {
			return Float.parseFloat(text);
		}
		catch (final NumberFormatException e) {
			// told with the row
			return Float.NaN;
		}
	}

	private static Row failed(final String name, final String actual,
		final String reason)
	{
		return new Row(name, actual, "", false, Optional.empty(), reason);
	}

	private static Optional<String> side(final List<CSVRecord> records,
		final Headings headings)
	{
		final TreeSet<String> sides = new TreeSet<>();
		for (final CSVRecord cells : records) {
			if (cells.size() != headings.positions().size()) continue;
			if (!headings.cell(cells, FOLD).isEmpty()) return Optional.of(
				EvaluatedSide.OUT_OF_FOLD);
			sides.add(headings.cell(cells, EvaluatedCsv.SIDE));
		}
		sides.remove("");
		return sides.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ",
			sides));
	}
}
