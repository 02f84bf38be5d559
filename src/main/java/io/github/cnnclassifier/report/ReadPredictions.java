
package io.github.cnnclassifier.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/**
 * The table of predictions that an evaluation or a cross-validation has left,
 * read back by its headings.
 *
 * @param result of the rows with a prediction, at least one
 * @param failed how many rows have none
 */
public record ReadPredictions(EvaluationResult result, int failed) {

	private static final String FILE = "file";
	private static final String ACTUAL = "actual";
	private static final String PREDICTED = "predicted";
	private static final String PROBABILITY = ProbabilityColumns.heading("");

	/**
	 * @param table a file
	 * @return what it holds
	 * @throws UserFailure if it is no such table, or has not a single prediction
	 * @throws IOException if it cannot be read
	 */
	public static ReadPredictions of(final Path table) throws IOException {
		if (!Files.isRegularFile(table)) throw new UserFailure("Expected the " +
			"predictions.csv of an evaluation or a cross-validation, but '" + table +
			"' is " + (Files.exists(table) ? "no file." : "not there.") +
			" Name the table.");
		try (BufferedReader in = Files.newBufferedReader(table);
				CSVParser rows = CSVParser.parse(in, CSVFormat.DEFAULT))
		{
			return new Reading(table).of(rows);
		}
		catch (final CharacterCodingException | UncheckedIOException e) {
			throw new UserFailure("The table '" + table +
				"' is damaged: it is no text in UTF-8, or a quote is not closed.", e);
		}
	}

	private static final class Reading {

		private final Path table;
		private final Map<String, Integer> positions = new HashMap<>();
		private final List<LabeledPrediction> predictions = new ArrayList<>();
		private List<String> header = List.of();
		private List<String> names = List.of();
		private int failed;

		Reading(final Path table) {
			this.table = table;
		}

		ReadPredictions of(final Iterable<CSVRecord> rows) {
			ClassLabels labels = null;
			for (final CSVRecord row : rows) {
				if (labels == null) labels = labels(row);
				else add(row, labels);
			}
			if (predictions.isEmpty()) throw new UserFailure("Expected rows with " +
				"predictions in '" + table + "', found none" + (failed > 0 ? ", only " +
					failed + " that failed." : "."));
			return new ReadPredictions(new EvaluationResult(labels, predictions),
				failed);
		}

		private ClassLabels labels(final CSVRecord row) {
			header = new ArrayList<>(row.toList());
			// what Excel puts before UTF-8
			header.set(0, header.get(0).replaceFirst("^\ufeff", ""));
			for (int i = 0; i < header.size(); i++)
				positions.putIfAbsent(header.get(i), i);
			names = header.stream().filter(h -> h.startsWith(PROBABILITY)).map(h -> h
				.substring(PROBABILITY.length())).toList();
			if (!header.containsAll(List.of(FILE, ACTUAL, PREDICTED))) throw noTable(
				"the columns file, actual and predicted", Legible.quote(header));
			try {
				return new ClassLabels(names);
			}
			catch (final IllegalArgumentException e) {
				throw noTable("a column p_CLASS for each of at least two classes",
					Legible.quote(header));
			}
		}

		private UserFailure noTable(final String expected, final String found) {
			return new UserFailure("Expected " + expected + " in '" + table +
				"', found " + found +
				". Name the predictions.csv of an evaluation or " +
				"a cross-validation of labeled images.");
		}

		private void add(final CSVRecord row, final ClassLabels labels) {
			if (row.size() != header.size()) throw damaged(row, "expected " + header
				.size() + " cells, found " + row.size());
			final String predicted = cell(row, PREDICTED);
			if (predicted.isEmpty()) {
				failed++;
				return;
			}
			final int actual = labels.indexOf(cell(row, ACTUAL));
			if (actual < 0) throw damaged(row, "the class '" + Legible.quote(cell(row,
				ACTUAL)) + "' has no column of probabilities");
			predictions.add(new LabeledPrediction(cell(row, FILE), actual, prediction(
				row, labels.indexOf(predicted))));
		}

		private Prediction prediction(final CSVRecord row, final int best) {
			if (best < 0) throw damaged(row, "the class '" + Legible.quote(cell(row,
				PREDICTED)) + "' has no column of probabilities");
			final float[] probabilities = new float[names.size()];
			try {
				for (int i = 0; i < probabilities.length; i++)
					probabilities[i] = Float.parseFloat(cell(row, ProbabilityColumns
						.heading(names.get(i))));
			}
			catch (final NumberFormatException e) {
				throw damaged(row, "a probability is no number");
			}
			// of two that are equal in four decimals, it was the greater one
			if (new Prediction(probabilities).labelIndex() != best)
				probabilities[best] = Math.nextUp(new Prediction(probabilities)
					.confidence());
			return new Prediction(probabilities);
		}

		private UserFailure damaged(final CSVRecord row, final String reason) {
			return new UserFailure("Row " + row.getRecordNumber() + " of '" + table +
				"' cannot be understood: " + reason +
				". Mend it, or evaluate once more.");
		}

		private String cell(final CSVRecord row, final String heading) {
			return row.get(positions.get(heading));
		}
	}
}
