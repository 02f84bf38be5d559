
package io.github.cnnclassifier.command;

import static io.github.cnnclassifier.command.DigitRow.at;
import static io.github.cnnclassifier.command.DigitRow.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.cli.CommandLineRun;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.report.ClassColors;

/**
 * Classes that a person says stay what they are. The image is four digits side
 * by side: 3, 7, 0, 6.
 */
class CorrectClassesTest extends DigitRois {

	@TempDir
	private Path folder;

	private static Object correct(final ImagePlus image, final String options) {
		return PlainImageJ.module(Commands.CORRECT, image, options).getOutput(
			"summary");
	}

	private List<String> saved(final ImagePlus image, final String options)
		throws IOException
	{
		PlainImageJ.run(Commands.SAVE_ROIS, image, "output=[" + folder + "] " +
			options);
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(".tif")).map(
				file -> folder.relativize(file).toString().replace('\\', '/')).sorted()
				.toList();
		}
	}

	@Test
	void nameGroupAndColorChangeTogether() {
		final ImagePlus image = row(at(0), at(1), at(2), at(3));
		classify(image, "");
		assertEquals("changed=2 confirmed=2", correct(image,
			"numbers=1,4 classname=8"));
		assertEquals(List.of("8-0001", "7-0002", "0-0003", "8-0004"), names(image));
		final Roi first = image.getOverlay().get(0);
		assertEquals(9, first.getGroup());
		assertEquals(ClassColors.of(8, 10), first.getStrokeColor());
	}

	@Test
	void whatIsConfirmedStaysThroughLaterRunsAndUndo() {
		final Roi first = at(0);
		first.setStrokeColor(Color.PINK);
		final ImagePlus image = row(first, at(1), at(2));
		classify(image, "");
		correct(image, "numbers=1 classname=8");
		correct(image, "numbers=2");
		classify(image, "");
		assertEquals(List.of("8-0001", "7-0002", "0-0003"), names(image));
		// the table has the answer
		assertEquals("3", ResultsTable.getResultsTable().getStringValue("class",
			3));
		undo(image);
		undo(image);
		assertEquals(Arrays.asList("8-0001", "7-0002", null), names(image));
		assertEquals(ClassColors.of(8, 10), image.getOverlay().get(0)
			.getStrokeColor());
		assertNull(image.getOverlay().get(2).getStrokeColor());
	}

	@Test
	void confirmedRoisOfASelectionAreNotDoubledByTheSameSelection() {
		final ImagePlus image = row();
		image.setRoi(at(0));
		classify(image, "");
		correct(image, "numbers=1 classname=8");
		image.setRoi(at(0));
		classify(image, "regions=selection");
		assertEquals(List.of("8-0001"), names(image));
		undo(image);
		assertEquals(List.of("8-0001"), names(image));
	}

	/** As the undo of the window records it. */
	@Test
	void aClassThatNobodyConfirmsIsLikeThatOfAModel() {
		final Roi first = at(0);
		first.setStrokeColor(Color.PINK);
		final ImagePlus image = row(first, at(1));
		classify(image, "");
		final Color before = image.getOverlay().get(1).getStrokeColor();
		correct(image, "numbers=2 classname=8");
		assertEquals("changed=1 confirmed=0", correct(image,
			"numbers=2 classname=7 confirmed=false"));
		assertEquals(List.of("3-0001", "7-0002"), names(image));
		assertEquals(8, image.getOverlay().get(1).getGroup());
		assertEquals(before, image.getOverlay().get(1).getStrokeColor());
		classify(image, "threshold=1");
		assertEquals(List.of("unknown-0001", "unknown-0002"), names(image));
	}

	@Test
	void aClassIsTakenAwayFromWhatNeverHadOne() {
		final Roi first = at(0);
		first.setName("mine");
		first.setStrokeColor(Color.PINK);
		final ImagePlus image = row(first, at(1));
		correct(image, "numbers=1-2 classname=cell");
		assertEquals("changed=2 confirmed=0", correct(image,
			"numbers=1,2 confirmed=false"));
		assertEquals(Arrays.asList("mine", null), names(image));
		assertEquals(Color.PINK, image.getOverlay().get(0).getStrokeColor());
		assertEquals(0, image.getOverlay().get(0).getGroup());
	}

	@Test
	void onlyTheConfirmedOnesAreSavedIfThatIsWanted() throws IOException {
		final ImagePlus image = row(at(0), at(1), at(2), at(3));
		classify(image, "");
		final String none = assertThrows(UserFailure.class, () -> saved(image,
			"confirmed")).getMessage();
		assertTrue(none.contains("found only answers of a model (4)"), none);
		correct(image, "numbers=1 classname=8");
		correct(image, "numbers=2");
		image.getOverlay().get(2).setName("blurred-0003");
		assertEquals(List.of("7/row_0002.tif", "8/row_0001.tif",
			"blurred/row_0003.tif"), saved(image, "confirmed=true"));
	}

	@Test
	void macrosOfBeforeSaveAllAsEver() throws IOException {
		final ImagePlus image = row(at(0), at(1));
		classify(image, "");
		correct(image, "numbers=1 classname=8");
		assertEquals(List.of("7/row_0002.tif", "8/row_0001.tif"), saved(image, ""));
	}

	@Test
	void aClassThatTheModelDoesNotKnowGetsAGroupOfItsOwn() {
		final ImagePlus image = row(at(0), at(1), at(2));
		classify(image, "threshold=0.0001");
		correct(image, "numbers=1 classname=[two, one]");
		correct(image, "numbers=3 classname=[two, one]");
		assertEquals(List.of("two, one-0001", "7-0002", "two, one-0003"), names(
			image));
		// behind ten digits and unknown
		assertEquals(12, image.getOverlay().get(0).getGroup());
		assertEquals(12, image.getOverlay().get(2).getGroup());
		assertEquals(8, image.getOverlay().get(1).getGroup());
	}

	@Test
	void roisThatNobodyClassifiedGetAClassToo() throws IOException {
		final ImagePlus image = row(at(0), at(1));
		assertEquals("changed=2 confirmed=2", correct(image,
			"numbers=1-2 classname=cell"));
		assertEquals(List.of("cell-0001", "cell-0002"), names(image));
		assertEquals(List.of("cell/row_0001.tif", "cell/row_0002.tif"), saved(image,
			"confirmed"));
	}

	@Test
	void whatIsConfirmedIsSavedWithTheRoi() throws IOException {
		final Roi roi = at(0);
		final ImagePlus image = row(roi);
		classify(image, "");
		correct(image, "numbers=1 classname=8");
		final ImagePlus again = row(RoiDecoder.openFromByteArray(RoiEncoder
			.saveAsByteArray(roi)));
		undo(again);
		classify(again, "");
		assertEquals(List.of("8-0001"), names(again));
	}

	@Test
	void aFileOfRoisIsCorrectedWithoutADisplay() throws IOException {
		final Path zip = folder.resolve("rois.zip");
		classify(row(at(0), at(1), at(2)), "labelledRoiFile=[" + zip + "]");
		final Path image = folder.resolve("row.tif");
		ij.IJ.saveAsTiff(row(), image.toString());
		final Path corrected = folder.resolve("corrected.zip");
		final CommandLineRun run = CommandLineRun.of("correct", "image=" + image,
			"rois=" + zip, "numbers=2,3", "className=9", "output=" + corrected);
		assertEquals(List.of("output=" + corrected + " changed=2 confirmed=2"), run
			.results(), run::toString);
		final ImagePlus again = row();
		classify(again, "rois=[" + corrected + "]");
		assertEquals(List.of("3-0001", "9-0002", "9-0003"), names(again));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"numbers=0 classname=8 | numbers of regions from 1 on",
		"numbers=1,,2 classname=8 | such as 1,4,7-9, got '1,,2'",
		"numbers=3-1 classname=8 | got '3-1'",
		"numbers=5 classname=8 | of which there are 2 from 1 to 2, got '5'",
		"classname=8 | Expected 'numbers'", "confirmed=false | Expected 'numbers'",
		"numbers=1 | Expected a class for region 1",
		"numbers=1 regions=selection | 'auto', 'manager', 'overlay'",
		"numbers=1 rois=x.zip classname=8 | 'output' beside rois" })
	void wrongRequestsChangeNothing(final String options, final String message) {
		final ImagePlus image = row(at(0), at(1));
		final String told = assertThrows(UserFailure.class, () -> PlainImageJ.run(
			Commands.CORRECT, image, options)).getMessage();
		assertTrue(told.contains(message), told);
		assertEquals(Arrays.asList(null, null), names(image));
	}

	@Test
	void withoutRoisTheMessageSaysWhatToDo() {
		assertTrue(assertThrows(UserFailure.class, () -> PlainImageJ.run(
			Commands.CORRECT, row(), "numbers=1 classname=8")).getMessage().contains(
				"Classify ROIs with CNN..."));
	}
}
