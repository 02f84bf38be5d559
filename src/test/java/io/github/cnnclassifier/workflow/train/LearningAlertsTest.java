
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.evaluation.ConfusionMatrix;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.workflow.train.LearningAlerts.Alert;
import io.github.cnnclassifier.workflow.train.LearningAlerts.Kind;

/** What is told of a training in plain words, and when. */
class LearningAlertsTest {

	private static final List<String> LABELS = List.of("cell", "dirt", "rare");

	private final List<EpochSummary> epochs = new ArrayList<>();

	private static Figures figures(final int... predicted) {
		return Figures.of(new ClassLabels(LABELS), ConfusionMatrix.of(3, new int[] {
			0, 0, 1, 2 }, predicted));
	}

	private void add(final double training, final double validation,
		final boolean best, final int... predicted)
	{
		epochs.add(new EpochSummary(new EpochFigures(epochs.size() + 1, training,
			validation, 0.5, 0.001), best, false, Optional.of(figures(
				predicted.length == 0 ? new int[] { 0, 0, 1, 2 } : predicted))));
	}

	private List<Alert> alerts() {
		return LearningAlerts.ofEpochs(epochs, 60);
	}

	private List<Kind> kinds() {
		return alerts().stream().map(Alert::kind).toList();
	}

	private static String only(final List<Alert> alerts) {
		assertEquals(1, alerts.size(), alerts.toString());
		return alerts.get(0).text();
	}

	@Test
	void fewImagesOfAClassAreNamedWithTheirNumbers() {
		assertEquals("Too few images: fewer than 10 teach the class 'dirt' (9), " +
			"'rare' (2). Get more of these.", only(LearningAlerts.ofImages(LABELS,
				new int[] { 10, 9, 2 }, new int[] { 10, 10, 10 })));
	}

	@Test
	void fewImagesThatJudgeAreTold() {
		assertEquals(
			"Only 8 images that nothing is learned from tell how good an " +
				"epoch is: each one moves the figure by 13 %.", only(LearningAlerts
					.ofImages(LABELS, new int[] { 20, 20, 20 }, new int[] { 4, 2, 2 })));
	}

	@Test
	void aClassThatNothingJudgesIsTold() {
		assertEquals(
			"No image tells how well the training gets on with the class " +
				"'rare'.", only(LearningAlerts.ofImages(LABELS, new int[] { 20, 20,
					20 }, new int[] { 20, 20, 0 })));
	}

	@Test
	void enoughImagesAreNotWorthAWord() {
		assertEquals(List.of(), LearningAlerts.ofImages(LABELS, new int[] { 10, 10,
			10 }, new int[] { 10, 10, 10 }));
		assertEquals(List.of(), LearningAlerts.ofImages(LABELS, new int[] { 10, 10,
			10 }, new int[3]), "nothing is to be judged");
	}

	@Test
	void aClassThatIsNeverTheAnswerIsToldAfterThreeEpochs() {
		add(1, 1, true, 0, 0, 1, 1);
		add(0.9, 0.9, true, 0, 0, 1, 0);
		assertEquals(List.of(), alerts());
		add(0.8, 0.8, true, 0, 1, 1, 1);
		assertTrue(only(alerts()).startsWith(
			"For 3 epochs no image was taken for the class 'rare': the network does " +
				"not tell it from the others yet."), alerts().toString());
		add(0.7, 0.7, true);
		assertEquals(List.of(), alerts());
	}

	@Test
	void whatIsKnownByHeartIsToldWithTheLosses() {
		add(0.6, 0.6, true);
		add(0.3, 0.5, true);
		add(0.1, 0.9, false);
		assertEquals(
			"Over-fitting: the images that are learned from are known by " +
				"heart (loss 0.10), the others are not (0.90, and 0.50 in epoch 2). More " +
				"images, stronger augmentation or a smaller network help.", only(
					alerts()));
	}

	@Test
	void aGapWithoutARiseIsNoOverFitting() {
		add(0.6, 1.2, true);
		add(0.2, 0.9, true);
		assertEquals(List.of(), alerts());
	}

	@Test
	void aLongWaitForABetterEpochIsToldCalmly() {
		add(1, 0.5, true);
		for (int i = 0; i < 19; i++)
			add(0.5, 0.6, false);
		assertEquals(List.of(), kinds());
		add(0.5, 0.6, false);
		assertTrue(only(alerts()).startsWith(
			"For 20 epochs none was better than epoch 1 on the images that nothing " +
				"is learned from."), alerts().toString());
	}

	@Test
	void aLossThatIsNoNumberIsTold() {
		add(0.5, Double.POSITIVE_INFINITY, false);
		assertEquals(List.of(Kind.NOT_FINITE), kinds());
		epochs.clear();
		add(0.5, Double.NaN, false);
		assertEquals(List.of(Kind.NOT_FINITE), kinds());
	}

	@Test
	void withoutValidationNothingIsGuessed() {
		for (int i = 1; i < 40; i++)
			epochs.add(new EpochSummary(new EpochFigures(i, 0.1, Double.NaN,
				Double.NaN, 0.001), false, false, Optional.empty()));
		assertEquals(List.of(), alerts());
		assertEquals(List.of(), LearningAlerts.ofEpochs(List.of(), 0));
	}

	@Test
	void aNewLastLayerIsNoEpochToCompareWith() {
		epochs.add(new EpochSummary(new EpochFigures(1, 0.01, 0.2, 0.9, 0), true,
			true, Optional.of(figures(0, 0, 1, 2))));
		assertEquals(List.of(), alerts());
	}
}
