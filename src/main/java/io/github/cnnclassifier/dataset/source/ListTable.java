
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.FreeHeap;

/**
 * A table of text as spreadsheets and scripts write it: comma, semicolon or
 * tab, whichever the first row has most of or a line such as {@code sep=;}
 * above it names; UTF-8 with or without byte order mark; quotes where needed.
 *
 * @param header the first row
 * @param rows the others, without empty ones; their numbers count all rows, as
 *          a spreadsheet does
 */
record ListTable(List<String> header, List<CSVRecord> rows) {

	private static final long BYTES_PER_CELL = 150;
	/** Bytes, decoded characters and the text of them. */
	private static final long COPIES_OF_TEXT = 5;
	private static final char BYTE_ORDER_MARK = '\uFEFF';
	/** Excel's own line above the table; it does not show or count it. */
	private static final Pattern SEPARATOR = Pattern.compile(
		"(?i)\"?sep=([^\"\\p{Alnum}\\r\\n])\"?[^\\S\\r\\n]*(?:\\R|$)");
	private static final char[] DELIMITERS = { ',', ';', '\t' };

	/** @return whether a file is meant to be such a table by its name */
	static boolean isNamedSo(final Path file) {
		final String name = Listing.name(file).toLowerCase(Locale.ROOT);
		return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(
			".txt");
	}

	static ListTable read(final Path file) throws IOException {
		final String all = text(file);
		requireMemory(file, all);
		final Matcher told = SEPARATOR.matcher(all);
		final String text = told.lookingAt() ? all.substring(told.end()) : all;
		final CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(told
			.lookingAt() ? told.group(1).charAt(0) : delimiter(text))
			.setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(false).get();
		final List<CSVRecord> records = new ArrayList<>();
		try (CSVParser parser = CSVParser.parse(text, format)) {
			for (final CSVRecord record : parser) {
				if (record.stream().anyMatch(cell -> !cell.isBlank())) records.add(
					record);
			}
		}
		// how the parser's iterator tells of a quote that never ends
		catch (final UncheckedIOException e) {
			throw new UserFailure("The list '" + file + "' cannot be understood: " +
				Legible.quote(e.getCause().getMessage()) +
				". Look for a quote that is not closed.", e);
		}
		if (records.isEmpty()) throw new UserFailure("The list '" + file +
			"' is empty. Expected a first row with names of columns, such as " +
			"path,class.");
		return new ListTable(List.of(records.get(0).values()), records.subList(1,
			records.size()));
	}

	/** A file of nothing but separators is far larger as a table. */
	private static void requireMemory(final Path file, final String text) {
		final long cells = text.chars().filter(c -> c == '\n' || c == ',' ||
			c == ';' || c == '\t').count();
		requireMemory(file, BYTES_PER_CELL * cells + text.length());
	}

	private static void requireMemory(final Path file, final long bytes) {
		if (!FreeHeap.has(bytes)) throw new UserFailure("The list '" + file +
			"' needs about " + (bytes >> 20) +
			" MB of memory, more than Java has left. Divide it, or give Java more " +
			"memory.");
	}

	private static String text(final Path file) throws IOException {
		requireMemory(file, COPIES_OF_TEXT * Files.size(file));
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
