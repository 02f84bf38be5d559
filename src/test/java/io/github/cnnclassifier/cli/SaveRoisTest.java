
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;

/** Regions by the start script. */
class SaveRoisTest {

	@TempDir
	private Path folder;

	private Path image;
	private Path output;

	@BeforeEach
	void anImage() throws IOException {
		image = folder.resolve("a.png");
		TestImages.png(image, TestImages.half(0, 1));
		output = folder.resolve("regions");
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

	private CommandLineRun save(final String... more) {
		final String[] words = new String[3 + more.length];
		words[0] = "save-rois";
		words[1] = "image=" + image;
		words[2] = "output=" + output;
		System.arraycopy(more, 0, words, 3, more.length);
		return CommandLineRun.of(words);
	}

	@Test
	void regionsOfAZipAreSavedAndBadOnesEndWithThree() throws IOException {
		final CommandLineRun run = save("rois=" + zip(new OvalRoi(2, 3, 9, 8),
			new Roi(60, 60, 4, 4)), "margin=2").endsWith(3);
		assertEquals(List.of("output=" + output + " saved=1 failed=1"), run
			.results());
		run.says("1 region failed").says(
			"No result for 'cell-2': it lies outside the image").says(
				"Saved 1 of class 'cell'.");
		assertEquals(13, IJ.openImage(output.resolve("cell/a_0001.tif").toString())
			.getWidth());
		final String row = Files.readAllLines(output.resolve("regions.csv")).get(1);
		assertTrue(row.startsWith("cell/a_0001.tif,cell," + image + "," + image +
			",cell-1,,0,1,13,12,1,1,2,false"), row);
	}

	@Test
	void oneRegionFileIsEnough() throws IOException {
		final Path roi = folder.resolve("round-7.roi");
		RoiEncoder.save(new Roi(2, 3, 9, 8), roi.toString());
		save("rois=" + roi).endsWith(0);
		assertTrue(Files.exists(output.resolve("round/a_0001.tif")));
	}

	@Test
	void theNetworkInputOfEachRegionIsASlice() throws IOException {
		CommandLineRun.of("preprocess", "image=" + image, "output=" + output
			.resolve("input.tif"), "rois=" + zip(new OvalRoi(2, 3, 9, 8), new Roi(5,
				5, 12, 12)), "width=16", "height=12").endsWith(0);
		final ImagePlus input = IJ.openImage(output.resolve("input.tif")
			.toString());
		assertEquals("16 x 12 x 2", input.getWidth() + " x " + input.getHeight() +
			" x " + input.getNSlices());
		assertEquals("cell-2", input.getStack().getSliceLabel(2));
	}

	@Test
	void aRegionThatTheNetworkCannotTakeIsToldAndTheOthersAreSlices()
		throws IOException
	{
		final ImagePlus hole = IJ.openImage(image.toString());
		hole.setProcessor(hole.getProcessor().convertToFloat());
		hole.getProcessor().setf(1, 1, Float.NaN);
		final Path tiff = folder.resolve("hole.tif");
		TestImages.tiff(tiff, hole);
		final CommandLineRun run = CommandLineRun.of("preprocess", "image=" + tiff,
			"output=" + output.resolve("input.tif"), "rois=" + zip(new Roi(0, 0, 9,
				8), new Roi(5, 5, 12, 12)), "model=digits").endsWith(3);
		run.says("No result for 'cell-1': Expected finite pixel values");
		assertEquals("cell-2", IJ.openImage(output.resolve("input.tif").toString())
			.getStack().getSliceLabel(1));
	}

	@Test
	void wrongRequestsAreRefused() throws IOException {
		save().refuses(1, "Expected regions of interest");
		save("regions=manager").refuses(1, "in the ROI Manager");
		save("rois=" + folder.resolve("none.zip")).refuses(1, "is not a file");
		save("rois=" + zip(new Roi(1, 1, 2, 2)), "regions=overlay").refuses(2,
			"Leave one of them out");
		save("rois=" + zip(new Roi(1, 1, 2, 2)), "margin=-1").refuses(2,
			"'margin' to be a whole number");
		CommandLineRun.of("save-rois", "image=" + image).refuses(2, "'output'");
		assertTrue(Files.notExists(output));
	}
}
