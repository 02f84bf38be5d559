
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.evaluation.ConfusionMatrix;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.ValidationAnswers;

/** What is shown of a training while it lasts. */
class LearningCourseTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("cell",
		"dirt"));

	/** Six cells, four times dirt. */
	private static final SampleList SAMPLES = ShownSamples.of(LABELS.names(), 0,
		0, 0, 0, 0, 0, 1, 1, 1, 1);

	private static ValidationAnswers answers(final int... predicted) {
		final float[] confidences = new float[predicted.length];
		for (int i = 0; i < predicted.length; i++)
			confidences[i] = 0.5f + 0.05f * i;
		return new ValidationAnswers(SAMPLES, new InputShape(1, 8, 8), predicted,
			confidences);
	}

	private static EpochFacts facts(final int epoch, final boolean best,
		final ValidationAnswers answers, final double secondsLeft)
	{
		return new EpochFacts(new EpochFigures(epoch, 0.5, 1.0 / epoch, answers
			.figures().accuracy(), 0.00131), best, 60, OptionalDouble.of(secondsLeft),
			Optional.of(answers));
	}

	@Test
	void itSaysHowFarAndHowGoodItIs() {
		final ValidationAnswers first = answers(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
		final ValidationAnswers second = answers(0, 0, 0, 0, 0, 1, 1, 1, 1, 0);
		final LearningCourse course = LearningCourse.NONE.after(facts(1, true,
			first, 600), Optional.empty(), List.of()).after(facts(2, true, second,
				190), Optional.of(first), List.of());
		assertEquals("epoch 2 of at most 60, about 3 min left", course.place());
		assertEquals("Right on images not learned from: 80 % (guessing: 60 %)",
			course.accuracy());
		assertEquals("Best epoch so far: 2 (80 %, lowest loss)", course
			.bestWords());
		assertEquals("Learning rate: 0.0013", course.learningRate());
		assertEquals(5.0 / 6, course.classes().get(0).recall(), 1e-9);
		assertEquals(1, course.best());
	}

	@Test
	void beforeTheFirstEpochItSaysThatNothingIsKnown() {
		assertEquals("no epoch has ended yet", LearningCourse.NONE.place());
		assertEquals("Right on images not learned from: not known yet",
			LearningCourse.NONE.accuracy());
		assertEquals("", LearningCourse.NONE.bestWords());
		assertEquals(-1, LearningCourse.NONE.best());
	}

	@Test
	void imagesThatChangedComeFirstThenTheSurest() {
		final ValidationAnswers first = answers(1, 0, 0, 0, 0, 0, 1, 1, 1, 1);
		final ValidationAnswers second = answers(0, 0, 0, 0, 0, 0, 0, 1, 1, 1);
		final LearningExamples examples = LearningExamples.of(second, Optional.of(
			first));
		assertEquals(List.of(0, 9, 8, 7, 5, 4, 3, 2), examples.right());
		assertEquals(List.of(6), examples.wrong());
		assertEquals(9, examples.rightInAll());
		assertEquals(1, examples.wrongInAll());
		assertEquals("dirt6: is dirt, taken for cell, 80 % sure", examples.words(
			6));
		assertEquals("cell0: cell, 50 % sure", examples.words(0));
	}

	@Test
	void anEpochOfAnEarlierRunHasFiguresAlone() {
		final LearningCourse course = LearningCourse.NONE.after(new EpochFacts(
			new EpochFigures(3, 0.5, 0.4, 0.75, 0.001), true, 9, OptionalDouble
				.empty(), Optional.empty()), Optional.empty(), List.of());
		assertEquals("epoch 3 of at most 9", course.place());
		assertEquals("Right on images not learned from: 75 %", course.accuracy());
		assertTrue(course.classes().isEmpty());
	}

	@Test
	void aNewLastLayerIsNoEpoch() {
		final LearningCourse course = LearningCourse.NONE.after(EpochFacts.ofHead(
			new EpochFigures(1, 0.5, 0.4, 0.75, 0), Optional.empty()), Optional
				.empty(), List.of());
		assertEquals("a new last layer is ready", course.place());
		assertEquals("Best so far: the new last layer (75 %, lowest loss)", course
			.bestWords());
		assertEquals("", course.learningRate());
	}

	@Test
	void theSummaryHasTheFiguresOfTheAnswers() {
		final ValidationAnswers answers = answers(0, 1, 0, 0, 0, 0, 0, 1, 1, 1);
		final Figures expected = Figures.of(LABELS, ConfusionMatrix.of(2,
			new int[] { 0, 0, 0, 0, 0, 0, 1, 1, 1, 1 }, answers.predicted()));
		assertEquals(Optional.of(expected), EpochSummary.of(facts(1, true, answers,
			1)).validation());
	}
}
