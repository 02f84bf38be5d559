
package io.github.cnnclassifier.progress;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Something beside a longer computation rests the longer it takes. */
class SmallShareTest {

	private long now = 5;
	private final SmallShare share = new SmallShare(100, 50, 3000, () -> now);

	/** Takes so long, and is due again after just so much rest. */
	private void assertRests(final long nanos, final long rest) {
		now += nanos;
		share.took(nanos);
		now += rest - 1;
		assertFalse(share.isDue(), "after " + (rest - 1));
		now++;
		assertTrue(share.isDue(), "after " + rest);
	}

	@Test
	void itIsDueAtFirstAndRestsAHundredTimesAsLongAsItTook() {
		assertTrue(share.isDue());
		assertRests(10, 1000);
		assertRests(12, 1000);
		assertRests(12, 1200);
	}

	@Test
	void oneThatWasSlowByChanceDoesNotCount() {
		assertRests(2, 200);
		assertRests(25, 200);
		assertRests(3, 300);
	}

	@Test
	void thereIsALeastAndALongestRest() {
		assertRests(0, 50);
		assertRests(500, 50);
		assertRests(500, 3000);
	}
}
