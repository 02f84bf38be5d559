
package io.github.cnnclassifier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.WrongUsage;

class ThresholdTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("live",
		"dead"));

	@Test
	void lowConfidenceIsUnknownAndAnEqualOneIsNot() {
		final Prediction unsure = new Prediction(new float[] { 0.1f, 0.9f });
		assertEquals("dead", new Threshold(0.9).name(LABELS, unsure));
		assertEquals("unknown", new Threshold(0.9001).name(LABELS, unsure));
		assertEquals(1, Threshold.NONE.index(LABELS, unsure));
		assertEquals(2, new Threshold(1).index(LABELS, unsure));
		assertTrue(new Threshold(1).isMet(new Prediction(new float[] { 0, 1 })));
		assertFalse(new Threshold(0.5).isMet(new Prediction(new float[] { 0.4f,
			0.3f, 0.3f })));
	}

	@Test
	void answersNameUnknownOnlyWhereItCanBeOne() {
		assertEquals(LABELS, Threshold.NONE.answers(LABELS));
		assertEquals(List.of("live", "dead", "unknown"), new Threshold(0.5).answers(
			LABELS).names());
		final ClassLabels taken = new ClassLabels(List.of("unknown", "cell"));
		assertEquals(taken, Threshold.NONE.answers(taken));
		assertThrows(WrongUsage.class, () -> new Threshold(0.5).answers(taken));
	}

	@Test
	void whatIsNoNumberFromZeroToOneIsRefused() {
		for (final double wrong : new double[] { -0.01, 1.01, Double.NaN }) {
			assertThrows(WrongUsage.class, () -> new Threshold(wrong));
		}
	}
}
