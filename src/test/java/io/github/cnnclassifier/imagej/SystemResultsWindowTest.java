
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ij.ImageJ;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextPanel;
import ij.text.TextWindow;

/** The window of the Results table; needs a display. */
@Tag("gui")
class SystemResultsWindowTest {

	private ImageJ imageJ;

	@BeforeEach
	void start() {
		imageJ = new ImageJ(ImageJ.NO_SHOW);
		ResultsTable.getResultsTable().reset();
	}

	@AfterEach
	void quit() {
		imageJ.dispose();
	}

	private static List<String> show(final String... rows) {
		SystemResults.empty(old -> true);
		final ResultsTable table = ResultsTable.getResultsTable();
		for (final String row : rows) {
			table.addRow();
			table.addValue("class", row);
		}
		SystemResults.show(table);
		final TextPanel lines = ((TextWindow) WindowManager.getFrame("Results"))
			.getTextPanel();
		return IntStream.range(0, lines.getLineCount()).mapToObj(line -> lines
			.getLine(line).split("\t")[1]).toList();
	}

	@Test
	void nothingOfAnEarlierTableStays() {
		assertEquals(List.of("a", "b"), show("a", "b"));
		assertEquals(List.of("c", "d", "e"), show("c", "d", "e"));
		assertEquals(List.of("f"), show("f"));
	}

	@Test
	void rowsOfSomethingElseAreKeptEachInAWindowBehind() {
		show("a", "b");
		SystemResults.empty(old -> false);
		show("c");
		SystemResults.empty(old -> false);
		assertEquals(2, ResultsTable.getResultsTable("Earlier Results").size());
		assertEquals(1, ResultsTable.getResultsTable("Earlier Results (2)").size());
		assertEquals(List.of("d"), show("d"));
		assertSame(ResultsTable.getResultsWindow(), WindowManager.getActiveTable());
		for (final String title : List.of("Earlier Results",
			"Earlier Results (2)"))
		{
			((TextWindow) WindowManager.getFrame(title)).close(false);
		}
	}
}
