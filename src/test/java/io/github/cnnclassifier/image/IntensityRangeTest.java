
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.WrongUsage;

class IntensityRangeTest {

	@ParameterizedTest
	@CsvSource({ "0,1,0..1", "0.2,0.7,0..1", "0,0,0..1", "0,2,0..255",
		"0.5,254.5,0..255", "255,255,0..255", "0,256,0..1023", "112,4095,0..4095",
		"0,4096,0..16383", "0,65535,0..65535", "0,65536,0..81920",
		"-0.5,0.5,-0.75..0.75", "-3,-3,-3..-2", "100000,100000,100000..100001" })
	void theSmallestUsualRangeThatCoversTheValuesIsChosen(final double min,
		final double max, final String expected)
	{
		assertEquals(expected, IntensityRange.covering(min, max).toString());
	}

	@Test
	void measuredExtremesLeaveRoomForALittleMore() {
		final IntensityRange range = IntensityRange.covering(-2, 300.5);
		assertTrue(range.min() < -50 && range.max() > 350, range.toString());
	}

	@Test
	void aHugeConstantStillHasARange() {
		final IntensityRange range = IntensityRange.covering(1e30, 1e30);
		assertTrue(range.min() < range.max());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0..255", "112..4095", "-1.5..1.5", "-3..-2",
		"0..1.0E-5" })
	void parsingUndoesWriting(final String text) {
		assertEquals(text, IntensityRange.parse(text).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "0-255", "255..0", "1..1", "a..b", "0..NaN",
		"0..Infinity", "0..1..2", "0..1e999", "0,255" })
	void nonsenseIsWrongUsageThatShowsItAndAnExample(final String text) {
		final WrongUsage e = assertThrows(WrongUsage.class, () -> IntensityRange
			.parse(text));
		assertTrue(e.getMessage().contains("'" + text + "'"));
		assertTrue(e.getMessage().contains("range=0..255"));
	}
}
