
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;

/** Files that Java's decoders read, against ImageJ's own openers. */
class DecodedFileTest extends ImageFiles {

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

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "gif", "bmp" })
	void colorsGrayAndPalettesAreThoseOfImageJsOpener(final String extension)
		throws IOException
	{
		for (final int type : new int[] { BufferedImage.TYPE_INT_RGB,
			BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY,
			BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY,
			BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_USHORT_GRAY })
		{
			final BufferedImage image = new BufferedImage(37, 23, type);
			for (int i = 0; i < 37 * 23; i++) {
				image.setRGB(i % 37, i / 37, (i * 7919 | 0x40000000) + (i << 25));
			}
			final Path file = folder.resolve("type" + type + "." + extension);
			// not every format has every type
			if (!ImageIO.write(image, extension, file.toFile())) continue;
			requireAsImageJ(file);
		}
	}

	/** One frame that is smaller than the picture, and several frames. */
	@Test
	void gifFilesOfPartsAreThoseOfImageJsOpener() throws IOException {
		final Path file = save(gray(), "gif");
		final byte[] bytes = Files.readAllBytes(file);
		bytes[6] += 10;
		bytes[8] += 3;
		final SampleImage sample = requireAsImageJ(Files.write(file, bytes));
		assertEquals(SIDE + 10, sample.width());
		assertEquals(SIDE + 3, sample.height());
		final Path film = folder.resolve("film.gif");
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif")
			.next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(film
			.toFile()))
		{
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (int frame = 0; frame < 3; frame++) {
				final BufferedImage image = new BufferedImage(8, 6,
					BufferedImage.TYPE_BYTE_INDEXED);
				image.setRGB(frame, 2, 0xffff0000);
				writer.writeToSequence(new IIOImage(image, null, null), null);
			}
			writer.endWriteSequence();
		}
		finally {
			writer.dispose();
		}
		assertEquals(3, reader.planes(film).count());
		final IOException e = assertThrows(IOException.class, () -> reader.read(
			film));
		assertTrue(e.getMessage().contains("a stack of 3 slices"), e.getMessage());
	}

	private SampleImage requireAsImageJ(final Path file) throws IOException {
		final SampleImage expected = ImagePlusAdapter.current(IJ.openImage(file
			.toString()));
		final SampleImage found = reader.read(file);
		assertEquals(expected.isRgb(), found.isRgb(), file.toString());
		assertEquals(expected.bitDepth(), found.bitDepth(), file.toString());
		assertArrayEquals(expected.pixels().toFloats(), found.pixels().toFloats(),
			file.toString());
		return found;
	}
}
