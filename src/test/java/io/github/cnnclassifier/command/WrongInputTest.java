
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.launch.Commands;

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
}
