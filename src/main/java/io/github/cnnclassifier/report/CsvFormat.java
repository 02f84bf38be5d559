
package io.github.cnnclassifier.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;

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
