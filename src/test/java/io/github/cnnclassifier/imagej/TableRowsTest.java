
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.report.Table;

/** Tables of different columns one after the other in the Results table. */
class TableRowsTest {

	private final ResultsTable results = ResultsTable.getResultsTable();

	@BeforeEach
	@AfterEach
	void noRows() {
		results.reset();
	}

	private static void append(final List<String> headings,
		final Object... cells)
	{
		TableRows.append(new Table(headings, List.of(List.of(cells))));
	}

	private List<String> column(final String name) {
		return IntStream.range(0, results.size()).mapToObj(row -> results
			.getStringValue(name, row)).toList();
	}

	@Test
	void columnsOfOtherRowsAreEmptyBeforeAndAfter() {
		append(List.of("image", "slice", "p_a"), "x", 4, 0.25f);
		append(List.of("image", "index", "roi"), "y", 7, "cell");
		append(List.of("image", "slice", "fraction"), "z", 5, 0.5);
		assertEquals(List.of("x", "y", "z"), column("image"));
		assertEquals(List.of("4", "", "5"), column("slice"));
		assertEquals(List.of("0.2500", "", ""), column("p_a"));
		assertEquals(List.of("", "7", ""), column("index"));
		assertEquals(List.of("", "cell", ""), column("roi"));
		assertEquals(List.of("", "", "0.5000"), column("fraction"));
		assertEquals(Double.NaN, results.getValue("index", 0));
		assertEquals(Double.NaN, results.getValue("slice", 1));
	}

	@Test
	void measurementsWithNamesStayAsTheyAre() {
		results.addRow();
		results.addLabel("measured");
		results.addValue("Area", 12.5);
		append(List.of("index"), 1);
		assertEquals("measured", results.getLabel(0));
		assertEquals(12.5, results.getValue("Area", 0));
		assertEquals("", results.getStringValue("index", 0));
		assertEquals("", results.getStringValue("Area", 1));
	}

	@Test
	void whatIsNotANumberIsEmptyAndSmallProbabilitiesHaveNoExponent() {
		append(List.of("mean", "p_a", "pixels"), Double.NaN, 1.9e-12f, 3.0);
		assertEquals("", results.getStringValue("mean", 0));
		assertEquals("0.0000", results.getStringValue("p_a", 0));
		assertEquals("3", results.getStringValue("pixels", 0));
	}
}
