
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.evaluation.HeldOutPrediction;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/**
 * A {@code predictions.csv} of an evaluation or of a cross-validation, read
 * back by its headings. Columns that this version does not know are passed
 * over.
 *
 * @param labels the classes, in the order of their columns
 * @param rows in the order of the table; copied
 * @param fromFolds whether it says where each image was held out, as that of a
 *          cross-validation does
 */
public record PredictionTable(ClassLabels labels, List<HeldOutRow> rows,
		boolean fromFolds)
{

	private static final String FILE = "file";
	private static final String GROUP = "group";
	private static final String REPEAT = "repeat";
	private static final String FOLD = "fold";
	private static final String ACTUAL = "actual";
	private static final String PREDICTED = "predicted";
	private static final String ERROR = "error";
	private static final String FIRST_LINE =
		"file,...,actual,predicted,confidence,p_<class>,...";
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	/** Copies the rows. */
	public PredictionTable {
		rows = List.copyOf(rows);
	}

	/**
	 * @param file such a table
	 * @return what it says
	 * @throws UserFailure if it is none, or one of its rows cannot be understood
	 * @throws IOException if the disk fails
	 */
	public static PredictionTable read(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) throw new UserFailure(
			"Expected a table of predictions, such as the predictions.csv of a " +
				"cross-validation, but '" + file + "' is not a file.");
		final String text = text(file);
		try (CSVParser parser = CsvFormat.parser(text)) {
			return new Reading(file).table(parser.getRecords());
		}
		// the text is in the memory: what fails is its form
		catch (final IOException | UncheckedIOException e) {
			throw new UserFailure("Expected a table of predictions, but '" + file +
				"' has quotes that do not come in pairs.", e);
		}
	}

	private static String text(final Path file) throws IOException {
		try {
			final String text = Files.readString(file, StandardCharsets.UTF_8);
			return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text
				.substring(1) : text;
		}
		catch (final CharacterCodingException e) {
			throw new UserFailure("Expected a table of predictions in UTF-8, but '" +
				file + "' has other bytes.", e);
		}
	}

	/** @return the predictions of the rows that have one, in their order */
	public List<HeldOutPrediction> predictions() {
		return rows.stream().flatMap(row -> row.held(labels).stream()).toList();
	}

	private static final class Reading {

		private final Path file;
		private final Map<String, Integer> positions = new HashMap<>();
		private ClassLabels labels;

		private Reading(final Path file) {
			this.file = file;
		}

		private PredictionTable table(final List<CSVRecord> records) {
			if (records.isEmpty()) throw none("it is empty");
			final List<String> headings = records.get(0).toList();
			for (int i = 0; i < headings.size(); i++)
				positions.putIfAbsent(headings.get(i), i);
			for (final String needed : List.of(FILE, ACTUAL, PREDICTED,
				ProbabilityColumns.CONFIDENCE))
				if (!positions.containsKey(needed)) throw none("it has no column '" +
					needed + "'");
			labels = labels(headings);
			final List<HeldOutRow> rows = new ArrayList<>();
			for (final CSVRecord record : records.subList(1, records.size()))
				rows.add(row(record, headings.size()));
			if (rows.stream().allMatch(row -> row.prediction().isEmpty()))
				throw new UserFailure("Expected predictions in '" + file +
					"', found none.");
			return new PredictionTable(labels, rows, positions.containsKey(FOLD));
		}

		/** They stand behind the confidence, side by side. */
		private ClassLabels labels(final List<String> headings) {
			final String prefix = ProbabilityColumns.heading("");
			final List<String> names = headings.stream().skip(positions.get(
				ProbabilityColumns.CONFIDENCE) + 1L).takeWhile(heading -> heading
					.startsWith(prefix)).map(heading -> heading.substring(prefix
						.length())).toList();
			try {
				return new ClassLabels(names);
			}
			catch (final IllegalArgumentException e) {
				throw none("its classes cannot be right: " + e.getMessage());
			}
		}

		private UserFailure none(final String why) {
			return new UserFailure("Expected a table of predictions whose first " +
				"line is " + FIRST_LINE +
				", as cross-validation and evaluation write " + "it, but '" + file +
				"' is none: " + why + ".");
		}

		private HeldOutRow row(final CSVRecord cells, final int width) {
			if (cells.size() != width) throw wrong(cells, "has " + cells.size() +
				" cells instead of " + width);
			final String actual = cell(cells, ACTUAL);
			final String predicted = cell(cells, PREDICTED);
			if (!predicted.isEmpty() && labels.indexOf(actual) < 0) throw wrong(cells,
				"has the class '" + Legible.quote(actual) +
					"', which has no column of probabilities");
			return new HeldOutRow(cell(cells, FILE), cell(cells, GROUP), number(cells,
				REPEAT), number(cells, FOLD), actual, predicted.isEmpty() ? Optional
					.empty() : Optional.of(prediction(cells, predicted)), cell(cells,
						ERROR));
		}

		private UserFailure wrong(final CSVRecord cells, final String what) {
			return new UserFailure("Row " + cells.getRecordNumber() + " of '" + file +
				"' " + what + ". Use the table as it was written.");
		}

		private Prediction prediction(final CSVRecord cells,
			final String predicted)
		{
			final int best = labels.indexOf(predicted);
			if (best < 0) throw wrong(cells, "predicts '" + Legible.quote(predicted) +
				"', which has no column of probabilities");
			final float[] probabilities = new float[labels.size()];
			for (int i = 0; i < probabilities.length; i++)
				probabilities[i] = probability(cells, ProbabilityColumns.heading(labels
					.name(i)));
			return HeldOutCsv.rounded(probabilities, best);
		}

		private float probability(final CSVRecord cells, final String heading) {
			final String text = cell(cells, heading);
			try {
				final float value = Float.parseFloat(text);
				if (value >= 0 && value <= 1) return value;
			}
			catch (final NumberFormatException e) {
				throw wrong(cells, noProbability(heading, text));
			}
			throw wrong(cells, noProbability(heading, text));
		}

		private static String noProbability(final String heading,
			final String text)
		{
			return "has '" + Legible.quote(text) + "' in the column '" + heading +
				"' instead of a number from 0 to 1";
		}

		private int number(final CSVRecord cells, final String heading) {
			final String text = cell(cells, heading);
			if (text.isEmpty()) return HeldOutRow.NOWHERE;
			try {
				return Integer.parseInt(text);
			}
			catch (final NumberFormatException e) {
				throw wrong(cells, "has '" + Legible.quote(text) + "' in the column '" +
					heading + "' instead of a whole number");
			}
		}

		/** @return empty where the table has no such column */
		private String cell(final CSVRecord cells, final String heading) {
			final Integer position = positions.get(heading);
			return position == null ? "" : cells.get(position);
		}
	}
}
