
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OutlineTest {

	private static final RegionMask TRIANGLE = (x, y) -> x - 3 <= y - 4;
	private static final Region BOUNDS = new Region(3, 4, 5, 5);

	@Test
	void regionsOfTheSamePixelsHaveTheSameOutline() {
		assertEquals(Outline.of(BOUNDS, TRIANGLE), Outline.of(new Region(2, 3, 7,
			6), (x, y) -> x >= 3 && y >= 4 && TRIANGLE.contains(x, y)));
	}

	@Test
	void regionsOfTheSameBoundsButOtherPixelsHaveNot() {
		final Outline triangle = Outline.of(BOUNDS, TRIANGLE);
		assertNotEquals(triangle, Outline.of(BOUNDS, RegionMask.ALL));
		assertNotEquals(triangle, Outline.of(BOUNDS, (x, y) -> TRIANGLE.contains(x,
			y) && (x != 3 || y != 8)));
		assertNotEquals(triangle, Outline.of(new Region(4, 4, 5, 5), (x,
			y) -> TRIANGLE.contains(x - 1, y)));
	}

	@Test
	void itsTextIsTheSameOnEveryMachine() {
		final String text = Outline.of(new Region(0, 0, 2, 1), RegionMask.ALL)
			.text();
		assertTrue(text.matches("[0-9a-f]{32}"), text);
		// SHA-256 of the numbers 0, 0, 2 of 4 bytes each
		assertEquals("bafec505d21053585fed7c82fde61abf", text);
	}
}
