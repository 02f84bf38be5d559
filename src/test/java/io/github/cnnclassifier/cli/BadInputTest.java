
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * What a user may get wrong: one clear message, an exit status that tells, and
 * nothing written or lost.
 */
class BadInputTest {

	@TempDir
	static Path shared;

	private static Path good;
	private static Path model;

	@TempDir
	Path folder;

	private Path images;
	private Path output;

	@BeforeAll
	static void train() throws IOException {
		good = TestImages.halves(shared.resolve("good"), 8, 1);
		model = shared.resolve("model.zip");
		CommandLineRun.train(good, model, "epochs=1").endsWith(0);
	}

	@BeforeEach
	void name() throws IOException {
		images = folder.resolve("images");
		output = Files.createDirectory(folder.resolve("out")).resolve("new.zip");
	}

	/** Training refuses the images and leaves no trace of a model. */
	private void refusesImages(final String... texts) {
		CommandLineRun.train(images, output).refuses(1, texts);
		assertEquals(0, output.getParent().toFile().list().length);
	}

	// images

	@Test
	void aMissingFolder() {
		refusesImages("does not exist", images.toString(), "Check the path");
	}

	@Test
	void anEmptyFolder() throws IOException {
		Files.createDirectory(images);
		refusesImages("is empty", "one sub-folder with images for each class");
		CommandLineRun.of("classify-folder", "images=" + images, "model=" + model,
			"output=" + folder.resolve("t.csv")).refuses(1, "found none", images
				.toString());
		assertFalse(Files.exists(folder.resolve("t.csv")));
	}

	@Test
	void aFolderOfImagesWithoutClasses() throws IOException {
		TestImages.png(images.resolve("a.png"), TestImages.half(0, 1));
		refusesImages("Expected sub-folders with images", "found none");
	}

	@Test
	void oneClassOnly() throws IOException {
		TestImages.classFolder(images, "left", 0, 3, 1);
		refusesImages("at least two classes", "found only 'left'",
			"Add a sub-folder");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "rare | rare", "ra, re | ra\\, re" })
	void aClassWithOneImageCanBeExcluded(final String name, final String written)
		throws IOException
	{
		TestImages.halves(images, 4, 1);
		TestImages.classFolder(images, name, 0, 1, 99);
		refusesImages("The class '" + name + "' has only one image", "exclude=" +
			written + " trains without it");
		CommandLineRun.train(images, output, "epochs=1", "exclude=" + written)
			.endsWith(0);
		assertTrue(CommandLineRun.of("info", "model=" + output).results().contains(
			"classes: left, right"));
	}

	@Test
	void twoClassesThatDifferOnlyInCase() throws IOException {
		TestImages.classFolder(images, "Left", 0, 3, 1);
		TestImages.classFolder(images, "left", 1, 3, 50);
		if (Files.list(images).count() < 2) return; // the disk takes them for one
		refusesImages("'Left' and 'left'", "differ only in case", "Rename");
	}

	@Test
	void anIdxFileThatIsCutShort() throws IOException {
		idx(0x803, 100);
		refusesImages("train-images-idx3-ubyte", "cut short", "3152", "116");
	}

	@Test
	void anIdxFileWithAWrongMagicNumber() throws IOException {
		idx(0x999, 784);
		refusesImages("train-images-idx3-ubyte", "magic");
	}

	/** Four images of 28 x 28, or what is left of them. */
	private void idx(final int magic, final int pixelBytes) throws IOException {
		Files.createDirectories(images);
		final ByteBuffer file = ByteBuffer.allocate(16 + pixelBytes).putInt(magic)
			.putInt(4).putInt(28).putInt(28);
		Files.write(images.resolve("train-images-idx3-ubyte"), file.array());
		Files.write(images.resolve("train-labels-idx1-ubyte"), ByteBuffer.allocate(
			12).putInt(0x801).putInt(4).put(new byte[] { 0, 1, 0, 1 }).array());
	}

	/** As on a cluster: Java takes file names apart by the locale. */
	@EnabledOnOs(OS.LINUX)
	@Test
	void namesThatTheLocaleCannotExpress() throws Exception {
		TestImages.halves(images.resolve("größe"), 2, 1);
		final ProcessBuilder child = ChildProcess.of("classify-folder", "images=" +
			images, "model=" + model, "output=" + folder.resolve("t.csv"));
		child.environment().put("LC_ALL", "C");
		child.redirectErrorStream(true).redirectOutput(folder.resolve("told")
			.toFile());
		assertEquals(3, child.start().waitFor());
		assertFalse(Files.readString(folder.resolve("told")).contains("\tat "));
		assertTrue(Files.readString(folder.resolve("t.csv")).contains(
			"LC_ALL=C.UTF-8"));
	}

	@Test
	void imagesOfDifferentChannels() throws IOException {
		TestImages.halves(images, 4, 1);
		for (int i = 0; i < 8; i++) {
			final ImagePlus two = IJ.createHyperStack("", 28, 28, 2, 1, 1, 8);
			two.getProcessor().set(i, 7);
			TestImages.tiff(images.resolve("left/two" + i + ".tif"), two);
		}
		refusesImages("same channels", "2 channels", "1 channel",
			"Convert the images");
	}

	// outputs

	@Test
	void aModelPathThatIsAFolder() throws IOException {
		Files.createDirectories(output);
		CommandLineRun.train(good, output).refuses(1, "is a folder",
			"Name a file inside it");
		assertEquals(0, Files.list(output).count());
	}

	@Test
	void aModelPathThatCannotBeWritten() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), "x");
		CommandLineRun.train(good, file.resolve("model.zip")).refuses(1,
			"Cannot write", file.toString());
		assertEquals("x", Files.readString(file));
	}

	@Test
	void anExistingOutputWithoutOverwrite() throws IOException {
		final Path existing = Files.writeString(folder.resolve("existing.zip"),
			"mine");
		final String image = "image=" + good.resolve("left/000.png");
		CommandLineRun.train(good, existing).refuses(1, "exists already",
			"overwrite=true");
		CommandLineRun.of("classify-folder", "images=" + good, "model=" + model,
			"output=" + existing).refuses(1, "exists already", "overwrite=true");
		final Path tiff = Files.writeString(folder.resolve("existing.tif"), "mine");
		CommandLineRun.of("preprocess", image, "model=" + model, "output=" + tiff)
			.refuses(1, "exists already", "overwrite=true");
		assertEquals("mine", Files.readString(tiff));
		assertEquals("mine", Files.readString(existing));
		final Path table = folder.resolve("report/metrics.csv");
		Files.createDirectories(table.getParent());
		Files.writeString(table, "mine");
		CommandLineRun.of("evaluate", "images=" + good, "model=" + model,
			"output=" + table.getParent()).refuses(1, "metrics.csv", "exists already",
				"overwrite=true");
		assertEquals("mine", Files.readString(table));
		assertEquals(1, Files.list(table.getParent()).count());
		CommandLineRun.train(good, existing, "epochs=1", "overwrite=true").refuses(
			2, "which is no model file");
		Files.copy(model, existing, StandardCopyOption.REPLACE_EXISTING);
		CommandLineRun.train(good, existing, "epochs=1", "overwrite=true").endsWith(
			0);
		CommandLineRun.of("info", "model=" + existing).endsWith(0);
	}

	@Test
	void aFailedTrainingLeavesTheOldModel() throws IOException {
		final byte[] before = Files.readAllBytes(model);
		Files.createDirectory(images);
		CommandLineRun.train(images, model, "overwrite=true").refuses(1,
			"is empty");
		assertArrayEquals(before, Files.readAllBytes(model));
	}

	// models

	private void refusesModel(final Path bad, final String... texts) {
		final String word = "model=" + bad;
		CommandLineRun.of("info", word).refuses(1, texts);
		CommandLineRun.of("evaluate", "images=" + good, word, "output=" + folder
			.resolve("report")).refuses(1, texts);
		CommandLineRun.of("classify-image", "image=" + good.resolve("left/000.png"),
			word).refuses(1, texts);
		CommandLineRun.of("classify-folder", "images=" + good, word, "output=" +
			folder.resolve("t.csv")).refuses(1, texts);
		assertFalse(Files.exists(folder.resolve("t.csv")));
		assertFalse(Files.exists(folder.resolve("report")));
	}

	@Test
	void aMissingModel() {
		refusesModel(folder.resolve("none.zip"), "There is no model file",
			"Check its name");
	}

	@Test
	void aModelThatIsAFolder() {
		refusesModel(folder, "Expected a model file", "is a folder");
	}

	@Test
	void aTruncatedModel() throws IOException {
		final byte[] whole = Files.readAllBytes(model);
		final Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole,
			whole.length * 2 / 3));
		CommandLineRun.of("info", "model=" + cut).refuses(1,
			"Cannot open the model", cut.toString());
		CommandLineRun.of("evaluate", "images=" + good, "model=" + cut).refuses(1,
			"Cannot open the model", cut.toString());
	}

	@Test
	void aModelOfANewerFormat() throws IOException {
		final Path newer = folder.resolve("newer.zip");
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(model));
				OutputStream file = Files.newOutputStream(newer);
				ZipOutputStream out = new ZipOutputStream(file))
		{
			for (ZipEntry e; (e = in.getNextEntry()) != null;) {
				out.putNextEntry(new ZipEntry(e.getName()));
				byte[] bytes = in.readAllBytes();
				if (e.getName().equals("classifier.json")) bytes = new String(bytes,
					StandardCharsets.UTF_8).replaceFirst("\"formatVersion\": *\\d+",
						"\"formatVersion\": 99").getBytes(StandardCharsets.UTF_8);
				out.write(bytes);
			}
		}
		refusesModel(newer, "format 99", "Update CNN Classifier");
	}

	@Test
	void noModelAtAll() throws IOException {
		refusesModel(Files.writeString(folder.resolve("text.zip"), "hello"),
			"Cannot open the model");
		refusesModel(good.resolve("left/000.png"), "Cannot open the model");
	}

	// pixels

	@Test
	void theWrongNumberOfChannels() throws IOException {
		final Path two = folder.resolve("two.tif");
		TestImages.tiff(two, IJ.createHyperStack("", 28, 28, 2, 1, 1, 8));
		CommandLineRun.of("classify-image", "image=" + two, "model=" + model)
			.refuses(1, "Expected 1 channel", "found 2 channels", two.getFileName()
				.toString());
	}

	@Test
	void valuesOutsideTheRangeOfTheModelUntilTheyAreMapped() throws IOException {
		final ShortProcessor pixels = new ShortProcessor(28, 28);
		for (int i = 0; i < 28 * 28; i++)
			pixels.set(i, i % 28 < 14 ? 4095 : 112);
		final Path deep = folder.resolve("deep/image.tif");
		TestImages.tiff(deep, pixels);
		CommandLineRun.of("classify-image", "image=" + deep, "model=" + model)
			.refuses(1, "Expected pixel values 0..255, found 112..4095",
				"range=112..4095 maps them");
		CommandLineRun.of("classify-image", "image=" + deep, "model=" + model,
			"range=112..4095").endsWith(0);
		final Path csv = folder.resolve("t.csv");
		CommandLineRun.of("classify-folder", "images=" + deep.getParent(),
			"model=" + model, "output=" + csv).endsWith(3);
		assertTrue(Files.readString(csv).contains("range=112..4095 maps them"));
	}

	@Test
	void anEvaluationOfWhichNoImageFitsTheModel() throws IOException {
		for (int half = 0; half < 2; half++) {
			final ImageProcessor pixels = TestImages.half(half, 3).convertToShort(
				false);
			pixels.multiply(16);
			TestImages.tiff(images.resolve(half == 0 ? "left/a.tif" : "right/a.tif"),
				pixels);
		}
		CommandLineRun.of("evaluate", "images=" + images, "model=" + model,
			"output=" + folder.resolve("e")).refuses(1,
				"Not a single image could be classified",
				"Expected pixel values 0..255", "found 0..4080",
				"range=0..4080 maps them");
		assertFalse(Files.exists(folder.resolve("e")));
		CommandLineRun.of("evaluate", "images=" + images, "model=" + model,
			"range=0..4080").endsWith(0);
	}

	@Test
	void anImageThatIsNone() throws IOException {
		final Path text = Files.writeString(folder.resolve("a.png"), "hello");
		CommandLineRun.of("classify-image", "image=" + text, "model=" + model)
			.refuses(1, text.toString(), "cannot be opened");
		CommandLineRun.of("classify-image", "image=" + folder.resolve("none.png"),
			"model=" + model).refuses(1, "There is no such file");
	}
}
