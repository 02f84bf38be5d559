
package io.github.cnnclassifier.command;

import static io.github.cnnclassifier.command.DigitRow.DIGITS;
import static io.github.cnnclassifier.command.DigitRow.SIDE;
import static io.github.cnnclassifier.command.DigitRow.at;
import static io.github.cnnclassifier.command.DigitRow.row;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.report.ClassColors;

/** Classifies regions of an image that is four digits side by side. */
class ClassifyRoisTest extends DigitRois {

	@TempDir
	private Path folder;

	private static Roi named(final Roi roi, final String name) {
		roi.setName(name);
		return roi;
	}

	private static ImagePlus withRois(final ImagePlus image, final Roi... rois) {
		final Overlay overlay = new Overlay();
		Arrays.stream(rois).forEach(overlay::add);
		image.setOverlay(overlay);
		return image;
	}

	private static String refused(final ImagePlus image, final String options) {
		return assertThrows(UserFailure.class, () -> classify(image, options))
			.getMessage();
	}

	private static List<String> column(final String name) {
		final ResultsTable table = ResultsTable.getResultsTable();
		return IntStream.range(0, table.size()).mapToObj(row -> table
			.getStringValue(name, row)).toList();
	}

	@Test
	void roisOfAnOverlayGetNameGroupAndColorAndARowEach() {
		final ImagePlus image = withRois(row(), named(at(0), "a"), at(1), named(at(
			3), "c"));
		final byte[] before = ((byte[]) image.getProcessor().getPixels()).clone();
		classify(image, "");
		assertEquals(List.of("3-0001", "7-0002", "6-0003"), names(image));
		final Roi seven = image.getOverlay().get(1);
		assertEquals(8, seven.getGroup());
		assertEquals(ClassColors.of(7, 10), seven.getStrokeColor());
		assertEquals(List.of("a", "0002", "c"), column("roi"));
		assertEquals(List.of("1", "2", "3"), column("index"));
		assertEquals(List.of("3", "7", "6"), column("class"));
		assertEquals(List.of("", "", ""), column("error"));
		assertEquals("[image, index, roi, slice, frame, class, confidence, p_0, " +
			"p_1, p_2, p_3, p_4, p_5, p_6, p_7, p_8, p_9, model, error]", Arrays
				.toString(ResultsTable.getResultsTable().getHeadings()));
		assertTrue(ResultsTable.getResultsTable().getValue("p_7", 1) > 0.5);
		assertArrayEquals(before, (byte[]) image.getProcessor().getPixels());
		assertFalse(image.isLocked());
		assertEquals("7", Roi.getGroupName(8));
	}

	@Test
	void classificationsDoNotPileUpAndAreAllTakenBack() {
		final Roi roi = named(at(0), "mine-7");
		roi.setGroup(4);
		roi.setStrokeColor(Color.PINK);
		final Roi filled = at(1);
		filled.setFillColor(new Color(9, 8, 7, 100));
		final ImagePlus image = withRois(row(), roi, filled);
		classify(image, "");
		classify(image, "margin=1");
		assertEquals(List.of("3-0001", "7-0002"), names(image));
		assertEquals(List.of("mine-7", "0002", "mine-7", "0002"), column("roi"));
		assertEquals(100, filled.getFillColor().getAlpha());
		assertEquals(ClassColors.of(7, 10).getRed(), filled.getFillColor()
			.getRed());
		PlainImageJ.run(Commands.UNDO_CLASSIFY_ROIS, image, "");
		assertEquals(Arrays.asList("mine-7", null), names(image));
		assertEquals(4, roi.getGroup());
		assertEquals(Color.PINK, roi.getStrokeColor());
		assertEquals(new Color(9, 8, 7, 100), filled.getFillColor());
		assertEquals(0, filled.getGroup());
		assertEquals("restored=0", PlainImageJ.module(Commands.UNDO_CLASSIFY_ROIS,
			image, "").getOutput("summary"));
	}

	@Test
	void aRoiThatWasRenamedSinceIsTheUsersAgain() {
		final ImagePlus image = withRois(row(), at(0));
		classify(image, "");
		image.getOverlay().get(0).setName("corrected");
		classify(image, "");
		assertEquals(List.of("0001", "corrected"), column("roi"));
		PlainImageJ.run(Commands.UNDO_CLASSIFY_ROIS, image, "");
		assertEquals(List.of("corrected"), names(image));
	}

	@Test
	void withoutMarkOnlyTheTableIsMade() {
		final ImagePlus image = withRois(row(), named(at(0), "a"));
		classify(image, "mark=false");
		assertEquals(List.of("a"), names(image));
		assertEquals(0, image.getOverlay().get(0).getPropertyCount());
		assertEquals(List.of("3"), column("class"));
		assertTrue(refused(image, "mark=false labelledroifile=[" + folder.resolve(
			"r.zip") + "]").contains("mark=true"));
	}

	@Test
	void selectionGetsIntoTheOverlayOnceAndUndoRemovesIt() {
		final ImagePlus image = row();
		image.setRoi(at(2));
		classify(image, "regions=selection");
		classify(image, "regions=selection");
		assertEquals(List.of("0-0001"), names(image));
		assertNull(image.getRoi().getName());
		PlainImageJ.run(Commands.UNDO_CLASSIFY_ROIS, image, "");
		assertEquals(0, image.getOverlay().size());
	}

	@Test
	void objectsOfALabelImageBecomeOutlinesOfTheirPixels() throws IOException {
		final ShortProcessor labels = new ShortProcessor(DIGITS.length * SIDE,
			SIDE);
		labels.setColor(300);
		labels.fill(at(1));
		labels.setColor(5);
		labels.fill(new OvalRoi(0, 0, SIDE, SIDE));
		final Path file = folder.resolve("labels.tif");
		IJ.saveAsTiff(new ImagePlus("labels", labels), file.toString());
		final ImagePlus image = row();
		classify(image, "rois=[" + file + "]");
		classify(image, "rois=[" + file + "]");
		assertEquals(List.of("3-0005", "7-0300"), names(image));
		assertEquals(List.of("5", "300", "5", "300"), column("index"));
		assertEquals(at(1).getBounds(), image.getOverlay().get(1).getBounds());
		final ByteProcessor drawn = new ByteProcessor(labels.getWidth(), SIDE);
		drawn.setColor(5);
		drawn.fill(image.getOverlay().get(0));
		for (int i = 0; i < drawn.getPixelCount(); i++)
			assertEquals(labels.get(i) == 5, drawn.get(i) == 5, "pixel " + i);
	}

	@Test
	void roisThatCannotBeClassifiedAreRowsWithAReason() throws IOException {
		final Path csv = folder.resolve("r.csv");
		final ImagePlus image = withRois(row(), named(new Line(1, 1, 9, 9), "line"),
			named(at(1), "seven"), named(new Roi(500, 0, 5, 5), "far"));
		final Object summary = PlainImageJ.module(Commands.CLASSIFY_ROIS, image,
			"model=digits output=[" + csv + "]").getOutput("summary");
		assertTrue(((String) summary).startsWith("output=" + csv +
			" classified=1 failed=2\nclass=0 count=0\n"), (String) summary);
		assertEquals(List.of("line", "7-0002", "far"), names(image));
		assertEquals(List.of("", "7", ""), column("class"));
		assertEquals(List.of("line", "seven", "far"), column("roi"));
		assertEquals("it has no area, being of type Straight Line", column("error")
			.get(0));
		assertEquals("", column("p_3").get(0));
		assertEquals("model", ResultsTable.getResultsTable().getHeadings()[17]);
		final List<String> lines = Files.readAllLines(csv);
		assertEquals("image,index,roi,slice,frame,class,confidence,p_0,p_1,p_2," +
			"p_3,p_4,p_5,p_6,p_7,p_8,p_9,model,error", lines.get(0));
		assertEquals(
			"row.png,1,line,,,,,,,,,,,,,,,digits,\"it has no area, being " +
				"of type Straight Line\"", lines.get(1));
		assertTrue(lines.get(2).startsWith("row.png,2,seven,1,1,7,"), lines.get(2));
	}

	@Test
	void notASingleUsableRoiIsOneClearError() {
		final ImagePlus image = withRois(row(), new Line(1, 1, 9, 9));
		assertEquals("Not a single region could be classified. The first one, " +
			"'0001': it has no area, being of type Straight Line.", refused(image,
				""));
		assertEquals(0, ResultsTable.getResultsTable().size());
		// what does not fit the model fits it nowhere
		final ImagePlus wide = withRois(new ImagePlus("wide", row().getProcessor()
			.convertToRGB()), at(0));
		assertTrue(refused(wide, "channels=7").contains("Expected a channel 7"));
	}

	@Test
	void unsureAnswersAreUnknownEverywhere() throws IOException {
		final Path zip = folder.resolve("r.zip");
		final Path csv = folder.resolve("r.csv");
		final ImagePlus image = withRois(row(), at(0), new Roi(14, 0, SIDE, SIDE));
		classify(image, "threshold=1 output=[" + csv + "] labelledroifile=[" + zip +
			"]");
		assertTrue(column("class").contains("unknown"), column("class").toString());
		final int unknown = column("class").indexOf("unknown");
		final Roi roi = image.getOverlay().get(unknown);
		assertEquals("unknown-000" + (unknown + 1), roi.getName());
		assertEquals(11, roi.getGroup());
		assertEquals(ClassColors.UNKNOWN, roi.getStrokeColor());
		assertTrue(Files.readString(csv).contains(",unknown,"));
		assertTrue(refused(image, "threshold=2").contains("'threshold'"));
	}

	/** The class travels with the file, whatever ImageJ calls its groups. */
	@Test
	void savedRoisAreReadAgainWithTheirClasses() throws IOException {
		final Path zip = folder.resolve("my rois.zip");
		classify(withRois(row(), at(0), at(3), new Line(1, 1, 9, 9)),
			"labelledroifile=[" + zip + "]");
		Roi.setGroupNames("all,of,them,other");
		PlainImageJ.run(Commands.SAVE_ROIS, row(), "rois=[" + zip + "] output=[" +
			folder.resolve("images") + "]");
		assertTrue(Files.exists(folder.resolve("images/3/row_0001.tif")));
		assertTrue(Files.exists(folder.resolve("images/6/row_0002.tif")));
		final ImagePlus again = row();
		classify(again, "rois=[" + zip + "]");
		assertEquals(List.of("3-0001", "6-0002"), names(again));
		assertEquals(List.of("0001", "0002"), column("roi").subList(3, 5));
		assertEquals("all", Roi.getGroupName(1));
	}

	@Test
	void existingFilesAreErrorsBeforeAnythingIsDone() throws IOException {
		final Path csv = Files.writeString(folder.resolve("r.csv"), "mine");
		final ImagePlus image = withRois(row(), named(at(0), "a"));
		assertTrue(refused(image, "output=[" + csv + "]").contains(
			"overwrite=true"));
		final Path zip = Files.writeString(folder.resolve("r.zip"), "mine");
		assertTrue(refused(image, "labelledroifile=[" + zip + "]").contains(
			"overwrite=true"));
		final Path both = folder.resolve("both");
		assertTrue(refused(image, "output=[" + both + "] labelledroifile=[" + both +
			"]").contains("for output and labelledRoiFile"));
		assertEquals("mine", Files.readString(csv));
		assertEquals(List.of("a"), names(image));
		classify(image, "overwrite output=[" + csv + "]");
		assertEquals(2, Files.readAllLines(csv).size());
	}

	@Test
	void regionsOfAStackCountOnTheirPlaneInTheOrderOfTheList() {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (final int digit : DIGITS)
			stack.addSlice(PlainImageJ.digit(digit).getProcessor());
		final ImagePlus image = new ImagePlus("stack", stack);
		final Roi[] rois = new Roi[DIGITS.length];
		for (int i = 0; i < rois.length; i++) {
			rois[i] = at(0);
			rois[i].setPosition(rois.length - i);
		}
		classify(withRois(image, rois), "");
		assertEquals(List.of("6", "0", "7", "3"), column("class"));
		assertEquals(List.of("4", "3", "2", "1"), column("slice"));
		image.setSlice(2);
		image.setRoi(at(0));
		classify(image, "regions=selection");
		final Roi added = image.getOverlay().get(4);
		assertEquals("7-0001 2", added.getName() + " " + added.getPosition());
	}

	@Test
	void lockedClosedOrMissingImagesAreClearErrors() {
		final ImagePlus locked = withRois(row(), at(0));
		CompletableFuture.runAsync(() -> assertTrue(locked.lockSilently())).join();
		assertTrue(refused(locked, "").contains("is locked"));
		locked.unlock();
		locked.flush();
		assertTrue(refused(locked, "").contains("'row.png' was closed"));
		assertTrue(refused(null, "").contains("Expected an open image"));
		assertTrue(refused(row(), "").contains("Expected regions"));
	}
}
