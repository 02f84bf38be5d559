
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.inference.HeatMap;
import io.github.cnnclassifier.inference.HeatMethod;

class HeatColorsTest {

	/** L* of CIE 1976, another measure than the one that made the colors. */
	private static double lightness(final int color) {
		final double luminance = 0.2126 * linear(color >> 16) + 0.7152 * linear(
			color >> 8) + 0.0722 * linear(color);
		return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 *
			luminance;
	}

	private static double linear(final int level) {
		final double v = (level & 0xff) / 255.0;
		return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
	}

	/** Rounding to 256 levels aside. */
	@Test
	void lightnessGrowsAllTheWayFromBlackToAlmostWhite() {
		assertTrue(lightness(HeatColors.of(0)) < 3);
		assertTrue(lightness(HeatColors.of(255)) > 93);
		for (int i = 4; i < HeatColors.COUNT; i++)
			assertTrue(lightness(HeatColors.of(i)) > lightness(HeatColors.of(i - 4)),
				"at " + i);
	}

	/** No band that is darker or lighter than its neighbors. */
	@Test
	void equalStepsAreAboutEquallyLarge() {
		final int[] parts = { 0, 51, 102, 153, 204, 255 };
		for (int i = 1; i < parts.length; i++) {
			final double step = lightness(HeatColors.of(parts[i])) - lightness(
				HeatColors.of(parts[i - 1]));
			assertTrue(step > 9 && step < 27, parts[i] + ": " + step);
		}
	}

	/** Who sees no red and green apart has yellow and blue, and lightness. */
	@Test
	void noTwoColorsAreAlike() {
		final long different = IntStream.range(0, HeatColors.COUNT).map(
			HeatColors::of).distinct().count();
		assertTrue(different > 250, "" + different);
	}

	@Test
	void sharesOutsideTakeTheNearestColor() {
		assertEquals(HeatColors.of(0), HeatColors.at(-0.5));
		assertEquals(HeatColors.of(255), HeatColors.at(7));
		assertEquals(HeatColors.of(0), HeatColors.at(Double.NaN));
	}

	private static HeatMap map(final double evidence, final float... values) {
		return new HeatMap(values.length / 2, 2, values, 0, 0.9f,
			HeatMethod.OCCLUSION, evidence);
	}

	@Test
	void theLayerIsClearWhereNothingMattersAndStrongestWhereMost() {
		final BufferedImage layer = HeatPicture.layer(map(2, 0, -1, 1, 2, 0.5f, 0));
		assertEquals(0, layer.getRGB(0, 0) >>> 24);
		assertEquals(0, layer.getRGB(1, 0) >>> 24);
		assertEquals(191, layer.getRGB(0, 1) >>> 24);
		assertEquals(HeatColors.of(255), layer.getRGB(0, 1) & 0xffffff);
		assertEquals(96, layer.getRGB(2, 0) >>> 24, 1);
	}

	@Test
	void aMapWithoutEvidenceLeavesThePictureAsItIs() {
		final BufferedImage picture = new BufferedImage(4, 6,
			BufferedImage.TYPE_INT_RGB);
		picture.setRGB(3, 5, 0x123456);
		final BufferedImage both = HeatPicture.over(picture, map(0.09, 0.05f, 0, 0,
			0));
		assertEquals(4, both.getWidth());
		assertEquals(6, both.getHeight());
		assertEquals(0xff123456, both.getRGB(3, 5));
		assertEquals(0xff000000, both.getRGB(0, 0));
	}

	@Test
	void aSmallMapIsDrawnSmoothlyOverAllOfALargePicture() {
		final BufferedImage both = HeatPicture.over(new BufferedImage(20, 20,
			BufferedImage.TYPE_INT_RGB), map(3, 0, 0, 0, 3));
		assertEquals(0xff000000, both.getRGB(0, 0));
		int last = 0;
		for (int i = 5; i < 15; i++) {
			final int red = both.getRGB(i, i) >> 16 & 0xff;
			assertTrue(red >= last, i + ": " + red);
			last = red;
		}
		assertTrue(both.getRGB(19, 19) != 0xff000000);
	}
}
