
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class CsvRowsTest {

	private final List<String> rows = new ArrayList<>();

	private long read(final String text) throws IOException {
		return CsvRows.read(new ByteArrayInputStream(text.getBytes(
			StandardCharsets.UTF_8)), 100, (start, length, row) -> {
				rows.add(start + "+" + length + ":" + row);
				return !row.startsWith("bad");
			});
	}

	@Test
	void aLineBreakInQuotesEndsNoRow() throws IOException {
		assertEquals(115, read("a,b\n\"x\n\"\"y\",\u00e9\n"));
		assertEquals(List.of("100+4:a,b\n", "104+11:\"x\n\"\"y\",\u00e9\n"), rows);
	}

	@Test
	void aRowWithoutAnEndIsNone() throws IOException {
		assertEquals(102, read("a\nb"));
		assertEquals(102, read("a\n\"b\nc"));
		assertEquals(100, read(""));
	}

	@Test
	void nothingIsReadBehindAWrongRow() throws IOException {
		assertEquals(102, read("a\nbad\nc\n"));
		assertEquals(2, rows.size());
	}
}
