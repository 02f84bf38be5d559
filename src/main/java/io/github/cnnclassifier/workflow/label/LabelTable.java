
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * A list of labels as it is on the disk. The last row of a file whose writer
 * was killed may be cut short; it counts only if nothing of it is missing.
 *
 * @param columns titles
 * @param rows cells by column, without rows that say nothing
 * @param whole whether the file ends with a whole row
 */
record LabelTable(List<String> columns, List<Map<String, String>> rows,
		boolean whole)
{

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
		.setRecordSeparator('\n').get();

	/**
	 * @throws UserFailure if it is no list with the columns path and class, or is
	 *           damaged
	 * @throws IOException if it cannot be read
	 */
	static LabelTable read(final Path file) throws IOException {
		final String text = text(file);
		final int end = text.lastIndexOf('\n') + 1;
		final String last = text.substring(end);
		final LabelTable table = parse(file, text.substring(0, end), last);
		return table.columns().containsAll(List.of(LabelRow.PATH, LabelRow.CLASS))
			? table : refuse(file);
	}

	private static LabelTable refuse(final Path file) {
		throw new UserFailure("Expected a list of labels with the columns path " +
			"and class, separated by commas, but '" + file +
			"' is none, or is damaged. Move it away, or choose another file.");
	}

	private static String text(final Path file) throws IOException {
		try {
			final String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer
				.wrap(Files.readAllBytes(file))).toString();
			// what Excel puts before UTF-8
			return text.startsWith("\ufeff") ? text.substring(1) : text;
		}
		catch (final CharacterCodingException e) {
			return cutInALetter(file);
		}
	}

	/** A row that was cut short may end within a letter of several bytes. */
	private static String cutInALetter(final Path file) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		int end = bytes.length;
		while (end > 0 && bytes[end - 1] != '\n')
			end--;
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes,
				0, end)).toString() + "\"";
		}
		catch (final CharacterCodingException e) {
			throw new UserFailure("Expected a list of labels in UTF-8, but '" + file +
				"' is not. Save it again as 'CSV UTF-8'.", e);
		}
	}

	private static LabelTable parse(final Path file, final String text,
		final String last)
	{
		if (text.isEmpty()) {
			// without a row there is at most a header that was not ended
			final List<String> header = cells(last);
			return new LabelTable(header, List.of(), header.isEmpty());
		}
		try (CSVParser csv = CSVParser.parse(text, FORMAT.builder().setHeader()
			.setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW).get()))
		{
			final List<String> columns = csv.getHeaderNames();
			final List<Map<String, String>> rows = new ArrayList<>();
			for (final CSVRecord row : csv) {
				if (!row.isConsistent()) return refuse(file);
				rows.add(row.toMap());
			}
			final List<String> cells = cells(last);
			if (cells.size() == columns.size()) rows.add(row(columns, cells));
			return new LabelTable(columns, rows, last.isEmpty());
		}
		catch (IOException | IllegalArgumentException | UncheckedIOException e) {
			// a column twice or without a name, a quote that is never closed
			return refuse(file);
		}
	}

	private static Map<String, String> row(final List<String> columns,
		final List<String> cells)
	{
		final Map<String, String> row = new LinkedHashMap<>();
		for (int i = 0; i < cells.size(); i++)
			row.put(columns.get(i), cells.get(i));
		return row;
	}

	/** @return none of a row whose quote is not closed */
	private static List<String> cells(final String line) {
		try (CSVParser csv = CSVParser.parse(line, FORMAT)) {
			final List<CSVRecord> records = csv.getRecords();
			return records.size() == 1 ? records.get(0).toList() : List.of();
		}
		catch (IOException | UncheckedIOException e) {
			return List.of();
		}
	}

	/** @return cells in the order of columns, as a row with its end */
	static String line(final List<String> columns,
		final Map<String, String> cells)
	{
		return FORMAT.format(columns.stream().map(column -> (Object) cells
			.getOrDefault(column, "")).toArray()) + "\n";
	}

	/** @return the titles as a row with its end */
	static String header(final List<String> columns) {
		return FORMAT.format(columns.toArray()) + "\n";
	}
}
