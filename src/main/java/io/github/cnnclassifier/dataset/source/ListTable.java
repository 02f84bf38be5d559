
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * A table of text as spreadsheets and scripts write it: comma, semicolon or
 * tab, whichever the first row has most of; UTF-8 with or without byte order
 * mark; quotes where needed.
 *
 * @param header the first row
 * @param rows the others, without empty ones; their numbers count all rows, as
 *          a spreadsheet does
 */
record ListTable(List<String> header, List<CSVRecord> rows) {

	private static final char BYTE_ORDER_MARK = '\uFEFF';
	private static final char[] DELIMITERS = { ',', ';', '\t' };

	/** @return whether a file is meant to be such a table by its name */
	static boolean isNamedSo(final Path file) {
		final String name = Listing.name(file).toLowerCase(Locale.ROOT);
		return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(
			".txt");
	}

	static ListTable read(final Path file) throws IOException {
		final String text = text(file);
		final CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(
			text)).setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(false).get();
		final List<CSVRecord> records = new ArrayList<>();
		try (CSVParser parser = CSVParser.parse(text, format)) {
			for (final CSVRecord record : parser) {
				if (record.stream().anyMatch(cell -> !cell.isBlank())) records.add(
					record);
			}
		}
		// how the parser's iterator tells of a quote that never ends
		catch (final UncheckedIOException e) {
			throw new UserFailure("The list '" + file + "' cannot be understood: " + e
				.getCause().getMessage() + ". Look for a quote that is not closed.", e);
		}
		if (records.isEmpty()) throw new UserFailure("The list '" + file +
			"' is empty. Expected a first row with names of columns, such as " +
			"path,class.");
		return new ListTable(List.of(records.get(0).values()), records.subList(1,
			records.size()));
	}

	private static String text(final Path file) throws IOException {
		try {
			final String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer
				.wrap(Files.readAllBytes(file))).toString();
			return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text
				.substring(1) : text;
		}
		catch (final CharacterCodingException e) {
			throw new UserFailure("Expected a list in UTF-8, but '" + file +
				"' is not. Save it again as 'CSV UTF-8'.", e);
		}
	}

	private static char delimiter(final String text) {
		final String first = text.lines().filter(line -> !line.isBlank())
			.findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
		char best = DELIMITERS[0];
		long most = 0;
		for (final char delimiter : DELIMITERS) {
			final long count = first.chars().filter(c -> c == delimiter).count();
			if (count > most) {
				best = delimiter;
				most = count;
			}
		}
		return best;
	}
}
