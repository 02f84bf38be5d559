
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.Commands;

/** What the commands say of inputs that are not right. */
class WrongInputTest {

	private static final String IMAGES = "images=sample-images/digits ";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "model=M.zip nets=tiny; 'nets=tiny'",
		"model=M.zip epochs=many; 'epochs' to be a whole number from 0 to 10000",
		"model=M.zip epochs=-1; got '-1'",
		"model=M.zip learningrate=0; learningRate above 0",
		"model=M.zip batchsize=2.5; got '2.5'",
		"model=M.zip augmentation=heavy; 'strong' or a file that ends with .yaml or .yml, got 'heavy'",
		"model=M.zip channels=blue; one of auto, gray, rgb, as-is",
		"model=M.zip channels=0; such as 1,3, found '0'",
		"model=M.zip channels=2; Expected images with a channel 2",
		"model=M.zip resize=fit; 'stretch', 'pad', 'crop', 'none'",
		"model=M.zip pixelsize=big; off, match, or the side of a pixel",
		"model=M.zip pixelsize=match; Expected images with a known pixel size",
		"model=M.zip pixelsize=match resize=pad; resize=none beside pixelSize",
		"model=M.zip normalization=zscore; zscore-channel, zscore-dataset, found",
		"model=M.zip normalization=percentile:99-1; percentile:1-99.8",
		"model=M.zip normalization=zscore-image range=0..255; Leave one of them",
		"model=M.zip range=5..5; 5..5", "model=M.zip range=abc; abc",
		"model=M.zip network=vgg; six-conv",
		"model=M.zip exclude=[0,1,2,3,4,5,6,7,8]; two classes",
		"epochs=1; Expected a value for 'model'", })
	void trainingSaysWhatWasExpected(final String options, final String part) {
		final UserFailure failure = assertThrows(UserFailure.class,
			() -> PlainImageJ.run(Commands.TRAIN, IMAGES + options.replace("M.zip",
				"[" + folder.resolve("m.zip") + "]")));
		assertTrue(failure.getMessage().contains(part), failure.getMessage());
		assertFalse(Files.exists(folder.resolve("m.zip")));
	}

	@Test
	void digitsIsADefaultInTheDialogOnly() {
		for (final Commands command : new Commands[] { Commands.INFO,
			Commands.CLASSIFY_IMAGE })
		{
			final UserFailure failure = assertThrows(UserFailure.class,
				() -> PlainImageJ.run(command, PlainImageJ.digit(1), ""));
			assertEquals(
				"Expected a value for 'model', got none. Give it as model=...", failure
					.getMessage());
		}
	}

	@Test
	void modelThatIsNoneIsNamed() {
		final UserFailure missing = assertThrows(UserFailure.class,
			() -> PlainImageJ.run(Commands.INFO, "model=nowhere.zip"));
		assertTrue(missing.getMessage().contains("nowhere.zip"), missing
			.getMessage());
		final UserFailure picture = assertThrows(UserFailure.class,
			() -> PlainImageJ.run(Commands.INFO,
				"model=sample-images/digits/0/0_000.png"));
		assertTrue(picture.getMessage().contains("0_000.png"), picture
			.getMessage());
	}

	/** IMAGES stands for a folder with an image, EMPTY for one without. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
		"CLASSIFY_IMAGE; threshold=2; 'threshold' to be a number from 0.0 to 1.0, got '2.0'",
		"CLASSIFY_IMAGE; threshold=abc; got 'abc'",
		"CLASSIFY_IMAGE; planes=all; 'planes' to be one of",
		"CLASSIFY_IMAGE; planes=mean eachslice=true; planes=mean, found both",
		"CLASSIFY_IMAGE; output=x.csv; 'output'",
		"CLASSIFY_IMAGE; channels=3; Expected a channel 3",
		"CLASSIFY_IMAGE; pixelsize=match; pixel size",
		"CLASSIFY_IMAGE; range=9..1; smaller first",
		"CLASSIFY_ROIS; regions=overlay; in the overlay, found none",
		"CLASSIFY_ROIS; regions=manager; in the ROI Manager, found none",
		"CLASSIFY_ROIS; ; Expected regions of interest",
		"CLASSIFY_ROIS; regions=all; 'regions' to be one of",
		"CLASSIFY_ROIS; regions=labels; Expected a label image",
		"CLASSIFY_ROIS; labels=nowhere; title of an open image, found 'nowhere'",
		"CLASSIFY_ROIS; rois=[IMAGES/nowhere.zip]; is not a file",
		"CLASSIFY_ROIS; rois=[IMAGES]; is not a file",
		"CLASSIFY_ROIS; threshold=-1; got '-1.0'",
		"CLASSIFY_ROIS; margin=many; got 'many'",
		"CLASSIFY_ROIS; labelledroifile=[EMPTY/r]; to end with .zip",
		"CLASSIFY_ROIS; mark=false labelledroifile=[EMPTY/r.zip]; Expected mark=true",
		"MAP_CLASSES; threshold=2; got '2.0'",
		"MAP_CLASSES; stride=29; Expected a stride of at most the window",
		"MAP_CLASSES; stride=-1; got '-1'", "MAP_CLASSES; stride=1.5; got '1.5'",
		"MAP_CLASSES; window=29; Expected an image of at least one window of 29 x 29",
		"MAP_CLASSES; overlap=3; 'overlap'",
		"MAP_CLASSES; planes=each; 'planes' to be one of",
		"MAP_CLASSES; output=[EMPTY/m.png]; to end with .tif or .tiff",
		"MAP_CLASSES; output=[EMPTY]; to end with .tif or .tiff",
		"MAP_CLASSES; areafile=[EMPTY]; is a folder",
		"CLASSIFY_FOLDER; images=[EMPTY] output=[EMPTY/c.csv]; found none in",
		"CLASSIFY_FOLDER; images=[EMPTY/no] output=[EMPTY/c.csv]; does not exist",
		"CLASSIFY_FOLDER; images=[IMAGES/a.png] output=[EMPTY/c.csv]; is a file",
		"CLASSIFY_FOLDER; images=[IMAGES] output=[EMPTY]; is a folder",
		"CLASSIFY_FOLDER; images=[IMAGES] output=[IMAGES/a.png] overwrite; named like one of the images",
		"CLASSIFY_FOLDER; images=[IMAGES] output=[EMPTY/c.csv] include=*.tif; Change include or skip",
		"CLASSIFY_FOLDER; images=[IMAGES] output=[EMPTY/c.csv] sortinto=[IMAGES/x]; outside of the folder of images",
		"CLASSIFY_FOLDER; images=[IMAGES] output=[EMPTY/c.csv] sortby=move; 'sortBy' to be one of",
		"CLASSIFY_FOLDER; images=[IMAGES] output=[EMPTY/c.csv] threshold=2; got '2.0'",
		"CLASSIFY_FOLDER; images=[IMAGES] output=[EMPTY/c.csv] resume overwrite; starts anew, found both",
		"CLASSIFY_FOLDER; images=[IMAGES]; Expected a value for 'output'" })
	void classifyingSaysWhatWasExpectedAndChangesNothing(final Commands command,
		final String options, final String part) throws IOException
	{
		final Path images = Files.createDirectories(folder.resolve("images"));
		final Path empty = Files.createDirectories(folder.resolve("empty"));
		Files.copy(PlainImageJ.DIGITS.resolve("1/1_000.png"), images.resolve(
			"a.png"));
		final ImagePlus image = PlainImageJ.digit(1);
		final String all = options == null ? "" : options.replace("IMAGES", images
			.toString()).replace("EMPTY", empty.toString());
		ResultsTable.getResultsTable().reset();
		final UserFailure failure = assertThrows(UserFailure.class,
			() -> PlainImageJ.run(command, image, "model=digits " + all));
		assertTrue(failure.getMessage().contains(part), failure.getMessage());
		assertEquals(0, ResultsTable.getResultsTable().size());
		assertFalse(image.isLocked());
		assertNull(image.getOverlay());
		try (Stream<Path> files = Files.walk(folder)) {
			assertEquals(4, files.count());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "CLASSIFY_IMAGE", "CLASSIFY_ROIS", "MAP_CLASSES" })
	void noImageOneWithoutPixelsAndAClosedOneAreRefused(final Commands command) {
		final ImagePlus closed = PlainImageJ.digit(1);
		closed.close();
		closed.flush();
		for (final ImagePlus none : new ImagePlus[] { null, new ImagePlus(),
			closed })
		{
			final UserFailure failure = assertThrows(UserFailure.class,
				() -> PlainImageJ.run(command, none, "model=digits"));
			assertTrue(failure.getMessage().startsWith("Expected an open image, "),
				failure.getMessage());
		}
	}
}
