
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SpendingTest {

	@Test
	void imagesThatMeasureAModelAreSpentAndOthersAreNot() {
		for (final String side : List.of("test side", "all images", "unknown side",
			"test side and training side"))
			assertEquals(Spending.HIDDEN, Spending.of(Optional.of(side)), side);
		for (final String side : List.of("validation side", "training side",
			"out of fold"))
			assertEquals(Spending.NOTHING, Spending.of(Optional.of(side)), side);
		assertEquals(Spending.UNKNOWN, Spending.of(Optional.empty()));
	}

	@Test
	void whatSpendsNothingNeedsNoWordAndAllElseNamesWhatSpendsNothing() {
		assertEquals("", Spending.NOTHING.line() + Spending.NOTHING.words());
		for (final Spending spending : List.of(Spending.HIDDEN, Spending.UNKNOWN))
			assertTrue(spending.line().contains("alidation images"), spending.line());
	}
}
