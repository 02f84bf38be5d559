
package io.github.cnnclassifier.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The one dialect of our tables: commas, UTF-8, {@code \n}, quotes if needed.
 */
final class CsvFormat {

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
		.setRecordSeparator('\n').get();

	private CsvFormat() {}

	/** Into memory. */
	static CSVPrinter printer(final StringBuilder text) throws IOException {
		return new CSVPrinter(text, FORMAT);
	}

	/** @return a row of such cells as {@link Table} takes them, with its end */
	static String line(final List<?> cells) {
		final StringBuilder line = new StringBuilder();
		try (CSVPrinter csv = printer(line)) {
			csv.printRecord(cells.stream().map(Table::text).toList());
		}
		catch (final IOException e) {
			// memory is not a disk
			throw new UncheckedIOException(e);
		}
		return line.toString();
	}

	/**
	 * @param line a row with its end
	 * @return its cells; empty if it is none
	 */
	static Optional<CSVRecord> record(final String line) {
		try (CSVParser parser = parser(line)) {
			final List<CSVRecord> records = parser.getRecords();
			return records.size() == 1 ? Optional.of(records.get(0)) : Optional
				.empty();
		}
		catch (final IOException | UncheckedIOException e) {
			// a quote that is not closed, as in a row that was cut short
			return Optional.empty();
		}
	}

	static CSVParser parser(final String text) throws IOException {
		return CSVParser.parse(text, FORMAT);
	}

	/** The caller flushes; closing would close the stream as well. */
	static CSVPrinter printer(final OutputStream out) throws IOException {
		// cells come in many small pieces, each of which would be encoded by itself
		return new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out,
			StandardCharsets.UTF_8)), FORMAT);
	}
}
