
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.apache.commons.csv.CSVPrinter;

/** A table as CSV, with a row of headings. */
final class TableCsv {

	private TableCsv() {}

	static void write(final OutputStream out, final Table table)
		throws IOException
	{
		final CSVPrinter csv = CsvFormat.printer(out);
		csv.printRecord(table.headings());
		for (final List<Object> row : table.rows()) {
			csv.printRecord(row.stream().map(Table::text).toList());
		}
		csv.flush();
	}
}
