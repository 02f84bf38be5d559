
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.random.SeedTree;

/** As many images as the number says, whatever the evaluation. */
class ChosenImagesTest {

	private static IntStream seeds() {
		return IntStream.range(0, 60);
	}

	/** Classes that are absent, never predicted, ties, and a single image. */
	private static EvaluationResult random(final long seed) {
		final SplittableRandom random = new SeedTree(seed).random();
		final int classes = 2 + random.nextInt(6);
		final int used = 1 + random.nextInt(classes);
		final int count = 1 + random.nextInt(200);
		final List<LabeledPrediction> predictions = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final float[] p = new float[classes];
			for (int c = 0; c < used; c++)
				p[c] = random.nextInt(4) / 4f;
			predictions.add(new LabeledPrediction("image " + i, random.nextInt(used),
				new Prediction(p)));
		}
		return new EvaluationResult(new ClassLabels(IntStream.range(0, classes)
			.mapToObj(c -> "class " + c).toList()), predictions);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void everyCellRowAndColumnHasItsImagesAndNoOthers(final long seed) {
		final EvaluationResult result = random(seed);
		final ChosenImages images = new ChosenImages(result.predictions());
		final ConfusionMatrix matrix = result.matrix();
		for (int row = 0; row < matrix.classes(); row++) {
			for (int column = 0; column < matrix.classes(); column++) {
				final int[] cell = images.of(ImageChoice.cell(row, column));
				assertEquals(matrix.count(row, column), cell.length);
				for (final int i : cell) {
					assertEquals(row, result.predictions().get(i).actual());
					assertEquals(column, result.predictions().get(i).predicted());
				}
			}
			assertEquals(matrix.rowSum(row), images.of(ImageChoice.cell(row,
				ImageChoice.ANY)).length);
			assertEquals(matrix.columnSum(row), images.of(ImageChoice.cell(
				ImageChoice.ANY, row)).length);
		}
		assertEquals(matrix.total(), images.of(ImageChoice.ALL).length);
		final int[] wrong = images.of(ImageChoice.WRONG);
		assertEquals(matrix.total() - matrix.correct(), wrong.length);
		for (final int i : wrong)
			assertFalse(result.predictions().get(i).correct());
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void everyBarHasItsImagesAndAllBarsHaveAll(final long seed) {
		final EvaluationResult result = random(seed);
		final ChosenImages images = new ChosenImages(result.predictions());
		final ConfidenceHistogram histogram = new ConfidenceHistogram(result
			.predictions());
		int sum = 0;
		for (int bar = 0; bar < ConfidenceHistogram.BARS; bar++) {
			final int[] chosen = images.of(ImageChoice.bar(bar));
			assertEquals(histogram.right(bar) + histogram.wrong(bar), chosen.length);
			assertTrue(chosen.length <= histogram.most());
			for (final int i : chosen) {
				final float confidence = result.predictions().get(i).prediction()
					.confidence();
				assertTrue(confidence >= ConfidenceHistogram.lowerEnd(bar) &&
					(confidence < ConfidenceHistogram.lowerEnd(bar + 1) ||
						bar == ConfidenceHistogram.BARS - 1), bar + ": " + confidence);
			}
			sum += chosen.length;
		}
		assertEquals(result.predictions().size(), sum);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void theSurestComesFirstAndEqualsStayInOrder(final long seed) {
		final EvaluationResult result = random(seed);
		final int[] all = new ChosenImages(result.predictions()).of(
			ImageChoice.ALL);
		for (int i = 1; i < all.length; i++) {
			final float before = result.predictions().get(all[i - 1]).prediction()
				.confidence();
			final float here = result.predictions().get(all[i]).prediction()
				.confidence();
			assertTrue(before > here || before == here && all[i - 1] < all[i]);
		}
		assertArrayEquals(IntStream.range(0, all.length).toArray(), Arrays.stream(
			all).sorted().toArray());
	}

	@Test
	void noImagesAreNoTrouble() {
		assertEquals(0, new ChosenImages(List.of()).of(ImageChoice.ALL).length);
		assertEquals(0, new ConfidenceHistogram(List.of()).most());
	}

	@Test
	void aHundredThousandTakeLessThanASecond() {
		final List<LabeledPrediction> predictions = new ArrayList<>();
		final SplittableRandom random = new SeedTree(7).random();
		for (int i = 0; i < 100_000; i++) {
			final float p = random.nextInt(10_000) / 10_000f;
			predictions.add(new LabeledPrediction("image " + i, i % 2, new Prediction(
				new float[] { p, 1 - p })));
		}
		final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
		final long start = clock.getCurrentThreadCpuTime();
		final ChosenImages images = new ChosenImages(predictions);
		assertEquals(50_000, images.of(ImageChoice.cell(1,
			ImageChoice.ANY)).length);
		// others may keep the processor from this thread, which is not its fault
		final long millis = TimeUnit.NANOSECONDS.toMillis(clock
			.getCurrentThreadCpuTime() - start);
		assertTrue(millis < 1000, millis + " ms");
	}
}
