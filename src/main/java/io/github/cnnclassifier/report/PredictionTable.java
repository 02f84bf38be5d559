
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.evaluation.EvaluatedSide;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.HeldOutPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;

/**
 * Predictions as they stand in a table: {@code predictions.csv} of an
 * evaluation or of a cross-validation, or any other table with the columns
 * {@code file} and {@code p_<class>} for each class, such as that of a
 * classified folder. The columns are read by their headings, in any order;
 * others are passed over.
 *
 * @param labels the classes in the order of the columns
 * @param side that the table tells; empty if it tells none
 * @param rows in the order of the table; copied
 */
public record PredictionTable(ClassLabels labels, Optional<String> side,
		List<Row> rows)
{

	/**
	 * One row.
	 *
	 * @param image what the table says of it; its class is empty if the table
	 *          does not tell, and need not be one of the columns
	 * @param trained whether the classifier has learned from it, as far as told
	 */
	public record Row(HeldOutRow image, boolean trained) {
	}

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	/** Copies the rows. */
	public PredictionTable {
		rows = List.copyOf(rows);
	}

	/**
	 * Reads any table of predictions, with true classes or without.
	 *
	 * @param file the table
	 * @return what it says; a row that cannot be understood has the reason
	 *         instead of a prediction
	 * @throws UserFailure if there is no such file, it is no such table, or it
	 *           has no rows
	 * @throws IOException if the disk fails
	 */
	public static PredictionTable read(final Path file) throws IOException {
		return read(file, false);
	}

	/**
	 * Reads the table of an evaluation or of a cross-validation, whose images
	 * have true classes.
	 *
	 * @param file the table
	 * @return what it says, at least one prediction
	 * @throws UserFailure if there is no such file, it is no such table, it has
	 *           not a single prediction, or a row that cannot be understood
	 * @throws IOException if the disk fails
	 */
	public static PredictionTable readLabeled(final Path file)
		throws IOException
	{
		final PredictionTable table = read(file, true);
		if (table.failed() == table.rows().size()) throw new UserFailure(
			"Expected predictions in '" + file + "', found none, only " + table
				.failed() + " that failed.");
		return table;
	}

	private static PredictionTable read(final Path file, final boolean labeled)
		throws IOException
	{
		final List<CSVRecord> records = records(file);
		if (records.isEmpty()) throw new UserFailure(
			"Expected a table of predictions, found '" + file + "' empty.");
		final PredictionHeadings headings = new PredictionHeadings(records.get(0)
			.toList(), file, labeled ? List.of(PredictionHeadings.FILE,
				PredictionHeadings.ACTUAL, PredictionHeadings.PREDICTED) : List.of(
					PredictionHeadings.FILE));
		final List<CSVRecord> below = records.subList(1, records.size());
		if (below.isEmpty()) throw new UserFailure("Expected predictions in '" +
			file + "', found none, nothing but headings.");
		final PredictionCells cells = new PredictionCells(headings, labeled);
		return new PredictionTable(headings.labels(), side(below, headings), below
			.stream().map(record -> row(cells, record, file, labeled)).toList());
	}

	private static Row row(final PredictionCells cells, final CSVRecord record,
		final Path file, final boolean labeled)
	{
		try {
			return cells.row(record);
		}
		catch (final UserFailure e) {
			if (labeled) throw new UserFailure("Cannot use '" + file + "': " + e
				.getMessage() + " Use the table as it was written.", e);
			return cells.failed(record, e.getMessage());
		}
	}

	private static List<CSVRecord> records(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) throw new UserFailure(
			"Expected a table of predictions, such as predictions.csv of an " +
				"evaluation or a cross-validation, found no file '" + file +
				"'. Check the path.");
		final String text = text(file);
		try (CSVParser parser = CsvFormat.parser(text)) {
			return parser.getRecords();
		}
		// the text is in the memory: what fails is its form
		catch (final IOException | UncheckedIOException e) {
			throw new UserFailure("The table '" + file +
				"' is damaged: a quote is opened and not closed at the end of its " +
				"cell. Write it anew.", e);
		}
	}

	private static String text(final Path file) throws IOException {
		try {
			final String text = Files.readString(file);
			return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
		}
		catch (final CharacterCodingException e) {
			throw new UserFailure("Expected a table of text in UTF-8, found '" +
				file + "', which is none.", e);
		}
	}

	private static Optional<String> side(final List<CSVRecord> records,
		final PredictionHeadings headings)
	{
		final TreeSet<String> sides = new TreeSet<>();
		for (final CSVRecord cells : records) {
			if (cells.size() != headings.width()) continue;
			if (!headings.cell(cells, PredictionHeadings.FOLD).isEmpty())
				return Optional.of(EvaluatedSide.OUT_OF_FOLD);
			sides.add(headings.cell(cells, EvaluatedCsv.SIDE));
		}
		sides.remove("");
		return sides.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ",
			sides));
	}

	/**
	 * @return whether each image was predicted by a network that was trained
	 *         without it, as in a cross-validation
	 */
	public boolean outOfFold() {
		return side.equals(Optional.of(EvaluatedSide.OUT_OF_FOLD));
	}

	/** @return how many rows have no prediction */
	public int failed() {
		return (int) rows.stream().filter(row -> row.image().prediction().isEmpty())
			.count();
	}

	/**
	 * @return the predictions of the rows that have one and whose true class is
	 *         one of the columns, in their order
	 */
	public List<HeldOutPrediction> predictions() {
		return rows.stream().map(Row::image).filter(image -> labels.indexOf(image
			.actual()) >= 0).flatMap(image -> image.held(labels).stream()).toList();
	}

	/** @return {@link #predictions()} as those of an evaluation */
	public EvaluationResult result() {
		return new EvaluationResult(labels, predictions().stream().map(
			HeldOutPrediction::labeled).toList());
	}
}
