
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

/** Java's own reader of PNG must see the same pixels. */
class PngBytesTest {

	private static final int WIDTH = 37;
	private static final int HEIGHT = 23;

	/** Noise, with some lines as the ones above. */
	private static BufferedImage picture(final int mask, final int factor) {
		final Random random = new Random(3);
		final BufferedImage picture = new BufferedImage(WIDTH, HEIGHT,
			BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				picture.setRGB(x, y, y % 3 == 1 ? picture.getRGB(x, y - 1) : (random
					.nextInt() & mask) * factor);
			}
		}
		return picture;
	}

	private static BufferedImage readAgain(final BufferedImage picture)
		throws IOException
	{
		final BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngBytes
			.of(picture)));
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				assertEquals(picture.getRGB(x, y), picture.getRaster()
					.getNumBands() == read.getRaster().getNumBands() ? read.getRGB(x, y)
						: 0xff000000 | read.getRaster().getSample(x, y, 0) * 0x10101);
			}
		}
		return read;
	}

	@Test
	void colorsComeBack() throws IOException {
		assertEquals(3, readAgain(picture(0xffffff, 1)).getRaster().getNumBands());
	}

	@Test
	void graysComeBackFromASingleChannel() throws IOException {
		assertEquals(1, readAgain(picture(0xff, 0x10101)).getRaster()
			.getNumBands());
	}

	@Test
	void aSingleColorPixelMakesItAPictureOfColors() throws IOException {
		final BufferedImage picture = picture(0xff, 0x10101);
		picture.setRGB(WIDTH - 1, HEIGHT - 1, 0xff0000);
		assertEquals(3, readAgain(picture).getRaster().getNumBands());
	}
}
