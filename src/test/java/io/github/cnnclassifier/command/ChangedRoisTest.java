
package io.github.cnnclassifier.command;

import static io.github.cnnclassifier.command.DigitRow.SIDE;
import static io.github.cnnclassifier.command.DigitRow.at;
import static io.github.cnnclassifier.command.DigitRow.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.report.ClassColors;

/**
 * What a user changes of classified ROIs is the user's; what a command has
 * drawn is never its input. The image is four digits side by side.
 */
class ChangedRoisTest extends DigitRois {

	@TempDir
	private Path folder;

	private static List<String> classes() {
		final ResultsTable table = ResultsTable.getResultsTable();
		return IntStream.range(0, table.size()).mapToObj(row -> table
			.getStringValue("class", row)).toList();
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
	void aSecondSelectionIsClassifiedNotTheFirstOneAgain() {
		final ImagePlus image = row();
		image.setRoi(at(0));
		classify(image, "");
		image.setRoi(at(1));
		classify(image, "");
		assertEquals(List.of("3", "7"), classes());
		assertEquals(List.of("3-0001", "7-0001"), names(image));
		// the same once more takes the place of its answer alone
		classify(image, "");
		assertEquals(List.of("3", "7", "7"), classes());
		assertEquals(List.of("3-0001", "7-0001"), names(image));
	}

	@Test
	void selectionsOfTheSameBoundsKeepTheirAnswers() {
		final ImagePlus image = row();
		image.setRoi(at(0));
		classify(image, "");
		image.setRoi(new OvalRoi(0, 0, SIDE, SIDE));
		classify(image, "");
		assertEquals(2, image.getOverlay().size());
		final Roi traced = new ij.gui.PolygonRoi(new int[] { 0, SIDE, SIDE, 0 },
			new int[] { 0, 0, SIDE, SIDE / 2 }, 4, Roi.TRACED_ROI);
		final Roi other = new ij.gui.PolygonRoi(new int[] { 0, SIDE, SIDE, 0 },
			new int[] { 0, 0, SIDE / 2, SIDE }, 4, Roi.TRACED_ROI);
		assertEquals(traced.getBounds(), other.getBounds());
		image.setRoi(traced);
		classify(image, "");
		image.setRoi(other);
		classify(image, "");
		assertEquals(4, image.getOverlay().size());
		undo(image);
		assertEquals(0, image.getOverlay().size());
	}

	@Test
	void namesThatTheUserTypedSurviveUndo() {
		final ImagePlus image = row(at(0), at(1));
		classify(image, "");
		image.getOverlay().get(0).setName("my mitotic one");
		undo(image);
		assertEquals(Arrays.asList("my mitotic one", null), names(image));
		assertEquals(0, image.getOverlay().get(0).getGroup());
	}

	@Test
	void groupsAndColorsThatTheUserGaveSurviveUndo() {
		final ImagePlus image = row(at(0), at(1), at(2));
		classify(image, "");
		image.getOverlay().get(0).setGroup(77);
		final Color ofGroup = image.getOverlay().get(0).getStrokeColor();
		image.getOverlay().get(1).setStrokeColor(Color.PINK);
		undo(image);
		assertEquals(Arrays.asList(null, null, null), names(image));
		assertEquals(77, image.getOverlay().get(0).getGroup());
		assertEquals(ofGroup, image.getOverlay().get(0).getStrokeColor());
		assertEquals(0, image.getOverlay().get(1).getGroup());
		assertEquals(Color.PINK, image.getOverlay().get(1).getStrokeColor());
		assertEquals(null, image.getOverlay().get(2).getStrokeColor());
	}

	@Test
	void afterARenamingBetweenTwoRunsGroupAndColorAreStillTakenBack() {
		final Roi roi = at(0);
		roi.setName("first");
		roi.setGroup(4);
		roi.setStrokeColor(Color.PINK);
		final ImagePlus image = row(roi);
		classify(image, "");
		roi.setName("corrected");
		classify(image, "");
		assertEquals("3-0001", roi.getName());
		assertEquals(ClassColors.of(3, 10), roi.getStrokeColor());
		undo(image);
		assertEquals("corrected", roi.getName());
		assertEquals(4, roi.getGroup());
		assertEquals(Color.PINK, roi.getStrokeColor());
	}

	@Test
	void whatTheUserChangedOfAnAddedRoiStays() {
		final ImagePlus image = row();
		for (int digit = 0; digit < 4; digit++) {
			image.setRoi(at(digit));
			classify(image, "");
		}
		image.getOverlay().get(0).setName("mine");
		image.getOverlay().get(1).setStrokeColor(Color.PINK);
		image.getOverlay().get(2).setLocation(2 * SIDE + 3, 0);
		// its copy is the user's: the new answer stands beside it
		image.setRoi(at(0));
		classify(image, "");
		assertEquals(List.of("mine", "7-0001", "0-0001", "6-0001", "3-0001"), names(
			image));
		undo(image);
		assertEquals(Arrays.asList("mine", null, null), names(image));
		assertEquals(List.of(0, SIDE, 2 * SIDE + 3), Arrays.stream(image
			.getOverlay().toArray()).map(roi -> roi.getBounds().x).toList());
		undo(image);
		assertEquals(3, image.getOverlay().size());
	}

	@Test
	void aRoiCorrectedByRenamingIsSavedUnderTheClassOfTheUser()
		throws IOException
	{
		final ImagePlus image = row(at(0), at(1), at(2), at(3));
		classify(image, "");
		image.getOverlay().get(0).setName("8-0001");
		image.getOverlay().get(1).setName("blurred 2");
		image.getOverlay().get(3).setGroup(3);
		assertEquals(List.of("0/row_0003.tif", "2/row_0004.tif", "8/row_0001.tif",
			"blurred/row_0002.tif"), saved(image, ""));
	}

	@Test
	void answersOfALabelImageOrFileAreSavedWithTheirCorrections()
		throws IOException
	{
		final Path zip = folder.resolve("rois.zip");
		classify(row(at(0), at(1)), "labelledRoiFile=[" + zip + "]");
		final ImagePlus image = row();
		classify(image, "rois=[" + zip + "]");
		image.getOverlay().get(0).setName("5-0001");
		assertEquals(List.of("5/row_0001.tif", "7/row_0002.tif"), saved(image, ""));
	}

	@Test
	void aNameThatTellsNoClassIsNotSavedUnderTheAnswer() {
		final ImagePlus image = row(at(0));
		classify(image, "");
		image.getOverlay().get(0).setName("0815");
		final String message = assertThrows(UserFailure.class, () -> saved(image,
			"")).getMessage();
		assertTrue(message.contains("its name '0815' tells no class"), message);
	}

	@Test
	void savedRoisKnowWhatTheUserChangedSince() throws IOException {
		final Path zip = folder.resolve("rois.zip");
		final Roi roi = at(0);
		roi.setStrokeColor(Color.PINK);
		final ImagePlus image = row(roi, at(1));
		classify(image, "labelledRoiFile=[" + zip + "]");
		// as ImageJ itself opens it, which paints ROIs by their group
		final Roi opened = ij.io.RoiDecoder.openFromByteArray(ij.io.RoiEncoder
			.saveAsByteArray(roi));
		final ImagePlus again = row(opened);
		undo(again);
		assertEquals(Color.PINK, opened.getStrokeColor());
		assertEquals(0, opened.getGroup());
	}

	@Test
	void theLegendOfAClassMapIsNoRegion() {
		final ImagePlus map = PlainImageJ.module(Commands.MAP_CLASSES, row(),
			"model=digits stride=14").getOutput("classMap") instanceof ImagePlus made
				? made : null;
		assertTrue(map.getOverlay().size() > 10);
		assertTrue(assertThrows(UserFailure.class, () -> classify(map, ""))
			.getMessage().contains("a map made by"));
		final ImagePlus image = row();
		image.setOverlay(map.getOverlay());
		for (final String regions : List.of("auto", "overlay")) {
			assertTrue(assertThrows(UserFailure.class, () -> classify(image,
				"regions=" + regions)).getMessage().contains("found none"));
		}
		image.setRoi(map.getOverlay().get(1));
		assertTrue(assertThrows(UserFailure.class, () -> classify(image, ""))
			.getMessage().contains("found none"));
	}

	/** A large image, so that there is room. */
	private static ImagePlus field(final Roi... rois) {
		final ImagePlus image = row(rois);
		image.setProcessor(image.getProcessor().resize(600, 500));
		return image;
	}

	@Test
	void theLegendShowsTheClassesThatWereFoundAndIsNoRegion() {
		final ImagePlus image = field(at(0), at(1));
		classify(image, "legend regions=overlay");
		classify(image, "legend regions=overlay");
		final List<String> found = new java.util.TreeSet<>(classes()).stream()
			.toList();
		final List<String> texts = Arrays.stream(image.getOverlay().toArray())
			.filter(ij.gui.TextRoi.class::isInstance).map(
				roi -> ((ij.gui.TextRoi) roi).getText().strip()).toList();
		assertEquals(found, texts);
		assertEquals(4, classes().size());
		undo(image);
		assertEquals(2, image.getOverlay().size());
	}

	@Test
	void aLegendDoesNotHideASmallImage() {
		final ImagePlus image = row(at(0), at(1));
		classify(image, "legend");
		assertEquals(2, image.getOverlay().size());
	}
}
