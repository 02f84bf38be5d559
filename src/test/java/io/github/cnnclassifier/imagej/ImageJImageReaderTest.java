
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.plugin.LutLoader;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.SampleImage;

class ImageJImageReaderTest {

	private static final int SIDE = 40;

	private final ImageJImageReader reader = new ImageJImageReader();

	@TempDir
	private Path folder;

	@BeforeEach
	void forgetEarlierErrors() {
		IJ.redirectErrorMessages(false);
	}

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
	void indexedPngBecomesRgb() throws IOException {
		final byte[] red = { 10, (byte) 200 };
		final byte[] green = { 20, 0 };
		final byte[] blue = { 30, 5 };
		final BufferedImage image = new BufferedImage(2, 1,
			BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 2, red, green,
				blue));
		image.getRaster().setSample(0, 0, 0, 0);
		image.getRaster().setSample(1, 0, 0, 1);
		final Path file = folder.resolve("indexed.png");
		assertTrue(ImageIO.write(image, "png", file.toFile()));
		final SampleImage sample = reader.read(file);
		assertTrue(sample.isRgb());
		assertArrayEquals(new float[] { 10, 200, 20, 0, 30, 5 }, sample.pixels()
			.toFloats());
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
	void stackIsRefusedWithItsSize() throws IOException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 5; i++) {
			stack.addSlice(shorts(i));
		}
		final Path file = save(new ImagePlus("stack", stack), "tif");
		final IOException e = assertThrows(IOException.class, () -> reader.read(
			file));
		assertTrue(e.getMessage().contains(
			"a stack of 5 slices; expected one plane"), e.getMessage());
	}

	@Test
	void timeSeriesOfTwoChannelsIsRefused() throws IOException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 6; i++) {
			stack.addSlice(shorts(i));
		}
		final ImagePlus image = new ImagePlus("series", stack);
		image.setDimensions(2, 1, 3);
		image.setOpenAsHyperStack(true);
		final Path file = save(image, "tif");
		final IOException e = assertThrows(IOException.class, () -> reader.read(
			file));
		assertTrue(e.getMessage().contains("stack of 3"), e.getMessage());
	}

	/** Channels, slices, frames. */
	@ParameterizedTest
	@CsvSource({ "1,1,1", "1,5,1", "1,1,4", "2,1,1", "2,3,1", "2,1,3", "3,2,4" })
	void planesAreCountedFromTheHeadAsTheyAreRead(final int channels,
		final int slices, final int frames) throws IOException
	{
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < channels * slices * frames; i++) {
			stack.addSlice(shorts(i));
		}
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setDimensions(channels, slices, frames);
		image.setOpenAsHyperStack(true);
		final Path file = save(image, "tif");
		assertEquals(slices * frames, reader.planeCount(file));
		final ImagePlanes planes = reader.planes(file);
		assertEquals(slices, planes.slices());
		assertEquals(frames, planes.frames());
		assertEquals(channels, planes.plane(0).channels());
		// the last plane: all channels of the last slice and frame
		final int last = channels * slices * frames - channels;
		assertEquals(last, planes.plane(slices * frames - 1).pixels().get(0));
		assertThrows(IllegalArgumentException.class, () -> planes.plane(slices, 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "8", "16", "signed", "32", "rgb", "palette" })
	void planesReadOneByOneAreThoseOfTheWholeStack(final String type)
		throws IOException
	{
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 3; i++) {
			final ShortProcessor values = shorts(200 * i);
			stack.addSlice(switch (type) {
				case "8", "palette" -> values.convertToByte(true);
				case "32" -> values.convertToFloatProcessor();
				case "rgb" -> values.convertToRGB();
				default -> values;
			});
		}
		final ImagePlus image = new ImagePlus("stack", stack);
		if (type.equals("signed")) image.getCalibration()
			.setSigned16BitCalibration();
		if (type.equals("palette")) image.getProcessor().setColorModel(LutLoader
			.getLut("fire"));
		image.getCalibration().setUnit("um");
		image.getCalibration().pixelWidth = 0.5;
		final Path file = save(image, "tif");
		final ImagePlanes whole = new ImagePlusPlanes(reader.open(file), "");
		final ImagePlanes single = reader.planes(file);
		assertEquals(3, single.count());
		for (int i = 0; i < 3; i++) {
			final SampleImage expected = whole.plane(i);
			final SampleImage found = single.plane(i);
			assertArrayEquals(expected.pixels().toFloats(), found.pixels()
				.toFloats());
			assertEquals(expected.isRgb(), found.isRgb());
			assertEquals(expected.bitDepth(), found.bitDepth());
			assertEquals(expected.pixelSize(), found.pixelSize());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "8-bit ramp", "rgb ramp", "rgb black" })
	void jpegsHaveThePixelsOfImageJsOpener(final String type) throws IOException {
		final Path file = save(IJ.createImage("ramp", type, 40, 30, 1), "jpg");
		final SampleImage expected = ImagePlusAdapter.current(IJ.openImage(file
			.toString()));
		final SampleImage found = reader.read(file);
		assertEquals(expected.isRgb(), found.isRgb());
		assertArrayEquals(expected.pixels().toFloats(), found.pixels().toFloats());
	}

	@Test
	void planesReadOneByOneKeepTheNamesOfTheirChannels() throws IOException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 4; i++)
			stack.addSlice(i % 2 == 0 ? "DAPI" : "actin", shorts(i));
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setDimensions(2, 2, 1);
		image.setOpenAsHyperStack(true);
		final ImagePlanes planes = reader.planes(save(image, "tif"));
		for (int i = 0; i < 2; i++)
			assertEquals(List.of("DAPI", "actin"), planes.plane(i).channelNames());
	}

	/** So that a data set has one failed image, not one for each plane. */
	@Test
	void aStackThatIsCutShortHasNoCount() throws IOException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 5; i++) {
			stack.addSlice(shorts(i));
		}
		final Path file = save(new ImagePlus("stack", stack), "tif");
		final byte[] bytes = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
		final IOException e = assertThrows(IOException.class, () -> reader
			.planeCount(file));
		assertTrue(e.getMessage().contains("cut short"), e.getMessage());
	}

	/** Pages with a directory each, as most programs but ImageJ write them. */
	@Test
	void pagesOfOtherProgramsArePlanes() throws IOException {
		final Path file = folder.resolve("pages.tif");
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff")
			.next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file
			.toFile()))
		{
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (int page = 0; page < 3; page++) {
				final BufferedImage image = new BufferedImage(4, 2,
					BufferedImage.TYPE_BYTE_GRAY);
				image.getRaster().setSample(0, 0, 0, 10 + page);
				writer.writeToSequence(new IIOImage(image, null, null), null);
			}
			writer.endWriteSequence();
		}
		finally {
			writer.dispose();
		}
		assertEquals(3, reader.planeCount(file));
		final ImagePlanes planes = reader.planes(file);
		assertEquals(3, planes.count());
		assertEquals(12, planes.plane(2).pixels().get(0));
	}

	@Test
	void singleImagesHaveOnePlane() throws IOException {
		for (final String extension : List.of("png", "gif", "tif", "fits")) {
			final Path file = save(gray(), extension);
			assertEquals(1, reader.planeCount(file), extension);
			assertArrayEquals(reader.read(file).pixels().toFloats(), reader.planes(
				file).plane(0).pixels().toFloats());
		}
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

	private static ImagePlus gray() {
		final byte[] pixels = new byte[SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = (byte) (i * 7 + i / SIDE * 11);
		}
		return new ImagePlus("gray", new ByteProcessor(SIDE, SIDE, pixels, null));
	}

	private static ShortProcessor shorts(final int offset) {
		final short[] pixels = new short[SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = (short) (offset + i);
		}
		return new ShortProcessor(SIDE, SIDE, pixels, null);
	}

	private static float[] floats(final ImagePlus image) {
		return (float[]) image.getProcessor().convertToFloatProcessor().getPixels();
	}

	private Path save(final ImagePlus image, final String extension) {
		final Path file = folder.resolve("image." + extension);
		final String path = file.toString();
		final FileSaver saver = new FileSaver(image);
		final boolean saved = switch (extension) {
			case "tif" -> image.getStackSize() > 1 ? saver.saveAsTiffStack(path)
				: saver.saveAsTiff(path);
			case "png" -> saver.saveAsPng(path);
			case "jpg" -> saver.saveAsJpeg(path);
			case "gif" -> saver.saveAsGif(path);
			case "bmp" -> saver.saveAsBmp(path);
			case "pgm" -> saver.saveAsPgm(path);
			case "fits" -> saver.saveAsFits(path);
			default -> false;
		};
		assertTrue(saved, path);
		return file;
	}
}
