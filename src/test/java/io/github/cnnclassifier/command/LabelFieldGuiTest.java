
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImageJ;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.progress.Progress;

/** From the menu to labels that training reads. Needs a display. */
@Tag("gui")
class LabelFieldGuiTest {

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@Test
	void twentyFourLabelsTellMostOfTheOtherCells() throws Exception {
		final Path labels = folder.resolve("my labels/labels.csv");
		final LabeledField cells = new LabeledField(labels);
		cells.label(24);
		assertTrue(cells.window().getTitle().endsWith("(24 of 160)"), cells.window()
			.getTitle());
		for (int i = 0; i < 600 && !cells.predicts(); i++)
			Thread.sleep(100);
		final int right = cells.right();
		assertTrue(right > 120, right + " of 160 are right");
		cells.picture("labels-of-cells");
		assertNotNull(cells.field().getOverlay());
		cells.close();
		assertNull(cells.field().getOverlay());
		assertEquals(24, LabeledImages.open(labels, CnnClassifier.tools(Progress
			.none()).reader(), Set.of()).samples().size());
		assertTrue(Files.size(labels) > 0);
	}
}
