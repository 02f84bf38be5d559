
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.NewImage;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.Commands;

/** A training set whose images are not all of the same bit depth. */
class MixedDepthsTest {

	private static final int LENGTH = 16;

	@TempDir
	private Path folder;

	@Test
	void aModelTakesAllTheDepthsThatItLearnedFrom() throws IOException {
		final String model = trained(8, 16);
		PlainImageJ.run(Commands.EVALUATE, "images=[" + folder.resolve("8") + "] " +
			model + " split=all allowTrained=true output=[" + folder.resolve(
				"report") + "]");
		ResultsTable.getResultsTable().reset();
		PlainImageJ.run(Commands.CLASSIFY_IMAGE, image(8, 1, 99), model);
		assertEquals(1, ResultsTable.getResultsTable().size());
		final ImagePlus fractions = image(32, 1, 99);
		fractions.getProcessor().multiply(1 / 4000.0);
		assertTrue(refusal(fractions, model).startsWith(
			"Expected 8 or 16 bits with pixel values 0..4095, as in the training " +
				"images, found fractions from 0 to 1 in "));
	}

	@Test
	void aModelRefusesTheDepthThatItNeverSaw() throws IOException {
		assertTrue(refusal(image(8, 1, 99), trained(16, 32)).startsWith(
			"Expected 16 or 32 bits with pixel values 0..4095, as in the training " +
				"images, found 8 bits in "));
	}

	private static String refusal(final ImagePlus image, final String model) {
		return assertThrows(UserFailure.class, () -> PlainImageJ.run(
			Commands.CLASSIFY_IMAGE, image, model)).getMessage();
	}

	/** @return the option that names the model */
	private String trained(final int... depths) throws IOException {
		final Path all = folder.resolve("all");
		for (final int bits : depths) {
			for (int i = 0; i < 20; i++) {
				final ImagePlus image = image(bits, i % 2, i);
				for (final Path root : new Path[] { all, folder.resolve("" + bits) }) {
					final Path file = root.resolve("class " + i % 2).resolve(bits + "_" +
						i + ".tif");
					Files.createDirectories(file.getParent());
					IJ.saveAsTiff(image, file.toString());
				}
			}
		}
		final String model = "model=[" + folder.resolve("m.zip") + "]";
		PlainImageJ.run(Commands.TRAIN, "images=[" + all + "] " + model +
			" network=tiny epochs=1");
		return model;
	}

	/** Noise: up to 255 in 8 bits, up to 4000 in more. */
	private static ImagePlus image(final int bits, final int label,
		final long seed)
	{
		final ImagePlus image = NewImage.createImage("noise", LENGTH, LENGTH, 1,
			bits, NewImage.FILL_BLACK);
		final ImageProcessor pixels = image.getProcessor();
		final SplittableRandom random = new SplittableRandom(100 * bits + seed);
		final int most = bits == 8 ? 255 : 4000;
		for (int i = 0; i < LENGTH * LENGTH; i++) {
			pixels.setf(i, random.nextInt(most / (2 - label)));
		}
		return image;
	}
}
