
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

class RegionCropTest {

	/** Two channels of 4 x 3 pixels; tens are the row, units the column. */
	private static final SampleImage IMAGE = new SampleImage(4, 3, 2, false, 16,
		Pixels.of(new float[] { 100, 101, 102, 103, 110, 111, 112, 113, 120, 121,
			122, 123, 200, 201, 202, 203, 210, 211, 212, 213, 220, 221, 222, 223 }),
		new PixelSize(0.5, 0.25, "micron"), "plate.tif");

	/** All but the upper left pixel. */
	private static final RegionMask CORNERED = (x, y) -> x > 1 || y > 1;

	private static RegionOfInterest roi(final Region bounds,
		final RegionMask mask)
	{
		return new RegionOfInterest(1, "cell 1", "", bounds, mask, 1, 1);
	}

	@Test
	void withoutMarginItIsTheRectangleAndKeepsWhatIsKnown() {
		final SampleImage crop = RegionCrop.of(IMAGE, roi(new Region(1, 1, 2, 2),
			CORNERED), RegionCropping.PLAIN);
		assertArrayEquals(new float[] { 111, 112, 121, 122, 211, 212, 221, 222 },
			crop.pixels().toFloats());
		assertEquals(16, crop.bitDepth());
		assertEquals(2, crop.channels());
		assertEquals(IMAGE.pixelSize(), crop.pixelSize());
		assertEquals("plate.tif, region 'cell 1'", crop.source());
	}

	@Test
	void theMarginEndsWhereTheImageEnds() {
		assertEquals(new Region(0, 0, 4, 3), RegionCrop.cut(4, 3, new Region(1, 1,
			2, 2), 1));
		assertEquals(new Region(0, 1, 3, 2), RegionCrop.cut(4, 3, new Region(0, 2,
			2, 1), 1));
		assertEquals(new Region(0, 0, 4, 3), RegionCrop.cut(4, 3, new Region(3, 0,
			1, 1), Integer.MAX_VALUE));
		assertArrayEquals(new float[] { 110, 111, 112, 120, 121, 122, 210, 211, 212,
			220, 221, 222 }, RegionCrop.of(IMAGE, roi(new Region(0, 2, 2, 1),
				RegionMask.ALL), new RegionCropping(1, false)).pixels().toFloats());
	}

	@Test
	void whatLiesOutsideTheImageIsLeftAway() {
		assertEquals(new Region(0, 0, 2, 1), RegionCrop.cut(4, 3, new Region(-3, -5,
			5, 6), 0));
		assertEquals(new Region(0, 0, 3, 2), RegionCrop.cut(4, 3, new Region(-3, -5,
			5, 6), 1));
		assertEquals(new Region(0, 0, 4, 3), RegionCrop.cut(4, 3, new Region(
			-2_000_000_000, -1, Integer.MAX_VALUE, Integer.MAX_VALUE), 10));
	}

	@Test
	void maskedPixelsAreZeroInEveryChannelAndInTheMargin() {
		assertArrayEquals(new float[] { 0, 112, 121, 122, 0, 212, 221, 222 },
			RegionCrop.of(IMAGE, roi(new Region(1, 1, 2, 2), CORNERED),
				new RegionCropping(0, true)).pixels().toFloats());
		assertArrayEquals(new float[] { 0, 0, 0, 0, 0, 0, 112, 0, 0, 121, 122, 0, 0,
			0, 0, 0, 0, 0, 212, 0, 0, 221, 222, 0 }, RegionCrop.of(IMAGE, roi(
				new Region(1, 1, 2, 2), CORNERED), new RegionCropping(1, true)).pixels()
				.toFloats());
	}

	@Test
	void aRectangleIsMaskedByItsBounds() {
		assertArrayEquals(new float[] { 100, 0, 0, 0, 200, 0, 0, 0 }, RegionCrop.of(
			IMAGE, roi(new Region(0, 0, 1, 1), RegionMask.ALL), new RegionCropping(1,
				true)).pixels().toFloats());
	}

	@Test
	void aRegionOutsideTheImageIsAnError() {
		for (final Region outside : new Region[] { new Region(4, 0, 1, 1),
			new Region(0, 3, 1, 1), new Region(-2, 0, 2, 1), new Region(0, -1, 1,
				1) })
			assertTrue(assertThrows(UserFailure.class, () -> RegionCrop.cut(4, 3,
				outside, 5)).getMessage().contains("4 x 3"));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 10_001 })
	void aMarginOutOfRangeIsAnError(final int margin) {
		assertThrows(WrongUsage.class, () -> new RegionCropping(margin, false));
	}
}
