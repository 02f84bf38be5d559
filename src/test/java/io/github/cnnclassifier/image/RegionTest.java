
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.failure.UserFailure;

class RegionTest {

	private static final PixelSize SIZE = new PixelSize(0.5, 0.5, "micron");

	/** Two channels of 3 x 2 pixels. */
	private static final SampleImage IMAGE = new SampleImage(3, 2, 2, false, 16,
		Pixels.of(new float[] { 1, 2, 3, 4, 5, 6, 100, 200, 300, 400, 500, 600 }),
		SIZE, "cells.tif");

	@Test
	void aCropHoldsTheRegionOfEveryChannel() {
		final SampleImage crop = IMAGE.crop(new Region(1, 0, 2, 2));
		assertEquals(2, crop.width());
		assertEquals(2, crop.height());
		assertArrayEquals(new float[] { 2, 3, 5, 6, 200, 300, 500, 600 }, crop
			.pixels().toFloats());
	}

	@Test
	void aCropKeepsWhatTheImageIs() {
		final SampleImage crop = IMAGE.crop(new Region(0, 1, 1, 1));
		assertEquals(16, crop.bitDepth());
		assertEquals(2, crop.channels());
		assertEquals(SIZE, crop.pixelSize().orElseThrow());
		assertEquals("cells.tif", crop.source());
	}

	@Test
	void theWholeImageIsItsOwnCrop() {
		assertSame(IMAGE, IMAGE.crop(new Region(0, 0, 3, 2)));
	}

	@ParameterizedTest
	@CsvSource({ "-1,0,2,2", "0,-1,2,2", "2,0,2,1", "0,1,1,2",
		"2147483647,0,2147483647,1" })
	void aRegionBeyondTheImageIsRefused(final int x, final int y, final int width,
		final int height)
	{
		final UserFailure failure = assertThrows(UserFailure.class, () -> IMAGE
			.crop(new Region(x, y, width, height)));
		assertTrue(failure.getMessage().contains("3 x 2"), failure.getMessage());
	}

	@Test
	void aRegionHoldsAtLeastOnePixel() {
		assertThrows(UserFailure.class, () -> new Region(0, 0, 0, 5));
		assertThrows(UserFailure.class, () -> new Region(0, 0, 5, -1));
	}
}
