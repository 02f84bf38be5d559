
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
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;

/** Regions, maps and reports for which the disk has no room. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class FullDiskTest {

	private static final int SIZE = 150;
	private static final int ROIS = 1500;

	@TempDir
	Path folder;

	private Path image;
	private Path out;

	@BeforeEach
	void prepare() throws IOException {
		image = folder.resolve("gray.tif");
		TestImages.tiff(image, new ByteProcessor(SIZE, SIZE));
		out = folder.resolve("out");
		// unpacks native libraries, for which the child has no room
		CommandLineRun.of("classify-image",
			"image=sample-images/digits/0/0_000.png", "model=digits").endsWith(0);
	}

	private Path zip() throws IOException {
		final Path zip = folder.resolve("rois.zip");
		try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(zip))) {
			for (int i = 0; i < ROIS; i++) {
				to.putNextEntry(new ZipEntry(i + ".roi"));
				to.write(RoiEncoder.saveAsByteArray(new Roi(i % 100, i / 100, 20, 20)));
			}
		}
		return zip;
	}

	/** Says which file it is, and leaves none. */
	private void fails(final Path file, final String... words) throws IOException,
		InterruptedException
	{
		final Path log = folder.resolve("log");
		final Process process = ChildProcess.onFullDisk(64, words)
			.redirectErrorStream(true).redirectOutput(log.toFile()).start();
		assertEquals(1, process.waitFor(), Files.readString(log));
		final String told = Files.readString(log);
		assertTrue(told.contains("Error: A file could not be read or written: '" +
			file + "': "), told);
		assertTrue(told.contains("free space"), told);
		assertFalse(told.contains("\tat "), told);
		try (Stream<Path> left = Files.list(out)) {
			assertEquals(List.of(), left.toList());
		}
	}

	@Test
	void theTableOfRoisIsWholeOrNotThere() throws Exception {
		final Path csv = out.resolve("r.csv");
		fails(csv, "classify-rois", "image=" + image, "rois=" + zip(),
			"model=digits", "output=" + csv);
	}

	@Test
	void theRoisAreWholeOrNotThere() throws Exception {
		final Path zip = out.resolve("r.zip");
		fails(zip, "classify-rois", "image=" + image, "rois=" + zip(),
			"model=digits", "labelledRoiFile=" + zip);
	}

	@Test
	void allMapsAreWholeOrNoneIsThere() throws Exception {
		final Path probabilities = out.resolve("p.tif");
		fails(probabilities, "map-classes", "image=" + image, "model=digits",
			"stride=28", "output=" + out.resolve("m.tif"), "probabilityFile=" +
				probabilities);
	}

	/** The map itself fits, the confidence has room for two thirds. */
	@Test
	void aMapThatBreaksOffHalfwayIsNotThere() throws Exception {
		final Path confidence = out.resolve("c.tif");
		fails(confidence, "map-classes", "image=" + image, "model=digits",
			"stride=28", "output=" + out.resolve("m.tif"), "confidenceFile=" +
				confidence, "areaFile=" + out.resolve("a.csv"));
	}

	/** The first two files of a report fit. */
	@Test
	void aReportIsWholeOrNotThere() throws Exception {
		fails(out.resolve("predictions.csv"), "evaluate",
			"images=sample-images/digits", "model=digits", "output=" + out);
	}
}
