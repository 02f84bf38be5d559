
package io.github.cnnclassifier.dataset.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.image.ValueSummary;

class IntensityStatisticsTest {

	private static IntensityStatistics of(final int channels,
		final float... values)
	{
		final SampleImage image = new SampleImage(values.length / channels, 1,
			channels, false, 16, Pixels.of(values), null, "memory");
		return IntensityStatistics.of(image, ValueSummary.of(image));
	}

	/** A ramp from 0 with so many more values at its end. */
	private static float[] ramp(final int largest, final int more) {
		final float[] values = new float[largest + 1 + more];
		for (int i = 0; i < values.length; i++) {
			values[i] = Math.min(i, largest);
		}
		return values;
	}

	@Test
	void meanIsOverAllChannels() {
		assertEquals(3.5, of(2, 1, 2, 4, 7).mean());
	}

	@Test
	void theLargestValueOfABitDepthIsSaturatedWhateverStoredIt() {
		assertEquals(0.5, of(1, 0, 255, 255, 7).saturatedShare());
		assertEquals(0.25, of(1, 0, 4095, 4094, 7).saturatedShare());
		assertEquals(1, of(1, 65535).saturatedShare());
		assertEquals(0, of(1, 0, 254, 254, 254).saturatedShare());
	}

	@Test
	void aPileAtTheTopIsSaturatedToo() {
		// ten at 3000, one at each value below
		assertEquals(0, of(1, ramp(3000, 9)).saturatedShare());
		assertEquals(31 / 3031.0, of(1, ramp(3000, 30)).saturatedShare());
		assertTrue(of(1, ramp(3000, 30)).isSaturated());
	}

	@Test
	void aFewLargestValuesAreNoPile() {
		assertEquals(0, of(1, ramp(3000, 10)).saturatedShare());
		assertFalse(of(1, ramp(254, 0)).isSaturated());
	}

	@Test
	void twoEquallyFrequentTopValuesAreNoPile() {
		final float[] values = new float[100];
		for (int i = 0; i < values.length; i++) {
			values[i] = i % 3 == 0 ? 0 : 7 + i % 2;
		}
		assertEquals(0, of(1, values).saturatedShare());
	}

	@Test
	void aConstantImageIsNoPile() {
		assertEquals(0, of(1, 100, 100, 100).saturatedShare());
	}

	@Test
	void theNextLowerValueIsCountedInAnyOrder() {
		// 9 comes 30 times, 8 three times, before and after the first 9
		final float[] values = new float[40];
		Arrays.fill(values, 9);
		values[0] = 8;
		values[20] = 8;
		values[39] = 8;
		for (int i = 1; i < 8; i++) {
			values[i] = i;
		}
		assertEquals(30 / 40.0, of(1, values).saturatedShare());
		values[38] = 8;
		assertEquals(0, of(1, values).saturatedShare());
	}

	@Test
	void constantChannelsAreCountedFromOne() {
		assertEquals(List.of(2), of(3, 1, 2, 5, 5, 3, 4).constantChannels());
		assertEquals(List.of(1), of(1, 5, 5).constantChannels());
	}

	@Test
	void threeEqualChannelsAreColorless() {
		assertTrue(of(3, 1, 2, 1, 2, 1, 2).colorless());
		assertFalse(of(3, 1, 2, 1, 2, 1, 3).colorless());
		assertFalse(of(1, 1, 2).colorless());
	}
}
