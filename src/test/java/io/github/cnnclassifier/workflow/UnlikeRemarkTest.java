
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.model.UnlikeUse;

/** Why a class is unknown although its confidence is high. */
class UnlikeRemarkTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("a", "b"));
	private static final Threshold TOLD = new Threshold(0, UnlikeUse.AUTO)
		.forModel(LABELS, true);
	private static final Threshold UNTOLD = new Threshold(0, UnlikeUse.AUTO)
		.forModel(LABELS, false);

	private static Prediction prediction(final float unlike) {
		return new Prediction(new float[] { 0.9f, 0.1f }, unlike);
	}

	@Test
	void itIsToldHowManyAreUnlikeTheTrainingImagesAndWhatToDo() {
		final String told = UnlikeRemark.ofAnswers(TOLD, List.of(prediction(4.7f),
			prediction(0.5f), prediction(1.2f)), "regions").orElseThrow();
		assertEquals("Of 3 regions, 2 are unlike the training images and so " +
			"unknown, whatever the confidence. unlike=mark gives the most probable " +
			"class all the same.", told);
		assertTrue(UnlikeRemark.ofArea(TOLD, 0.42).orElseThrow().startsWith(
			"Of the area, 42 % is unlike"));
	}

	@Test
	void nothingIsToldWhereNothingIsUnknownForThatReason() {
		assertEquals(Optional.empty(), UnlikeRemark.ofAnswers(TOLD, List.of(
			prediction(0.5f)), "regions"));
		assertEquals(Optional.empty(), UnlikeRemark.ofAnswers(UNTOLD, List.of(
			prediction(4.7f)), "regions"));
		assertEquals(Optional.empty(), UnlikeRemark.ofArea(TOLD, 0));
		assertEquals(Optional.empty(), UnlikeRemark.ofArea(UNTOLD, 0.5));
		assertEquals(Optional.empty(), UnlikeRemark.ofArea(new Threshold(0.6,
			UnlikeUse.AUTO).forModel(LABELS, true), 0.5));
	}
}
