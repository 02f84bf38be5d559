
package io.github.cnnclassifier.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Frame;
import java.awt.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import ij.ImageJ;
import io.github.cnnclassifier.command.GuiImageJ;

/**
 * Short forms of the tours: a few images, a few epochs. No window leaves a
 * small screen, no words are cut off, nothing that was typed is lost. Needs a
 * display with a window manager, such as openbox.
 */
@Tag("gui")
@Timeout(120)
class ToursGuiTest {

	private static final int EPOCHS = 2;
	private static final int MILLIS_BETWEEN = 5;

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;
	private static String formerHome;
	private static int turn;

	private Path home;
	private Desk desk;

	@BeforeAll
	static void startImageJ() throws Exception {
		formerHome = System.getProperty("user.home");
		assumeTrue(Toolkit.getDefaultToolkit().isFrameStateSupported(
			Frame.MAXIMIZED_BOTH), "Nothing brings windows to the front here");
		imageJ = GuiImageJ.start(folder);
	}

	@AfterAll
	static void quitImageJ() {
		System.setProperty("user.home", formerHome);
		if (imageJ != null) imageJ.dispose();
	}

	@BeforeEach
	void layTheDesk() throws Exception {
		home = Files.createDirectory(folder.resolve("home " + ++turn));
		System.setProperty("user.home", home.toString());
		desk = new Desk(imageJ, Optional.empty(), MILLIS_BETWEEN, false);
	}

	@AfterEach
	void clearTheDesk() throws Exception {
		desk.clear();
	}

	private void go(final Tour tour) throws Exception {
		tour.prepare(home, Optional.empty());
		tour.go(desk);
		assertEquals(List.of(), desk.faults());
	}

	@Test
	void aSampleImageHasItsClassAfterFiveClicks() throws Exception {
		go(new FirstAnswerTour());
		assertTrue(desk.hand().clicks() <= 5, "" + desk.hand().clicks());
	}

	@Test
	void aSetWithAClassOfOneImageIsTrainedAndNothingTypedIsLost()
		throws Exception
	{
		go(new UnequalClassesTour(EPOCHS));
	}

	@Test
	void aFewImagesAreTrainedAndTheEndTakesNoFocus() throws Exception {
		go(new FewImagesTour(8, EPOCHS));
	}

	@Test
	void aMistakeIsFoundAndMendedFromTheResult() throws Exception {
		go(new MendedMistakeTour(24, 8, EPOCHS));
	}

	@Test
	void cellsGetLabelsByKeysAndAreTrainedOn() throws Exception {
		go(new LabelTour(60, 40));
	}
}
