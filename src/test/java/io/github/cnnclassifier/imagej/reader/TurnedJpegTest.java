
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;

/**
 * JPEG files that say which way is up, against ImageJ's own opener. It asks a
 * plugin; a class of its name stands for it here.
 */
class TurnedJpegTest extends ImageFiles {

	private static final int WIDTH = 40;
	private static final int HEIGHT = 24;

	@ParameterizedTest
	@CsvSource({ "1, 40, jpg", "2, 40, jpg", "3, 40, jpg", "4, 40, jpg",
		"5, 40, jpg", "6, 24, jpg", "7, 40, jpg", "8, 24, jpg", "6, 24, JPG",
		"6, 40, jpeg" })
	void imagesAreTurnedAsImageJsOpenerTurnsThem(final int orientation,
		final int width, final String extension) throws IOException
	{
		for (final String type : new String[] { "8-bit ramp", "rgb ramp" }) {
			final ImagePlus image = IJ.createImage("ramp", type, WIDTH, HEIGHT, 1);
			// different from all its mirror images
			image.getProcessor().setRoi(3, 2, 12, 5);
			image.getProcessor().invert();
			final Path plain = save(image, "jpg");
			final Path file = Files.write(folder.resolve("turned." + extension),
				withOrientation(Files.readAllBytes(plain), orientation));
			final SampleImage expected = ImagePlusAdapter.current(IJ.openImage(file
				.toString()));
			// so that the test shows something: the opener does turn
			assertEquals(width, expected.width());
			final SampleImage found = reader.read(file);
			assertEquals(expected.width(), found.width());
			assertEquals(expected.height(), found.height());
			assertEquals(expected.isRgb(), found.isRgb());
			assertArrayEquals(expected.pixels().toFloats(), found.pixels()
				.toFloats());
		}
	}

	/** Behind the JFIF segment, which the JPEG writer puts first. */
	private static byte[] withOrientation(final byte[] jpeg,
		final int orientation)
	{
		final byte[] exif = ByteBuffer.allocate(36).putShort((short) 0xffe1)
			.putShort((short) 34).put("Exif\0\0II*\0".getBytes(
				StandardCharsets.ISO_8859_1)).put(new byte[] { 8, 0, 0, 0, 1, 0, 0x12,
					1, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0, 0, 0, 0, 0 })
			.array();
		final int at = 4 + ((jpeg[4] & 0xff) << 8 | jpeg[5] & 0xff);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(jpeg, 0, at);
		bytes.writeBytes(exif);
		bytes.write(jpeg, at, jpeg.length - at);
		return bytes.toByteArray();
	}
}
