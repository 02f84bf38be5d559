
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import io.github.cnnclassifier.CnnClassifier;

/** ROIs by the start script. */
class ClassifyRoisTest {

	@TempDir
	private Path folder;

	private Path image;
	private Path csv;
	private Path labeled;

	@BeforeEach
	void twoDigits() throws IOException {
		final ByteProcessor pixels = new ByteProcessor(56, 28);
		for (int i = 0; i < 2; i++)
			pixels.insert(IJ.openImage("sample-images/digits/%d/%1$d_000.png"
				.formatted(3 + 4 * i)).getProcessor(), 28 * i, 0);
		image = folder.resolve("two.png");
		TestImages.png(image, pixels);
		csv = folder.resolve("out/classes.csv");
		labeled = folder.resolve("out/classes.zip");
	}

	/** ImageJ has one list of them for all tests. */
	@AfterEach
	void noGroupNames() {
		Roi.setGroupNames(null);
	}

	private Path zip(final Roi... rois) throws IOException {
		final Path zip = folder.resolve("rois.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(
			zip)))
		{
			for (int i = 0; i < rois.length; i++) {
				out.putNextEntry(new ZipEntry("cell-" + (i + 1) + ".roi"));
				out.write(RoiEncoder.saveAsByteArray(rois[i]));
			}
		}
		return zip;
	}

	private CommandLineRun classify(final String... more) {
		return CommandLineRun.of(Stream.concat(Stream.of("classify-rois", "image=" +
			image), Stream.of(more)).toArray(String[]::new));
	}

	@Test
	void roisOfAZipGiveATableAndRoisWithClasses() throws IOException {
		final CommandLineRun run = classify("model=digits", "rois=" + zip(new Roi(0,
			0, 28, 28), new Roi(28, 0, 28, 28)), "output=" + csv, "labelledRoiFile=" +
				labeled).endsWith(0);
		assertEquals("output=" + csv + " labelledRoiFile=" + labeled +
			" classified=2 failed=0", run.results().get(0));
		assertEquals("class=7 count=1", run.results().get(8));
		final List<String> rows = Files.readAllLines(csv);
		assertTrue(rows.get(1).startsWith("two.png,1,cell-1,1,1,3,"), rows.get(1));
		assertTrue(rows.get(2).startsWith("two.png,2,cell-2,1,1,7,"), rows.get(2));
		try (ZipFile zip = new ZipFile(labeled.toFile())) {
			assertEquals(List.of("3-0001.roi", "7-0002.roi"), zip.stream().map(
				ZipEntry::getName).toList());
		}
	}

	@Test
	void featuresAreATableWithTheSameRows() throws IOException {
		final Path features = folder.resolve("new/features.csv");
		final String rois = "rois=" + zip(new Roi(28, 0, 28, 28), new Roi(90, 0, 9,
			9), new Roi(0, 0, 28, 28));
		final CommandLineRun run = classify("model=digits", rois, "output=" + csv,
			"features=" + features).endsWith(3);
		assertEquals("output=" + csv + " features=" + features +
			" classified=2 failed=1", run.results().get(0));
		final List<String> rows = Files.readAllLines(features);
		assertTrue(rows.get(0).startsWith(
			"image,index,roi,slice,frame,class,f1,f2"), rows.get(0));
		assertTrue(rows.get(0).endsWith(",error"), rows.get(0));
		assertTrue(rows.get(1).startsWith("two.png,1,cell-1,1,1,7,"), rows.get(1));
		assertTrue(rows.get(2).startsWith("two.png,2,cell-2,"), rows.get(2));
		assertTrue(rows.get(2).endsWith(",,,it lies outside the image of 56 x 28 " +
			"pixels"), rows.get(2));
		assertTrue(rows.get(3).startsWith("two.png,3,cell-3,1,1,3,"), rows.get(3));
		assertEquals(4, rows.size());
		try (CnnClassifier digits = CnnClassifier.open("digits")) {
			final float[] expected = digits.features(IJ.openImage(
				"sample-images/digits/3/3_000.png"));
			final String[] cells = rows.get(3).split(",", -1);
			assertEquals(expected.length + 7, cells.length);
			for (int i = 0; i < expected.length; i++)
				assertEquals(expected[i], Float.parseFloat(cells[i + 6]), 1e-5f);
		}
		try (Stream<Path> all = Files.list(features.getParent())) {
			assertEquals(List.of(features), all.toList());
		}
		classify("model=digits", rois, "features=" + features).refuses(1,
			"exists already");
		classify("model=digits", rois, "features=" + features, "overwrite=true")
			.endsWith(3);
		classify("model=digits", rois, "features=" + csv, "output=" + csv,
			"overwrite=true").refuses(2, "a file of its own for each result");
	}

	/** There is no ImageJ folder with a table of colors here. */
	@Test
	void resultsAreAloneAndImageJDoesNotLookForColorsOfGroups()
		throws IOException, InterruptedException
	{
		final Path results = folder.resolve("results.txt");
		final Path messages = folder.resolve("messages.txt");
		final Process process = ChildProcess.of("classify-rois", "image=" + image,
			"model=digits", "rois=" + zip(new Roi(28, 0, 28, 28)),
			"labelledRoiFile=" + labeled).redirectOutput(results.toFile())
			.redirectError(messages.toFile()).start();
		assertEquals(0, process.waitFor());
		final List<String> lines = Files.readAllLines(results);
		assertEquals("labelledRoiFile=" + labeled + " classified=1 failed=0", lines
			.get(0));
		assertEquals(11, lines.size());
		assertTrue(lines.stream().skip(1).allMatch(line -> line.matches(
			"class=\\d count=\\d")), lines::toString);
		assertFalse(Files.readString(messages).contains("LUT"), Files.readString(
			messages));
	}

	@Test
	void badRoisAreRowsAndTheStatusIsThree() throws IOException {
		classify("model=digits", "rois=" + zip(new Roi(90, 0, 9, 9), new OvalRoi(28,
			0, 28, 28)), "output=" + csv).endsWith(3).says(
				"No result for 'cell-1': it lies outside the image");
		assertTrue(Files.readAllLines(csv).get(1).endsWith(
			",digits,it lies outside the image of 56 x 28 pixels"));
	}

	@Test
	void wrongRequestsAreRefusedAndLeaveNothing() throws IOException {
		final String rois = "rois=" + zip(new Roi(0, 0, 28, 28));
		classify(rois).refuses(2, "'model'");
		classify("model=digits", "output=" + csv).refuses(1,
			"Expected regions of interest");
		classify("model=digits", rois, "threshold=1.5").refuses(2, "'threshold'");
		classify("model=digits", rois, "margin=-1").refuses(2, "'margin'");
		classify("model=digits", rois, "regions=overlay").refuses(2,
			"Leave one of them out");
		classify("model=digits", rois, "channels=2", "output=" + csv).refuses(1,
			"Not a single region", "Expected a channel 2");
		assertTrue(Files.notExists(csv));
		CommandLineRun.of("undo-classify-rois", "image=" + image).refuses(2,
			"Expected one of the commands");
	}
}
