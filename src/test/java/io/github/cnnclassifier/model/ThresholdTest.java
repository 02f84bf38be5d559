
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

	private static final Prediction UNLIKE = new Prediction(new float[] { 0.1f,
		0.9f }, 1.5f);
	private static final Threshold AUTO = new Threshold(0, UnlikeUse.AUTO);

	@Test
	void anImageUnlikeTheTrainingImagesIsUnknownHoweverSure() {
		final Threshold settled = AUTO.forModel(LABELS, true);
		assertEquals("unknown", settled.name(LABELS, UNLIKE));
		assertEquals(2, settled.index(LABELS, UNLIKE));
		assertEquals(List.of("live", "dead", "unknown"), settled.answers(LABELS)
			.names());
		assertEquals("class=unknown confidence=0.9000 unlike=1.5000", settled.line(
			LABELS, UNLIKE));
		final Prediction like = new Prediction(new float[] { 0.1f, 0.9f }, 1);
		assertEquals("class=dead confidence=0.9000", settled.line(LABELS, like));
		assertEquals("unknown", new Threshold(0.95, UnlikeUse.AUTO).forModel(LABELS,
			true).name(LABELS, like));
	}

	@Test
	void aWishIsSettledForTheModel() {
		assertEquals(Threshold.NONE, AUTO.forModel(LABELS, false));
		assertEquals(AUTO, AUTO.forModel(LABELS, true));
		final Threshold mark = new Threshold(0, UnlikeUse.MARK);
		assertEquals(mark, mark.forModel(LABELS, true));
		assertTrue(assertThrows(WrongUsage.class, () -> mark.forModel(LABELS,
			false)).getMessage().contains("Train it anew"));
		final ClassLabels taken = new ClassLabels(List.of("unknown", "cell"));
		final Threshold both = AUTO.forModel(taken, true);
		assertEquals(mark, both);
		assertEquals(taken, both.answers(taken));
		assertEquals("cell", both.name(taken, UNLIKE));
		assertEquals("class=cell confidence=0.9000 unlike=1.5000", both.line(taken,
			UNLIKE));
		assertEquals("class=dead confidence=0.9000", Threshold.NONE.line(LABELS,
			UNLIKE));
	}

	@Test
	void whatIsNoNumberFromZeroToOneIsRefused() {
		for (final double wrong : new double[] { -0.01, 1.01, Double.NaN }) {
			assertThrows(WrongUsage.class, () -> new Threshold(wrong));
		}
	}
}
