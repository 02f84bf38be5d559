
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/** Intervals, what is not defined, and what was learned from. */
class EvaluationTest {

	private static final EvaluatedSide SIDE = new EvaluatedSide("test side",
		"as the folder says");

	private final Random random = new Random(3);
	private final List<EvaluatedImage> images = new ArrayList<>();

	private static ClassLabels labels(final int classes) {
		return new ClassLabels(IntStream.range(0, classes).mapToObj(i -> "class " +
			i).toList());
	}

	private Evaluation evaluation(final int classes) {
		return new Evaluation(labels(classes), SIDE, images);
	}

	private void add(final int actual, final String group,
		final float... probabilities)
	{
		images.add(new EvaluatedImage(new LabeledPrediction("image" + images.size(),
			actual, new Prediction(probabilities)), group, false));
	}

	/** Right in three of four cases, with some ties. */
	private void addDrawn(final int classes, final int actual,
		final String group)
	{
		final float[] probabilities = new float[classes];
		for (int c = 0; c < classes; c++)
			probabilities[c] = 1 + random.nextInt(20) + (c == actual ? random.nextInt(
				30) : 0);
		float sum = 0;
		for (final float p : probabilities)
			sum += p;
		for (int c = 0; c < classes; c++)
			probabilities[c] /= sum;
		add(actual, group, probabilities);
	}

	@Test
	void figuresOfADrawAreThoseOfItsImages() {
		for (int i = 0; i < 120; i++)
			addDrawn(6, random.nextInt(5), i % 3 == 0 ? "" : "mouse" + i % 11);
		final GroupBootstrap bootstrap = GroupBootstrap.of(images.stream().map(
			EvaluatedImage::unit).toList());
		final DrawnFigures figures = new DrawnFigures(labels(6), images.stream()
			.map(EvaluatedImage::labeled).toList(), bootstrap);
		for (int draw = 0; draw < 20; draw++) {
			final int[] units = bootstrap.timesOfUnits(draw);
			final int[] times = bootstrap.timesOfImages(units);
			final List<EvaluatedImage> drawn = new ArrayList<>();
			for (int i = 0; i < times.length; i++)
				drawn.addAll(Collections.nCopies(times[i], images.get(i)));
			final Evaluation expected = new Evaluation(labels(6), SIDE, drawn);
			final FigureValues found = figures.of(units, true);
			for (final Figure figure : Figure.values())
				assertEquals(expected.value(figure).orElse(Double.NaN), figure.of(
					found), 1e-9, figure.key());
			for (final ClassFigure figure : ClassFigure.values())
				for (int c = 0; c < 6; c++)
					assertEquals(expected.value(figure, c).orElse(Double.NaN), figure.of(
						found, c), 1e-9, figure.key() + " " + c);
		}
	}

	@Test
	void imagesOfOneGroupMakeEveryIntervalWiderOfFiguresThatGroupsDifferIn() {
		for (int i = 0; i < 300; i++)
			add(i % 3, "", i / 30 % 5 == 0 ? new float[] { .3f, .3f, .4f }
				: new float[] { i % 3 == 0 ? .8f : .1f, i % 3 == 1 ? .8f : .1f, i %
					3 == 2 ? .8f : .1f });
		final Evaluation alone = evaluation(3);
		for (int i = 0; i < images.size(); i++)
			images.set(i, new EvaluatedImage(images.get(i).labeled(), "slide" + i /
				30, false));
		final Evaluation grouped = evaluation(3);
		assertEquals(300, alone.intervals().units());
		assertEquals(10, grouped.intervals().units());
		for (final Figure figure : List.of(Figure.ACCURACY, Figure.KAPPA,
			Figure.MCC, Figure.MACRO_F1, Figure.CROSS_ENTROPY, Figure.MACRO_ROC_AUC))
			assertTrue(width(grouped.intervals().of(figure)) > 2 * width(alone
				.intervals().of(figure)), figure.key());
		assertTrue(width(grouped.intervals().of(ClassFigure.RECALL, 0)) > 2 * width(
			alone.intervals().of(ClassFigure.RECALL, 0)));
	}

	private static double width(final Optional<Interval> interval) {
		return interval.orElseThrow().high() - interval.orElseThrow().low();
	}

	@Test
	void theSameImagesHaveTheSameIntervals() {
		for (int i = 0; i < 80; i++)
			addDrawn(4, i % 4, "mouse" + i % 9);
		final FigureIntervals first = evaluation(4).intervals();
		final FigureIntervals second = evaluation(4).intervals();
		for (final Figure figure : Figure.values())
			assertEquals(first.of(figure), second.of(figure));
	}

	@Test
	void aClassOfASingleImageCouldHaveAnyRecall() {
		for (int i = 0; i < 40; i++)
			add(0, "", .9f, .1f);
		add(1, "", .2f, .8f);
		add(0, "", .2f, .8f);
		final Evaluation evaluation = evaluation(2);
		assertEquals(1, evaluation.value(ClassFigure.RECALL, 1).getAsDouble());
		assertEquals(Interval.wilson(1, 1), evaluation.intervals().of(
			ClassFigure.RECALL, 1).orElseThrow());
		assertEquals(0.5, evaluation.value(ClassFigure.PRECISION, 1).getAsDouble());
		images.remove(41);
		images.set(40, new EvaluatedImage(images.get(40).labeled(), "slide",
			false));
		add(1, "slide", .9f, .1f);
		assertEquals(new Interval(0, 1), evaluation(2).intervals().of(
			ClassFigure.RECALL, 1).orElseThrow(), "two images of one slide");
	}

	@Test
	void whatIsNotDefinedIsCountedAndNeverANumber() {
		add(0, "", .9f, .06f, .04f);
		add(0, "", .8f, .16f, .04f);
		final Evaluation evaluation = evaluation(3);
		// classes 1 and 2: five figures each; class 0: its ROC; kappa and mcc
		assertEquals(13, evaluation.undefined());
		assertTrue(evaluation.value(Figure.MACRO_ROC_AUC).isEmpty());
		assertTrue(evaluation.intervals().of(Figure.MACRO_ROC_AUC).isEmpty());
		assertTrue(evaluation.value(ClassFigure.ROC_AUC, 0).isEmpty());
		assertEquals(1, evaluation.value(ClassFigure.AVERAGE_PRECISION, 0)
			.getAsDouble());
		assertEquals(0, evaluation.result().figures().kappa());
		assertFalse(evaluation.result().figures().kappaDefined());
	}

	@Test
	void topFiguresAreThoseOfMoreClasses() {
		addDrawn(3, 0, "");
		assertTrue(evaluation(3).value(Figure.TOP_2_ACCURACY).isPresent());
		assertTrue(evaluation(3).value(Figure.TOP_3_ACCURACY).isEmpty());
		assertTrue(evaluation(3).value(Figure.TOP_5_ACCURACY).isEmpty());
	}

	@Test
	void imagesThatWereLearnedFromAreTold() {
		add(0, "", .9f, .1f);
		assertEquals(Optional.empty(), evaluation(2).alarm());
		images.add(new EvaluatedImage(images.get(0).labeled(), "", true));
		assertEquals("1 of the 2 evaluated images were used to train the model: " +
			"the figures are too good.", evaluation(2).alarm().orElseThrow());
		assertEquals(1, evaluation(2).trained());
		assertEquals(SIDE, evaluation(2).side());
	}

	@Test
	void ofManyImagesOnlyTheCornersOfACurveAreKept() {
		for (int i = 0; i < 1000; i++)
			add(i < 500 ? 1 : 0, "", i / 1000f, 1 - i / 1000f);
		final Curve roc = evaluation(2).curves().get(1).roc().orElseThrow();
		assertEquals("[0.0, 0.0, 1.0]", Arrays.toString(roc.x()));
		assertEquals("[0.0, 1.0, 1.0]", Arrays.toString(roc.y()));
		assertEquals(1, roc.area());
	}

	@Test
	void ownFiguresCanBeDrawnFromTheSameGroups() {
		final GroupBootstrap bootstrap = GroupBootstrap.of(List.of("a", "a", "b",
			"c"));
		assertEquals(3, bootstrap.units());
		final Interval interval = bootstrap.interval(times -> Arrays.stream(times)
			.sum()).orElseThrow();
		assertEquals(new Interval(3, 6), interval);
		assertTrue(GroupBootstrap.of(List.of("a", "a")).interval(times -> 1)
			.isEmpty(), "one group tells nothing of others");
		assertTrue(bootstrap.interval(times -> Double.NaN).isEmpty());
	}

	@Test
	void manyImagesTakeSeconds() {
		for (int i = 0; i < 20_000; i++)
			addDrawn(10, i % 10, "");
		final long start = System.nanoTime();
		final Evaluation evaluation = evaluation(10);
		final double seconds = (System.nanoTime() - start) / 1e9;
		assertTrue(width(evaluation.intervals().of(Figure.MACRO_ROC_AUC)) < 0.02);
		assertTrue(seconds < 60, seconds + " s");
	}
}
