
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSizesTest {

	private static ImageSize size(final int width, final int height) {
		return new ImageSize(width, height);
	}

	@Test
	void eachLengthIsLookedAtByItself() {
		final ImageSizes sizes = ImageSizes.of(List.of(size(60, 20), size(40, 90),
			size(50, 30), size(45, 10)));
		assertEquals(new ImageSizes(size(40, 10), size(45, 20), size(60, 90)),
			sizes);
		assertEquals("45 x 20 pixels (median; from 40 x 10 to 60 x 90)", sizes
			.toString());
		assertEquals("7 x 9 pixels", ImageSizes.of(List.of(size(7, 9))).toString());
	}

	@ParameterizedTest
	@CsvSource({ "40,30,false", "27,20,false", "26,30,true", "40,19,true",
		"90,75,false", "91,75,true", "90,76,true" })
	void onlyMoreThanOneAndAHalfTimesOutsideIsClearlyOutside(final int width,
		final int height, final boolean outside)
	{
		final ImageSizes sizes = new ImageSizes(size(40, 30), size(50, 40), size(60,
			50));
		assertEquals(outside, sizes.isClearlyOutside(size(width, height)));
	}

	@Test
	void impossibleSizesAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> size(0, 5));
		assertThrows(IllegalArgumentException.class, () -> size(5, -1));
		assertThrows(IllegalArgumentException.class, () -> new ImageSizes(size(5,
			5), size(4, 6), size(9, 9)));
		assertThrows(IllegalArgumentException.class, () -> new ImageSizes(size(5,
			5), size(6, 6), size(9, 5)));
	}

	@Test
	void resampledSidesAreRoundedInAnyUnit() {
		assertEquals(size(33, 51), size(65, 20).resampled(new PixelSize(0.25, 1.265,
			"micron"), new PixelSize(500, 500, "nm")));
		assertEquals(size(1, 1), size(2, 2).resampled(new PixelSize(1, 1, "um"),
			new PixelSize(50, 50, "um")));
	}

	@ParameterizedTest
	@CsvSource({ "STRETCH,100,60,100,60", "PAD,100,60,100,60",
		"CROP,100,60,60,60", "CROP,31,90,31,31", "NONE,100,60,32,32",
		"NONE,20,60,20,32", "NONE,7,9,7,9" })
	void whatARuleCutsOffIsNotShown(final ResizeRule rule, final int width,
		final int height, final int shownWidth, final int shownHeight)
	{
		final Preprocessing p = new Preprocessing(32, 32, 1, ChannelRule.GRAY, null,
			rule, Intensity.of(new IntensityRange(0, 255)));
		assertEquals(size(shownWidth, shownHeight), p.shown(size(width, height)));
	}
}
