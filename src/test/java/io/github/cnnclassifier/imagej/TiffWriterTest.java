
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;

class TiffWriterTest {

	@TempDir
	private Path folder;

	/** Writes 2 x 1 pixels and reads them again. */
	private void comesBack(final int channels, final boolean rgb,
		final int bitDepth, final float... values) throws IOException
	{
		final SampleImage sample = new SampleImage(2, 1, channels, rgb, bitDepth,
			Pixels.of(values), new PixelSize(0.25, 0.5, "micron"), "x");
		final Path file = folder.resolve("new folder/a.tif");
		new TiffWriter().write(sample, file);
		final SampleImage read = new ImageJImageReader().read(file);
		assertArrayEquals(values, read.pixels().toFloats());
		assertEquals(channels, read.channels());
		assertEquals(rgb, read.isRgb());
		assertEquals(bitDepth, read.bitDepth());
		final PixelSize size = read.pixelSize().orElseThrow();
		// TIFF stores pixels per unit as a fraction
		assertEquals(0.25, size.width(), 1e-6);
		assertEquals(0.5, size.height(), 1e-6);
		assertEquals("micron", size.unit());
	}

	@Test
	void everyDepthComesBackAsItWas() throws IOException {
		comesBack(1, false, 8, 0, 255);
		comesBack(1, false, 16, 3, 65535);
		comesBack(1, false, 16, 3, 7);
		comesBack(1, false, 32, -0.5f, 1e20f);
	}

	@Test
	void signedValuesComeBack() throws IOException {
		comesBack(1, false, 16, -32768, 32767);
		comesBack(2, false, 16, -5, 7, 9, 0);
	}

	@Test
	void channelsComeBack() throws IOException {
		comesBack(2, false, 8, 1, 2, 3, 4);
		comesBack(3, false, 16, 1, 2, 3, 4, 5, 60000);
		comesBack(5, false, 32, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0.5f);
	}

	@Test
	void colorsComeBack() throws IOException {
		comesBack(3, true, 8, 255, 1, 0, 128, 7, 9);
		comesBack(3, true, 16, 255, 1, 0, 128, 7, 60000);
	}

	@Test
	void unknownPixelSizeStaysUnknown() throws IOException {
		final Path file = folder.resolve("a.tif");
		new TiffWriter().write(new SampleImage(1, 1, 1, false, 8, Pixels.of(
			new float[] { 9 }), null, "x"), file);
		assertEquals(Optional.empty(), new ImageJImageReader().read(file)
			.pixelSize());
	}

	@Test
	void anImageThatWasWrittenIsThatOfItsFileWhenImageJOpensIt()
		throws IOException
	{
		for (final int channels : new int[] { 1, 2, 3 }) {
			final Path file = folder.resolve(channels + ".tif");
			new TiffWriter().write(new SampleImage(1, 1, channels, false, 16, Pixels
				.of(new float[channels]), null, "another name"), file);
			final ImageOnDisk disk = ImageOnDisk.of(IJ.openImage(file.toString()),
				new ImageJImageReader());
			assertEquals("", disk.difference());
			assertEquals(Optional.of(file), disk.file());
		}
	}

	@Test
	void whatElseIsSavedAsTiffIsThatOfItsFileToo() throws IOException {
		final Path file = folder.resolve("input.tif");
		final ImagePlus image = new ImagePlus("another name", new ByteProcessor(2,
			1));
		image.setRoi(1, 0, 1, 1);
		image.setProperty("Info", "of the image");
		image.setOverlay(new Overlay(new Roi(0, 0, 1, 1)));
		NetworkInput.save(image, file);
		final ImagePlus opened = IJ.openImage(file.toString());
		assertEquals(Optional.of(file), ImageOnDisk.of(opened,
			new ImageJImageReader()).file());
		assertEquals("input.tif", opened.getTitle());
		assertEquals(1, opened.getRoi().getBounds().x);
		assertTrue(opened.getInfoProperty().startsWith("of the image"));
		assertEquals(1, opened.getOverlay().size());
	}
}
