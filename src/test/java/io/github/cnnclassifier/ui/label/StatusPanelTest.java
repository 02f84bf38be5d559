
package io.github.cnnclassifier.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
