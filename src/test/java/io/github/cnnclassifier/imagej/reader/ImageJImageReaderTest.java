
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import io.github.cnnclassifier.image.SampleImage;

class ImageJImageReaderTest extends ImageFiles {

	@ParameterizedTest
	@ValueSource(strings = { "tif", "png", "gif", "bmp", "pgm" })
	void losslessFormatsGiveTheStoredValues(final String extension)
		throws IOException
	{
		final Path file = save(gray(), extension);
		final SampleImage sample = reader.read(file);
		assertEquals(1, sample.channels());
		assertEquals(8, sample.bitDepth());
		assertArrayEquals(floats(gray()), sample.pixels().toFloats());
		assertEquals(file.toString(), sample.source());
	}

	@Test
	void jpegIsGrayAndClose() throws IOException {
		final SampleImage sample = reader.read(save(gray(), "jpg"));
		assertEquals(1, sample.channels());
		final float[] expected = floats(gray());
		for (int i = 0; i < expected.length; i++) {
			assertEquals(expected[i], sample.pixels().get(i), 40);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tif", "png", "bmp", "ppm" })
	void colorFilesGiveRgb(final String extension) throws IOException {
		final ColorProcessor color = new ColorProcessor(2, 2, new int[] { 0x010203,
			0x0a0b0c, 0xff0000, 0x00ff00 });
		final Path file = save(new ImagePlus("rgb", color), "ppm".equals(extension)
			? "pgm" : extension);
		final SampleImage sample = reader.read(file);
		assertTrue(sample.isRgb());
		assertArrayEquals(new float[] { 1, 10, 255, 0, 2, 11, 0, 255, 3, 12, 0, 0 },
			sample.pixels().toFloats());
	}

	@Test
	void displayRangeAndInvertingTableInTheFileChangeNothing()
		throws IOException
	{
		final ImagePlus image = gray();
		IJ.setMinAndMax(image, 20, 21);
		image.getProcessor().invertLut();
		image.updateImage();
		assertArrayEquals(floats(gray()), reader.read(save(image, "tif")).pixels()
			.toFloats());
	}

	@Test
	void sixteenBitChannelsAndPixelSizeAreRead() throws IOException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		stack.addSlice(shorts(1000));
		stack.addSlice(shorts(40000));
		final ImagePlus image = new ImagePlus("two", stack);
		image.setDimensions(2, 1, 1);
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().pixelHeight = 0.25;
		image.getCalibration().setUnit("micron");
		final SampleImage sample = reader.read(save(new CompositeImage(image,
			IJ.COMPOSITE), "tif"));
		assertEquals(2, sample.channels());
		assertEquals(16, sample.bitDepth());
		assertEquals(1000, sample.pixels().get(0));
		assertEquals(40001, sample.pixels().get(SIDE * SIDE + 1));
		assertEquals(0.25, sample.pixelSize().orElseThrow().width(), 1e-9);
	}

	@Test
	void sixteenBitColorPngIsRgb() throws IOException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		stack.addSlice("Red", shorts(1));
		stack.addSlice("Green", shorts(2));
		stack.addSlice("Blue", shorts(3));
		final ImagePlus image = new ImagePlus("rgb48", stack);
		image.setDimensions(3, 1, 1);
		final SampleImage sample = reader.read(save(image, "tif"));
		assertTrue(sample.isRgb());
		assertEquals(16, sample.bitDepth());
	}

	@Test
	void contentDecidesNotTheName() throws IOException {
		final Path png = save(gray(), "png");
		final Path misnamed = Files.move(png, folder.resolve("really-png.tif"));
		assertArrayEquals(floats(gray()), reader.read(misnamed).pixels()
			.toFloats());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tif", "png", "jpg", "gif", "bmp", "pgm", "fits" })
	void everyTruncatedFileIsAnError(final String extension) throws IOException {
		final Path file = save(gray(), extension);
		final byte[] whole = Files.readAllBytes(file);
		for (final double part : new double[] { 0.05, 0.3, 0.6, 0.9, 0.98 }) {
			final Path cut = folder.resolve("cut." + extension);
			Files.write(cut, Arrays.copyOf(whole, (int) (whole.length * part)));
			final IOException e = assertThrows(IOException.class, () -> reader.read(
				cut), extension + " cut to " + part);
			assertFalse(e.getMessage().isBlank());
		}
		assertNull(IJ.getErrorMessage(), "ImageJ showed an error dialog");
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "tif", "jpg", "bmp", "gif", "dcm", "fits",
		"xyz" })
	void textUnderAnImageNameIsAnError(final String extension)
		throws IOException
	{
		final Path file = folder.resolve("text." + extension);
		Files.writeString(file, "This is no image but a line of text.\n".repeat(
			50));
		final IOException e = assertThrows(IOException.class, () -> reader.read(
			file));
		assertTrue(e.getMessage().contains("not that of an image"), e.getMessage());
		assertNull(IJ.getErrorMessage(), "ImageJ showed an error dialog");
	}

	@Test
	void emptyFileFolderAndMissingFileAreErrors() throws IOException {
		final Path empty = Files.createFile(folder.resolve("empty.png"));
		assertTrue(assertThrows(IOException.class, () -> reader.read(empty))
			.getMessage().contains("empty"));
		assertThrows(IOException.class, () -> reader.read(folder));
		assertThrows(IOException.class, () -> reader.read(folder.resolve(
			"missing.tif")));
	}

	@Test
	void textGrayMapsAreReadAndCounted() throws IOException {
		final Path good = folder.resolve("good.pgm");
		Files.writeString(good, "P2\n# by hand\n2 2\n255\n1 2\n3 255\n");
		assertArrayEquals(new float[] { 1, 2, 3, 255 }, reader.read(good).pixels()
			.toFloats());
		final Path more = folder.resolve("more.pgm");
		Files.writeString(more, "P2\n2 2\n255\n1 2\n3 255 9\n");
		assertThrows(IOException.class, () -> reader.read(more));
		final Path odd = folder.resolve("odd.pgm");
		Files.write(odd, "P5\nwide high\n".getBytes(StandardCharsets.US_ASCII));
		assertThrows(IOException.class, () -> reader.read(odd));
	}

	@Test
	void pressedEscapeSurvivesReading() throws IOException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		stack.addSlice(shorts(1));
		stack.addSlice(shorts(2));
		final ImagePlus image = new ImagePlus("two", stack);
		image.setDimensions(2, 1, 1);
		final Path file = save(image, "tif");
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		try {
			reader.read(file);
			assertTrue(IJ.escapePressed());
		}
		finally {
			IJ.resetEscape();
		}
	}

	@Test
	void readsFromManyThreads() throws IOException {
		final Path tif = save(gray(), "tif");
		final Path png = save(gray(), "png");
		final float[] expected = floats(gray());
		final List<Path> files = List.of(tif, png);
		IntStream.range(0, 200).parallel().forEach(i -> {
			try {
				assertArrayEquals(expected, reader.read(files.get(i % 2)).pixels()
					.toFloats());
			}
			catch (final IOException e) {
				throw new AssertionError(e);
			}
		});
	}

	@Test
	void namesTellImagesFromOtherFiles() {
		for (final String name : List.of("a.tif", "b.TIFF", "c.png", "d.JPG",
			"e.jpeg", "f.gif", "g.bmp", "h.pgm", "i.dcm", "j.fits"))
		{
			assertTrue(reader.looksLikeImage(Path.of(name)), name);
		}
		for (final String name : List.of("a.txt", "b.csv", "Thumbs.db", "c.zip",
			"d.avi", "e.czi", "README", "f.tif.bak"))
		{
			assertFalse(reader.looksLikeImage(Path.of(name)), name);
		}
	}

	@Test
	void floatsKeepTheirFractions() throws IOException {
		final Path file = save(new ImagePlus("float", new FloatProcessor(2, 1,
			new float[] { -0.5f, 1e6f })), "tif");
		assertArrayEquals(new float[] { -0.5f, 1e6f }, reader.read(file).pixels()
			.toFloats());
	}
}
