
package io.github.cnnclassifier.workflow.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.WrongUsage;

/** Numbers of regions as they are written in one field. */
class RegionNumbersTest {

	@Test
	void numbersAndRangesEachOnceInOrder() {
		assertEquals(List.of(1, 4, 7, 8, 9), List.copyOf(RegionNumbers.parse(
			" 7-9, 1,4 ,8")));
		assertEquals("1,4,7,8,9", RegionNumbers.text(RegionNumbers.parse(
			"1,4,7-9")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "0", "1,", "2-1", "1--2", "-1",
		"1-99999999999", "1-999999999", "1.5" })
	void whatIsNoNumberOfARegion(final String text) {
		assertThrows(WrongUsage.class, () -> RegionNumbers.parse(text));
	}
}
