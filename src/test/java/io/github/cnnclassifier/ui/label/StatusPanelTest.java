
package io.github.cnnclassifier.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.swing.JTextArea;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.launch.ShownWindows;
import io.github.cnnclassifier.workflow.label.LabelCounts;

class StatusPanelTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"0 | 0 | 0 | '' | 0 of 500 labeled; labels will be saved in cells.csv at once",
		"1 | 0 | 0 | '' | 1 of 500 labeled; it is saved in cells.csv",
		"214 | 0 | 0 | '' | 214 of 500 labeled; all 214 labels are saved in cells.csv",
		"214 | 2 | 0 | '' | 214 of 500 labeled, 2 cannot be read; all 214 labels are saved in cells.csv",
		"214 | 0 | 3 | '' | 214 of 500 labeled; saving 3 in cells.csv",
		"214 | 0 | 3 | The disk is full. | 214 of 500 labeled; 3 NOT SAVED: The disk is full." })
	void tellsWhatIsOnTheDisk(final int labeled, final int problems,
		final int unsaved, final String trouble, final String words)
	{
		assertEquals(words, StatusPanel.saved(new LabelCounts(500, Map.of("round",
			labeled), Map.of(), problems, unsaved), Path.of("cells.csv"), trouble));
	}

	@Test
	void tellsAForecastToItsLastWord() {
		final StatusPanel panel = new StatusPanel(new FakeSession(4, List.of(),
			"round"));
		panel.tellForecast("Left out in turn, 98 % of 200 labeled crops are " +
			"predicted right (95 to 99 %). With 200 labels more it may be 99 % (97 " +
			"to 100 %). Labeled crops were not drawn by chance, so this is a rough " +
			"guide.");
		panel.setSize(1200, panel.getPreferredSize().height);
		layOut(panel);
		final JTextArea forecast = (JTextArea) ShownWindows.all(panel).stream()
			.filter(JTextArea.class::isInstance).findFirst().orElseThrow();
		assertTrue(forecast.getPreferredSize().height <= forecast.getHeight(),
			forecast.getHeight() + " pixels high, " + forecast
				.getPreferredSize().height + " needed");
	}

	/** As a window does that is shown. */
	private static void layOut(final Container container) {
		container.doLayout();
		for (final Component part : container.getComponents())
			if (part instanceof final Container inner) layOut(inner);
	}
}
