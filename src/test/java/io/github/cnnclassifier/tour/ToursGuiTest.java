
package io.github.cnnclassifier.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Frame;
import java.awt.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 * display with a window manager, such as openbox; with
 * {@code WINDOW_MANAGER=required} in the environment it fails without one.
 */
@Tag("gui")
@Timeout(240)
class ToursGuiTest {

	private static final int EPOCHS = 2;
	private static final int MILLIS_BETWEEN = 5;

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;
	private static String formerHome;
	/** The same for all, as windows remember where somebody was. */
	private static Path home;

	private Desk desk;

	@BeforeAll
	static void startImageJ() throws Exception {
		formerHome = System.getProperty("user.home");
		final boolean managed = Toolkit.getDefaultToolkit().isFrameStateSupported(
			Frame.MAXIMIZED_BOTH);
		if ("required".equals(System.getenv("WINDOW_MANAGER"))) assertTrue(managed,
			"There is no window manager");
		assumeTrue(managed, "Nothing brings windows to the front here");
		// native libraries are unpacked where no test deletes them
		System.setProperty("org.bytedeco.javacpp.cachedir", Path.of(formerHome,
			".javacpp", "cache").toString());
		home = folder.resolve("home");
		System.setProperty("user.home", home.toString());
		imageJ = GuiImageJ.start(folder);
	}

	@AfterAll
	static void quitImageJ() {
		System.setProperty("user.home", formerHome);
		if (imageJ != null) imageJ.dispose();
	}

	@BeforeEach
	void layTheDesk() throws Exception {
		if (Files.exists(home)) delete(home);
		Files.createDirectory(home);
		desk = new Desk(imageJ, Optional.empty(), MILLIS_BETWEEN, false);
	}

	@AfterEach
	void clearTheDesk() throws Exception {
		desk.clear();
	}

	private static void delete(final Path tree) throws Exception {
		final List<Path> all;
		try (Stream<Path> files = Files.walk(tree)) {
			all = files.sorted(Comparator.reverseOrder()).toList();
		}
		for (final Path file : all)
			Files.delete(file);
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
		go(new MendedMistakeTour(44, 16, EPOCHS));
	}

	@Test
	void cellsGetLabelsByKeysAndAreTrainedOn() throws Exception {
		go(new LabelTour(60, 40));
	}
}
