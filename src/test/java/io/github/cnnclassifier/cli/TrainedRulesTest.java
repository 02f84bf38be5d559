
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.image.ChannelStatistics;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.ImageSizes;
import io.github.cnnclassifier.image.Preprocessing;

/** Rules of preprocessing from the training to the use of a model. */
class TrainedRulesTest {

	private static final int SIDE = TestImages.WIDTH;

	@TempDir
	Path folder;

	private static ImageProcessor plain(final int half, final int i,
		final int bright)
	{
		final ByteProcessor image = new ByteProcessor(SIDE, SIDE);
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) {
				// one column differs, so that no image is a copy
				final boolean lit = (x * 2 / SIDE == half) != (x % (SIDE / 2) == i);
				image.set(x, y, lit ? bright : 0);
			}
		}
		return image;
	}

	private void side(final String name, final int count, final int bright)
		throws IOException
	{
		for (final String label : List.of("left", "right")) {
			for (int i = 0; i < count; i++) {
				TestImages.png(folder.resolve("images").resolve(name).resolve(label)
					.resolve(i + ".png"), plain(label.equals("left") ? 0 : 1, i, bright));
			}
		}
	}

	@Test
	void numbersOfTheDataSetComeFromTheTrainingSideOnly() throws IOException {
		side("train", 8, 200);
		side("val", 4, 255);
		side("test", 4, 20);
		final Path model = folder.resolve("m.zip");
		CommandLineRun.train(folder.resolve("images"), model,
			"normalization=zscore-dataset", "epochs=1").endsWith(0);

		final ChannelStatistics statistics = ModelArchive.describe(model)
			.preprocessing().intensity().statistics();
		// half of the pixels are 200 of 255, the others 0
		assertEquals(100 / 255.0, statistics.means().get(0), 1e-12);
		assertEquals(100 / 255.0, statistics.deviations().get(0), 1e-12);
		CommandLineRun.of("evaluate", "images=" + folder.resolve("images"),
			"model=" + model).endsWith(0);
	}

	private static void calibrated(final Path file, final ImageProcessor image,
		final int factor, final double length, final String unit) throws IOException
	{
		image.setInterpolationMethod(ImageProcessor.NONE);
		final ImagePlus imp = new ImagePlus("", image.resize(factor * SIDE, factor *
			SIDE));
		imp.getCalibration().pixelWidth = length;
		imp.getCalibration().pixelHeight = length;
		imp.getCalibration().setUnit(unit);
		TestImages.tiff(file, imp);
	}

	@Test
	void anImageOfAnotherPixelSizeIsRefusedMatchedOrTakenAsItIs()
		throws IOException
	{
		final Path images = folder.resolve("images");
		for (int half = 0; half < 2; half++) {
			for (int i = 0; i < 20; i++) {
				calibrated(images.resolve(half == 0 ? "left" : "right").resolve(i +
					".tif"), TestImages.half(half, 100 * half + i), 1, i % 2 == 0 ? 0.5
						: 510, i % 2 == 0 ? "micron" : "nm");
			}
		}
		final Path model = folder.resolve("m.zip");
		CommandLineRun.train(images, model).endsWith(0);
		final Path large = folder.resolve("large/fine.tif");
		calibrated(large, TestImages.half(1, 999), 4, 0.000125, "mm");
		final String[] words = { "classify-image", "image=" + large, "model=" +
			model };
		CommandLineRun.of(words).refuses(1, "Expected pixels of 0.5 micron to 0.51",
			"found 0.125 micron in 'fine.tif'", "pixelSize=match",
			"pixelSize=ignore");
		CommandLineRun.of("evaluate", "images=" + images, "model=" + model)
			.endsWith(0);
		for (final String use : new String[] { "match", "ignore" }) {
			final CommandLineRun run = CommandLineRun.of(words[0], words[1], words[2],
				"pixelSize=" + use).endsWith(0);
			assertTrue(run.results().get(0).startsWith("class=right"), run
				.toString());
			// what the network sees under the same options
			final Path seen = folder.resolve(use + ".tif");
			CommandLineRun.of("preprocess", words[1], words[2], "pixelSize=" + use,
				"output=" + seen).endsWith(0);
			assertEquals(28, IJ.openImage(seen.toString()).getWidth());
		}
		CommandLineRun.of("preprocess", words[1], words[2], "output=" + folder
			.resolve("auto.tif")).refuses(1, "Expected pixels of 0.5 micron");
		CommandLineRun.of(words[0], words[1], words[2], "pixelSize=off").refuses(2,
			"'auto', 'match', 'ignore'", "off");
		assertTrue(CommandLineRun.of("info", words[2]).results().toString()
			.contains("pixel sizes of the training images"));
	}

	@Test
	void pixelSizesAreMatchedInTrainingAndUse() throws IOException {
		final Path images = folder.resolve("images");
		for (int half = 0; half < 2; half++) {
			for (int i = 0; i < 20; i++) {
				calibrated(images.resolve(half == 0 ? "left" : "right").resolve(i +
					".tif"), TestImages.half(half, 100 * half + i), 1 + i % 2, i % 2 == 0
						? 0.5 : 250, i % 2 == 0 ? "micron" : "nm");
			}
		}
		final Path model = folder.resolve("m.zip");
		CommandLineRun.train(images, model, "pixelSize=0.5micron",
			"normalization=percentile").endsWith(0).says("pixel size of 0.5 micron");
		final Preprocessing p = ModelArchive.describe(model).preprocessing();
		assertEquals("28 x 28", p.width() + " x " + p.height());
		// half of them have 56 x 56 pixels of half the size
		assertEquals(ImageSizes.of(List.of(new ImageSize(28, 28))), ModelArchive
			.describe(model).images().sizes().orElseThrow());

		final Path large = folder.resolve("large.tif");
		calibrated(large, TestImages.half(1, 999), 4, 0.000125, "mm");
		final CommandLineRun run = CommandLineRun.of("classify-image", "image=" +
			large, "model=" + model).endsWith(0);
		assertTrue(String.join("\n", run.results()).contains("right"), run
			.toString());

		final Path unknown = folder.resolve("unknown.png");
		TestImages.png(unknown, TestImages.half(1, 999));
		CommandLineRun.of("classify-image", "image=" + unknown, "model=" + model)
			.refuses(1, "resampled to the model's 0.5 micron a pixel",
				"found no pixel size", "unknown.png");
		assertTrue(Files.exists(model));
	}
}
