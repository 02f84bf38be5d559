
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections of people, as the start script takes them. */
class CorrectedImagesTest {

	private static final String SAID =
		"2 corrections of corrections.csv: 1 other class, 1 left out.";

	@TempDir
	private Path folder;

	private Path images;

	@BeforeEach
	void correctTwo() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 12, 1);
		Files.writeString(images.resolve("corrections.csv"),
			"path,class,decision,newClass\nleft/000.png,left,class,right\n" +
				"right/001.png,right,excluded,\n");
	}

	@Test
	void theNextTrainingUsesThemAndSaysSo() {
		CommandLineRun.train(images, folder.resolve("m.zip"), "epochs=1").endsWith(
			0).says(SAID);
		final CommandLineRun plain = CommandLineRun.train(images, folder.resolve(
			"n.zip"), "epochs=1", "corrections=ignore").endsWith(0);
		assertFalse(plain.toString().contains("corrections.csv"), plain.toString());
	}

	@Test
	void anInspectionUsesThem() {
		final CommandLineRun run = CommandLineRun.of("inspect", "images=" + images)
			.endsWith(0).says(SAID);
		assertTrue(run.results().get(0).startsWith("images=23 classes=2"), run
			.toString());
	}

	@Test
	void aDamagedListIsRefusedByEveryCommandThatTakesLabeledImages()
		throws IOException
	{
		Files.writeString(images.resolve("corrections.csv"), "path;class\na;b\n");
		for (final String more : List.of("inspect", "train model=" + folder.resolve(
			"x.zip"), "cross-validate output=" + folder.resolve("x"),
			"evaluate model=digits", "find-learning-rate", "tune minutes=1 output=" +
				folder.resolve("y")))
			CommandLineRun.of((more + " images=" + images).split(" ")).refuses(1,
				"is damaged, so that nothing is done", "corrections=ignore.");
		assertFalse(Files.exists(folder.resolve("x.zip")));
	}

	@Test
	void resultsOnTheDiskAreBrowsed() throws IOException {
		final Path table = Files.writeString(folder.resolve("predictions.csv"),
			"file,actual,predicted,confidence,p_left,p_right,correct,error\n" +
				"left/000.png,left,right,0.6000,0.4000,0.6000,false,\n" +
				"left/001.png,left,right,0.9000,0.1000,0.9000,false,\n" +
				"right/000.png,right,right,0.9000,0.1000,0.9000,true,\n" +
				"left/gone.png,left,left,0.9000,0.9000,0.1000,true,\n" +
				"left/bad.png,,,,,,,It is damaged.\n");
		final CommandLineRun run = CommandLineRun.of("browse", "predictions=" +
			table, "images=" + images, "actual=left", "predicted=right").endsWith(0)
			.says("Warning: 1 of the 4 images of the table are not in").says(
				"The window of the images opens from the menu alone");
		assertEquals("images=4 chosen=2 missing=1 failed=1", run.results().get(0));
		assertEquals(List.of("0.9000 left/001.png", "0.6000 left/000.png"), run
			.results().subList(2, 4));
	}

	@Test
	void filesAreMovedOnDemandAndGoBack() throws IOException {
		Files.move(images.resolve("right/000.png"), images.resolve(
			"right/zero.png"));
		final CommandLineRun run = CommandLineRun.of("apply-corrections",
			"images=" + images).endsWith(0);
		assertEquals(List.of("moved=1 left=0"), run.results());
		assertTrue(Files.exists(images.resolve("right/000.png")));
		CommandLineRun.of("inspect", "images=" + images).endsWith(0).says(
			"1 correction of corrections.csv: 0 other class, 1 left out.");
		Files.copy(images.resolve("left/001.png"), images.resolve("left/000.png"));
		final CommandLineRun refused = CommandLineRun.of("apply-corrections",
			"images=" + images, "undo=true").endsWith(3);
		assertEquals(List.of("moved=0 left=1"), refused.results());
		refused.says("'left/000.png' is there already and is not replaced.");
		Files.delete(images.resolve("left/000.png"));
		CommandLineRun.of("apply-corrections", "images=" + images, "undo=true")
			.endsWith(0);
		assertTrue(Files.exists(images.resolve("left/000.png")));
	}
}
