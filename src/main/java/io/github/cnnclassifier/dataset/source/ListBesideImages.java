
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import io.github.cnnclassifier.storage.WholeFile;

/** How CSV lists that stand beside images are written: each as a whole. */
final class ListBesideImages {

	static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
		.setRecordSeparator('\n').get();

	private ListBesideImages() {}

	/**
	 * Without any row there is no file.
	 *
	 * @param columns headings
	 * @param rows with a cell for each of them
	 * @throws IOException if it cannot be written; the former list stays
	 */
	static void write(final Path file, final Collection<String> columns,
		final List<List<String>> rows) throws IOException
	{
		if (rows.isEmpty()) {
			Files.deleteIfExists(file);
			return;
		}
		WholeFile.write(file, out -> {
			final CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(out,
				StandardCharsets.UTF_8), FORMAT);
			csv.printRecord(columns);
			for (final List<String> row : rows)
				csv.printRecord(row);
			csv.flush();
		});
	}

	/**
	 * @param columns headings
	 * @param rows cells by their headings; what is missing is empty
	 * @return the cells in the order of the headings
	 */
	static List<List<String>> cells(final Collection<String> columns,
		final Collection<Map<String, String>> rows)
	{
		return rows.stream().map(row -> columns.stream().map(column -> row
			.getOrDefault(column, "")).toList()).toList();
	}
}
