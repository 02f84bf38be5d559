
package io.github.cnnclassifier.command;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.launch.Commands;

/**
 * ROIs of images of digits, which are classified into an empty table and into
 * groups that have no names yet.
 */
abstract class DigitRois {

	private String groupNames;

	@BeforeEach
	void emptyTable() {
		ResultsTable.getResultsTable().reset();
		groupNames = Roi.getGroupNames();
		Roi.setGroupNames(null);
	}

	@AfterEach
	void formerGroupNames() {
		Roi.setGroupNames(groupNames);
	}

	static void classify(final ImagePlus image, final String options) {
		PlainImageJ.run(Commands.CLASSIFY_ROIS, image, "model=digits " + options);
	}

	static void undo(final ImagePlus image) {
		PlainImageJ.run(Commands.UNDO_CLASSIFY_ROIS, image, "");
	}

	static List<String> names(final ImagePlus image) {
		return Arrays.stream(image.getOverlay().toArray()).map(Roi::getName)
			.toList();
	}
}
