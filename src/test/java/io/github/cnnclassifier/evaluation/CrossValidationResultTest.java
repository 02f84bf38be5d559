
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/** Figures of images that were held out in turn. */
class CrossValidationResultTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("a", "b"));

	private final List<HeldOutPrediction> rows = new ArrayList<>();

	private void add(final int repeat, final int fold, final String group,
		final int actual, final boolean right)
	{
		final boolean first = actual == 0 == right;
		rows.add(new HeldOutPrediction(repeat, fold, group, new LabeledPrediction(
			"image" + rows.size(), actual, new Prediction(new float[] { first ? 0.9f
				: 0.1f, first ? 0.1f : 0.9f }))));
	}

	private CrossValidationResult result() {
		return new CrossValidationResult(LABELS, rows);
	}

	@Test
	void meanAndSpreadAreOfTheFoldsAndTheRestOfAllPredictions() {
		for (int fold = 1; fold <= 2; fold++)
			for (int i = 0; i < 10; i++)
				add(1, fold, "", i % 2, fold == 1 || i < 5);
		final CrossValidationResult result = result();
		assertEquals(0.75, result.pooled().figures().accuracy());
		assertEquals(0.75, result.accuracy().mean());
		assertEquals(Math.sqrt(2 * 0.25 * 0.25), result.accuracy().deviation(),
			1e-12);
		assertEquals(List.of(1.0, 0.5), result.folds().stream().map(f -> f.figures()
			.accuracy()).toList());
		assertEquals(15, result.pooled().matrix().correct());
		assertEquals(20, result.intervals().units());
	}

	@Test
	void withoutGroupsTheIntervalIsThatOfIndependentImages() {
		for (int i = 0; i < 400; i++)
			add(1, 1 + i % 5, "", i % 2, i % 10 != 0);
		final Interval wilson = Interval.wilson(360, 400);
		final Interval found = result().interval(Figure.ACCURACY);
		assertEquals(wilson.low(), found.low(), 0.01);
		assertEquals(wilson.high(), found.high(), 0.01);
		assertEquals(found, result().pooled().figures().accuracyInterval());
		assertEquals(found, result().interval(Figure.ACCURACY), "the same again");
	}

	@Test
	void imagesOfOneGroupCountAsOneAndSoDoRepeats() {
		for (int i = 0; i < 400; i++)
			add(1, 1 + i % 5, "mouse" + i / 20, i % 2, i / 20 % 10 != 0);
		final double grouped = width(result().interval(Figure.ACCURACY));
		assertEquals(20, result().intervals().units());
		assertTrue(grouped > 2.5 * width(Interval.wilson(360, 400)), "" + grouped);
		final List<HeldOutPrediction> once = List.copyOf(rows);
		once.forEach(row -> rows.add(new HeldOutPrediction(2, row.fold(), row
			.group(), row.labeled())));
		assertEquals(grouped, width(result().interval(Figure.ACCURACY)), 1e-12);
		assertEquals(10, result().folds().size());
	}

	private static double width(final Interval interval) {
		return interval.high() - interval.low();
	}

	@Test
	void whatIsAlwaysRightIsNotCertain() {
		for (int i = 0; i < 40; i++)
			add(1, 1 + i % 2, "mouse" + i / 10, i % 2, true);
		for (final Figure figure : List.of(Figure.ACCURACY,
			Figure.BALANCED_ACCURACY, Figure.MACRO_F1, Figure.KAPPA,
			Figure.MACRO_ROC_AUC))
			assertEquals(Interval.wilson(4, 4), result().interval(figure));
	}

	@Test
	void figuresOfDrawsAreThoseOfAnEvaluation() {
		for (int i = 0; i < 60; i++)
			add(1, 1 + i % 3, "", i % 3 == 0 ? 0 : 1, i % 4 != 0);
		final CrossValidationResult result = result();
		final Figures figures = result.pooled().figures();
		requireAround(figures.balancedAccuracy(), result.interval(
			Figure.BALANCED_ACCURACY));
		requireAround(figures.macro().f1(), result.interval(Figure.MACRO_F1));
	}

	private static void requireAround(final double value,
		final Interval interval)
	{
		assertTrue(interval.low() < value && value < interval.high(), value +
			" in " + interval);
		assertTrue(width(interval) < 0.35, interval.toString());
	}

	@Test
	void oneFoldHasNoSpreadAndOneGroupNoInterval() {
		for (int i = 0; i < 10; i++)
			add(1, 1, "mouse", i % 2, i > 2);
		assertTrue(Double.isNaN(result().accuracy().deviation()));
		assertEquals(new Interval(0, 1), result().interval(Figure.ACCURACY));
		rows.clear();
		assertThrows(IllegalArgumentException.class, this::result);
		assertThrows(IllegalArgumentException.class, Spread::of);
	}
}
