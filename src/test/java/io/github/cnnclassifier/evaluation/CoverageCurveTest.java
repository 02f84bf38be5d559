
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.evaluation.CoverageCurve.Point;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.SuggestedThreshold;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.random.SeedTree;

/** What comes of saying "unknown". */
class CoverageCurveTest {

	@Test
	void aPointIsWhatTheThresholdLeaves() {
		final SplittableRandom random = new SeedTree(1).random();
		for (int seed = 0; seed < 30; seed++) {
			final List<LabeledPrediction> predictions = PlantedConfidence.predictions(
				1 + 20 * seed, 3, 2, 1, seed);
			final CoverageCurve curve = CoverageCurve.of(predictions);
			for (int i = 0; i < 20; i++) {
				final Threshold threshold = new Threshold(i == 0 ? 0 : random
					.nextDouble());
				final List<LabeledPrediction> left = predictions.stream().filter(
					p -> threshold.isMet(p.prediction())).toList();
				final Point point = curve.at(threshold);
				assertEquals(left.size(), point.answered());
				assertEquals(left.stream().filter(LabeledPrediction::correct).count(),
					point.right());
				assertEquals(predictions.size(), point.images());
			}
		}
	}

	@Test
	void thePointsGoFromAllAnswersToTheSurest() {
		final List<LabeledPrediction> predictions = new ArrayList<>(
			PlantedConfidence.predictions(500, 3, 2, 1, 5));
		Collections.reverse(predictions);
		final List<Point> points = CoverageCurve.of(predictions).points();
		assertEquals(500, points.get(0).answered());
		for (int i = 1; i < points.size(); i++) {
			assertTrue(points.get(i).threshold() > points.get(i - 1).threshold());
			assertTrue(points.get(i).answered() < points.get(i - 1).answered());
		}
		final CoverageCurve thin = new CoverageCurve(points).thinned(20);
		assertEquals(20, thin.points().size());
		assertEquals(points.get(0), thin.points().get(0));
		assertEquals(points.get(points.size() - 1), thin.points().get(19));
	}

	@ParameterizedTest
	@CsvSource({ "0.8", "0.9", "0.95", "0.99" })
	void theThresholdIsTheLowestThatIsSurelyRightOftenEnough(
		final double wished)
	{
		for (int seed = 0; seed < 20; seed++) {
			final List<LabeledPrediction> predictions = PlantedConfidence.predictions(
				2000, 3, 6, 1, seed);
			final CoverageCurve curve = CoverageCurve.of(predictions);
			final SuggestedThreshold found = curve.forAccuracy(wished).orElseThrow();
			final Point point = curve.at(found.threshold());
			assertEquals(point.accuracy(), found.accuracy());
			assertEquals(point.coverage(), found.coverage());
			assertTrue(Interval.wilson(point.right(), point.answered())
				.low() >= wished);
			for (final Point lower : curve.points())
				if (lower.answered() > point.answered()) assertTrue(Interval.wilson(
					lower.right(), lower.answered()).low() < wished);
		}
	}

	@Test
	void onOtherImagesTheAnswersAreRightAsOftenAsWishedAlmostAlways() {
		int kept = 0;
		for (int seed = 0; seed < 100; seed++) {
			final SuggestedThreshold found = CoverageCurve.of(PlantedConfidence
				.predictions(500, 4, 5, 1, seed)).forAccuracy(0.95).orElseThrow();
			if (CoverageCurve.of(PlantedConfidence.predictions(5000, 4, 5, 1, 1000 +
				seed)).at(found.threshold()).accuracy() >= 0.95) kept++;
		}
		assertTrue(kept >= 90, kept + " of 100");
	}

	@Test
	void tooFewImagesAreSureOfNothing() {
		final List<LabeledPrediction> right = new ArrayList<>();
		for (int i = 0; i < 380; i++)
			right.add(new LabeledPrediction("image", 0, new Prediction(new float[] {
				0.9f, 0.1f })));
		assertEquals(381, CoverageCurve.fewest(0.99));
		assertEquals(Optional.empty(), CoverageCurve.of(right).forAccuracy(0.99));
		right.add(right.get(0));
		final SuggestedThreshold found = CoverageCurve.of(right).forAccuracy(0.99)
			.orElseThrow();
		assertEquals(0, found.threshold().least(), "nothing speaks against any");
		assertEquals(1, found.coverage());
	}

	@Test
	void howManyImagesItTakesGrowsWithTheWish() {
		assertEquals(1, CoverageCurve.fewest(0.1));
		assertEquals(35, CoverageCurve.fewest(0.9));
		assertEquals(3838, CoverageCurve.fewest(0.999));
	}
}
