
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.model.InputShape;

/** What a network sees, as a picture. */
class InputPictureTest {

	private static int rgb(final BufferedImage picture, final int x,
		final int y)
	{
		return picture.getRGB(x, y) & 0xffffff;
	}

	@Test
	void theLowestValueIsBlackAndTheHighestWhite() {
		final BufferedImage picture = InputPicture.of(new float[] { -2, 0, 2, 1 },
			new InputShape(1, 2, 2));
		assertEquals(0x000000, rgb(picture, 0, 0));
		assertEquals(0x808080, rgb(picture, 1, 0));
		assertEquals(0xffffff, rgb(picture, 0, 1));
		assertEquals(0xbfbfbf, rgb(picture, 1, 1));
	}

	@Test
	void threeChannelsAreColorsAndTwoAreGray() {
		assertEquals(0xff0080, rgb(InputPicture.of(new float[] { 1, 0, 0.5f },
			new InputShape(3, 1, 1)), 0, 0));
		assertEquals(0x808080, rgb(InputPicture.of(new float[] { 1, 0 },
			new InputShape(2, 1, 1)), 0, 0));
	}

	@Test
	void anEvenImageIsBlack() {
		assertEquals(0, rgb(InputPicture.of(new float[] { 7 }, new InputShape(1, 1,
			1)), 0, 0));
	}
}
