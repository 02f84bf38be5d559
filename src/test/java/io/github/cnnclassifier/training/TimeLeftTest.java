
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimeLeftTest {

	@Test
	void epochsToComeTakeAsLongAsThoseBefore() {
		assertEquals(", about 3 min left", TimeLeft.of(40, 2, 9));
		assertEquals(", about 2 h left", TimeLeft.of(60, 1, 120));
		assertEquals(", about 1 min left", TimeLeft.of(60, 1, 1.2));
	}

	@Test
	void lessThanAMinuteIsNotTold() {
		assertEquals("", TimeLeft.of(59, 1, 1));
		assertEquals("", TimeLeft.of(300, 5, 0));
	}
}
