
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.gui.Roi;
import ij.io.RoiEncoder;

/** Results that would replace what is read, or each other. */
class OutputsAndInputsTest {

	@TempDir
	Path folder;

	private Path images;
	private Path image;
	private byte[] before;

	@BeforeEach
	void prepare() throws IOException {
		images = Files.createDirectories(folder.resolve("images"));
		image = images.resolve("3.png");
		Files.copy(Path.of("sample-images/digits/3/3_000.png"), image);
		before = Files.readAllBytes(image);
		RoiEncoder.save(new Roi(0, 0, 28, 28), folder.resolve("a.roi").toString());
		Files.copy(Path.of("sample-images/digits/3/3_001.png"), folder.resolve(
			"model.zip"));
		Files.writeString(folder.resolve("list.csv"),
			"path,class\nimages/3.png,3\n");
	}

	@AfterEach
	void theImageIsAsItWasAndNothingIsLeft() throws IOException {
		assertArrayEquals(before, Files.readAllBytes(image));
		try (Stream<Path> all = Files.walk(folder)) {
			assertEquals(5 + 1, all.count());
		}
	}

	/** ROOT stands for the test's folder. */
	private CommandLineRun run(final String words) {
		final List<String> all = new ArrayList<>(Arrays.asList(words.replace("ROOT",
			folder.toString()).split(" ")));
		if (all.stream().noneMatch(word -> word.startsWith("model="))) all.add(
			"model=digits");
		return CommandLineRun.of(all.toArray(String[]::new));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"map-classes image=ROOT/images/3.png output=ROOT/images/3.png | to end with .tif or .tiff",
		"map-classes image=ROOT/images/3.png output=ROOT/m.tif areaFile=ROOT/images/3.png | areaFile to be another file than those that are read",
		"map-classes image=ROOT/images/3.png output=ROOT/m.tif areaFile=ROOT/model.zip model=ROOT/model.zip | areaFile to be another file",
		"map-classes image=ROOT/images/3.png output=ROOT/m.tif probabilityFile=ROOT/images/../m.tif | for output and probabilityFile",
		"map-classes image=ROOT/images/3.png output=ROOT/m.tif confidenceFile=ROOT/c.png | confidenceFile to end with .tif or .tiff",
		"classify-rois image=ROOT/images/3.png rois=ROOT/a.roi output=ROOT/images/3.png | output to be another file than those",
		"classify-rois image=ROOT/images/3.png rois=ROOT/a.roi output=ROOT/a.roi | output to be another file than those",
		"classify-rois image=ROOT/images/3.png rois=ROOT/a.roi labelledRoiFile=ROOT/b | labelledRoiFile to end with .zip",
		"classify-rois image=ROOT/images/3.png rois=ROOT/a.roi output=ROOT/b.zip labelledRoiFile=ROOT/images/../b.zip | for output and labelledRoiFile",
		"classify-rois image=ROOT/images/3.png rois=ROOT/a.roi features=ROOT/a.roi | features to be another file than those",
		"classify-folder images=ROOT/images output=ROOT/o.csv features=ROOT/images/3.png | named like one of the images",
		"classify-folder images=ROOT/images output=ROOT/o.csv features=ROOT/model.zip model=ROOT/model.zip | which is the model",
		"classify-folder images=ROOT/images output=ROOT/images/3.png | named like one of the images",
		"classify-folder images=ROOT/images output=ROOT/images/sub/new.tif | named like one of the images",
		"classify-folder images=ROOT/images output=ROOT/model.zip model=ROOT/model.zip | which is the model",
		"train images=ROOT/images model=ROOT/images/3.png | model to end with .zip",
		"train images=ROOT/list.csv model=ROOT/model.zip | which is no model file",
		"preprocess image=ROOT/images/3.png output=ROOT/images/3.png | output to end with .tif or .tiff",
		"heat-map image=ROOT/images/3.png output=ROOT/images/3.png | output to end with .tif or .tiff",
		"preview-augmentation image=ROOT/images/3.png output=ROOT/images/3.png | output to end with .tif or .tiff" })
	void neverReplaceWhatIsReadOrEachOther(final String words,
		final String expected)
	{
		run(words + " overwrite=true").refuses(2, expected);
	}

	/** Reports have names of their own, which a list may have too. */
	@ParameterizedTest
	@CsvSource({ "evaluate,metrics.csv", "evaluate,predictions.csv",
		"inspect,images.csv", "inspect,findings.csv" })
	void aReportNeverReplacesTheListThatItIsOf(final String command,
		final String name) throws IOException
	{
		final Path list = Files.writeString(folder.resolve(name),
			"path,class\nimages/3.png,3\n");
		final List<String> words = new ArrayList<>(List.of(command, "images=" +
			list, "output=" + folder, "overwrite=true"));
		if (command.equals("evaluate")) words.add("model=digits");
		CommandLineRun.of(words.toArray(String[]::new)).refuses(2,
			"Expected output to be another file than those that are read", name);
		assertEquals("path,class\nimages/3.png,3\n", Files.readString(list));
		Files.delete(list);
	}

	@Test
	void anEarlierModelAndAnEmptyFileMayBeReplaced() throws IOException {
		final Path empty = Files.createFile(folder.resolve("empty.zip"));
		CommandLineRun.of("train", "images=sample-images/digits", "model=" + empty,
			"overwrite=true", "network=tiny", "epochs=1").endsWith(0);
		CommandLineRun.of("train", "images=sample-images/digits", "model=" + empty,
			"overwrite=true", "network=tiny", "epochs=1").endsWith(0);
		Files.delete(empty);
	}

	@Test
	void aLinkToTheImageIsTheImage() throws IOException {
		final Path link = Files.createSymbolicLink(folder.resolve("link.csv"),
			image);
		run("classify-rois image=ROOT/images/3.png rois=ROOT/a.roi " +
			"output=ROOT/link.csv overwrite=true").refuses(2, "another file");
		Files.delete(link);
	}

	/** Saved ROIs are a zip as a model is. */
	@Test
	void noOtherZipIsTakenForAModel() throws IOException {
		final Path rois = folder.resolve("model.zip");
		for (final String part : new String[] { "0001-0002.roi", "rdf.yaml" }) {
			final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
				zip.putNextEntry(new ZipEntry(part));
				zip.write(1);
			}
			Files.write(rois, bytes.toByteArray());
			run("train images=ROOT/images model=ROOT/model.zip overwrite=true")
				.refuses(2, "which is no model file and would be lost");
			assertArrayEquals(bytes.toByteArray(), Files.readAllBytes(rois));
		}
		Files.writeString(rois, "PK and nothing more");
		run("train images=ROOT/images model=ROOT/model.zip overwrite=true").refuses(
			2, "which is no model file and would be lost");
	}
}
