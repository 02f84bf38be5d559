
package io.github.cnnclassifier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class UnlikeScoreTest {

	/** Two centers on the first axis, at 2 and -2 of its deviations of 0.5. */
	private static final Cloud PLANE = new Cloud(new float[] { 1, 1, 1 },
		new float[] { 2, 0, 0 }, new float[] { 2, -2 });
	private static final Cloud LINE = new Cloud(new float[] { 0 }, new float[] {
		1 }, new float[] { 0 });

	@Test
	void aPlaceIsTheNearestCenterInDeviationsAndWhatIsOutside() {
		final Cloud.Place place = PLANE.place(new float[] { 2, 4, 5 });
		assertEquals(0, place.distance(), 1e-9);
		assertEquals(5, place.rest(), 1e-6);
		assertEquals(1, PLANE.place(new float[] { -0.5f, 1, 1 }).distance(), 1e-9);
		assertEquals(0, LINE.place(new float[] { 9 }).rest());
		assertThrows(IllegalArgumentException.class, () -> LINE.place(
			new float[2]));
	}

	@Test
	void lengthsThatDoNotFitAreRefused() {
		final float[] one = { 1 };
		assertThrows(IllegalArgumentException.class, () -> new Cloud(new float[0],
			one, one));
		assertThrows(IllegalArgumentException.class, () -> new Cloud(one,
			new float[0], one));
		assertThrows(IllegalArgumentException.class, () -> new Cloud(one,
			new float[2], new float[2]));
		assertThrows(IllegalArgumentException.class, () -> new Cloud(new float[2],
			new float[4], one));
		assertThrows(IllegalArgumentException.class, () -> new Cloud(one, one,
			new float[0]));
		assertThrows(IllegalArgumentException.class, () -> new Cloud(new float[33],
			new float[33 * 33], new float[33]));
	}

	@Test
	void theLargestOfTheThreeBesideItsLimitIsTheScore() {
		final UnlikeScore score = new UnlikeScore(PLANE, LINE, 2, 10, 4);
		final float[] center = { 2, 1, 1 };
		assertEquals(0, score.of(center, new float[] { 0 }));
		assertEquals(0.75f, score.of(center, new float[] { 3 }));
		assertEquals(0.5f, score.of(new float[] { 2, 4, 5 }, new float[] { 0 }));
		assertEquals(1.5f, score.of(new float[] { 3.5f, 1, 1 }, new float[] { 1 }));
	}

	@Test
	void aScoreHasFourDecimalsAndAnEnd() {
		final UnlikeScore score = new UnlikeScore(LINE, LINE, 3, 1, 3);
		assertEquals(0.3333f, score.of(new float[] { 1 }, new float[] { 0 }));
		// hardly beyond is within, as the table says
		assertEquals(1, score.of(new float[] { 3.0001f }, new float[] { 0 }));
		assertEquals(1000, score.of(new float[] { 1e9f }, new float[] { 0 }));
		assertEquals(1000, score.of(new float[] { Float.NaN }, new float[] { 0 }));
		assertEquals(1000, score.of(new float[] { 0 }, new float[] {
			Float.POSITIVE_INFINITY }));
	}

	@Test
	void limitsAreAboveZero() {
		for (final float wrong : new float[] { 0, -1, Float.NaN,
			Float.POSITIVE_INFINITY })
			assertThrows(IllegalArgumentException.class, () -> new UnlikeScore(LINE,
				LINE, 1, wrong, 1));
	}
}
