
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.model.Prediction;

/** How far confidence and accuracy are apart. */
class ReliabilityTest {

	private static LabeledPrediction answer(final double confidence,
		final boolean right)
	{
		final float best = (float) confidence;
		return new LabeledPrediction("image", right ? 0 : 1, new Prediction(
			new float[] { best, 1 - best }));
	}

	@Test
	void theErrorIsTheMeanDistanceOfTheBinsWeighedByTheirCounts() {
		final Reliability reliability = Reliability.of(List.of(answer(0.97, true),
			answer(0.95, true), answer(0.99, false), answer(0.62, true), answer(0.64,
				false)));
		// 3 answers, 2/3 right, mean 0.97; 2 answers, 1/2 right, mean 0.63
		assertEquals((3 * (0.97 - 2 / 3.0) + 2 * 0.13) / 5, reliability
			.expectedError(), 1e-7);
		assertEquals(3, reliability.bins().get(14).count());
		assertEquals(2, reliability.bins().get(9).count());
		assertEquals(2 / 3.0, reliability.bins().get(14).accuracy(), 1e-12);
		assertTrue(Double.isNaN(reliability.bins().get(0).accuracy()));
	}

	@Test
	void aBinHasItsUpperEndAndNotItsLowerOne() {
		assertEquals(14, Reliability.bin(answer(1, true)));
		assertEquals(7, Reliability.bin(answer(0.5, true)));
		final float edge = 0.8f;
		// a float a little above 12/15
		assertEquals(12, Reliability.bin(answer(edge, true)));
		assertEquals(11, Reliability.bin(answer(Math.nextDown(edge), true)));
	}

	@Test
	void everyAnswerIsInOneBinAndTheErrorIsFromZeroToOne() {
		for (int seed = 0; seed < 50; seed++) {
			final Reliability reliability = Reliability.of(PlantedConfidence
				.predictions(1 + 37 * seed, 2 + seed % 7, 3, 0.5 + seed % 4, seed));
			assertEquals(1 + 37 * seed, reliability.images());
			assertEquals(Reliability.BINS, reliability.bins().size());
			assertTrue(reliability.expectedError() >= 0 && reliability
				.expectedError() <= 1);
			for (final Reliability.Bin bin : reliability.bins())
				assertTrue(bin.count() == 0 || bin.confidence() > bin.low() - 1e-6 &&
					bin.confidence() < bin.high() + 1e-6, bin.toString());
		}
	}

	@Test
	void surelyWrongIsTheWorstAndNothingIsNoError() {
		assertEquals(1, Reliability.of(List.of(answer(1, false))).expectedError());
		assertEquals(0, Reliability.of(List.of(answer(1, true))).expectedError());
		assertEquals(0, Reliability.of(List.of()).expectedError());
	}

	@Test
	void theIntervalHoldsTheErrorAndManyImagesMakeItNarrow() {
		double last = 1;
		for (final int images : new int[] { 100, 1000, 10_000 }) {
			final CalibrationError error = CalibrationError.of(PlantedConfidence
				.predictions(images, 5, 3, 3, 1));
			assertTrue(error.interval().low() <= error.value() && error
				.value() <= error.interval().high(), error.toString());
			final double width = error.interval().high() - error.interval().low();
			assertTrue(width < last, error.toString());
			last = width;
		}
	}

	@Test
	void whatIsRightShowsWhatChanceWouldAndWhatIsWrongMore() {
		final CalibrationError right = CalibrationError.of(PlantedConfidence
			.predictions(400, 5, 3, 1, 2));
		assertEquals(right.byChance(), right.value(), 0.03);
		final CalibrationError wrong = CalibrationError.of(PlantedConfidence
			.predictions(400, 5, 3, 3, 2));
		assertTrue(wrong.value() > 3 * wrong.byChance(), wrong.toString());
		assertTrue(wrong.interval().low() > wrong.byChance(), wrong.toString());
	}

	@Test
	void imagesThatDependOnEachOtherMakeTheIntervalWider() {
		final List<LabeledPrediction> all = new ArrayList<>();
		final List<String> units = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			for (int copy = 0; copy < 20; copy++) {
				all.add(answer(0.8, i % 5 > 1));
				units.add("group " + i);
			}
		}
		final CalibrationError alone = CalibrationError.of(all);
		final CalibrationError grouped = CalibrationError.of(all, units);
		assertEquals(alone.value(), grouped.value());
		assertTrue(grouped.interval().high() - grouped.interval().low() > 2 * (alone
			.interval().high() - alone.interval().low()), alone + " " + grouped);
		assertEquals(new Interval(0, 1), CalibrationError.of(all.subList(0, 20),
			units.subList(0, 20)).interval());
		assertThrows(IllegalArgumentException.class, () -> CalibrationError.of(all,
			List.of("one")));
	}

	@Test
	void theSamePredictionsGiveTheSameNumbers() {
		final List<LabeledPrediction> predictions = PlantedConfidence.predictions(
			300, 5, 3, 2, 3);
		assertEquals(CalibrationError.of(predictions), CalibrationError.of(
			predictions));
	}
}
