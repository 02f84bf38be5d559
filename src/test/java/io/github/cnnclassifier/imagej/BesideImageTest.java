
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Point;
import java.awt.Rectangle;

import org.junit.jupiter.api.Test;

class BesideImageTest {

	private static final Rectangle SCREEN = new Rectangle(1366, 728);
	private static final Rectangle TABLE = new Rectangle(333, 107, 700, 300);

	private static Point place(final int x, final int y, final int width,
		final int height)
	{
		return BesideImage.placeOf(TABLE, new Rectangle(x, y, width, height),
			SCREEN);
	}

	@Test
	void aTableThatHidesNothingStaysWhereItIs() {
		assertEquals(new Point(333, 107), place(0, 0, 300, 300));
	}

	@Test
	void aTableGoesBelowASmallImage() {
		assertEquals(new Point(333, 240), place(600, 100, 140, 140));
	}

	@Test
	void aTableGoesBesideAnImageThatReachesFarDown() {
		assertEquals(new Point(600, 107), place(100, 100, 500, 600));
		assertEquals(new Point(50, 107), place(750, 100, 500, 600));
	}

	@Test
	void whereThereIsNoRoomItStays() {
		assertEquals(new Point(333, 107), place(100, 50, 1200, 650));
	}
}
