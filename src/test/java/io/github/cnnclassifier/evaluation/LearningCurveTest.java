
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/** What more images would bring, told of trainings whose law is known. */
class LearningCurveTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("a", "b"));
	private static final int[] IMAGES = { 100, 200, 400, 800 };

	/**
	 * Trainings that err as a law says, give or take.
	 *
	 * @param law error of a number of images
	 * @param noise standard deviation of trainings
	 * @param heldOut how many images judge
	 * @param repeats of each number
	 */
	private static List<TrainedPart> trainings(final IntToDoubleFunction law,
		final double noise, final int heldOut, final int repeats,
		final Random random, final int... images)
	{
		final double[] hardness = random.doubles(heldOut).toArray();
		final List<TrainedPart> parts = new ArrayList<>();
		for (int step = 0; step < images.length; step++)
			for (int repeat = 1; repeat <= repeats; repeat++) {
				final double error = law.applyAsDouble(images[step]) + noise * random
					.nextGaussian();
				final List<LabeledPrediction> predictions = new ArrayList<>();
				for (int i = 0; i < heldOut; i++)
					predictions.add(new LabeledPrediction("image " + i, i % 2,
						new Prediction(hardness[i] < error == (i % 2 == 0) ? new float[] {
							0.1f, 0.9f } : new float[] { 0.9f, 0.1f })));
				parts.add(new TrainedPart(step + 1, repeat, images[step],
					new EvaluationResult(LABELS, predictions)));
			}
		return parts;
	}

	private static LearningCurve curve(final List<TrainedPart> parts) {
		return new LearningCurve(parts, name -> name);
	}

	private static double power(final double images) {
		return 0.02 + 1.5 * Math.pow(images, -0.5);
	}

	@Test
	void theLawThatMadeThePointsIsFound() {
		final double[] images = { 100, 200, 400, 800 };
		final double[] errors = new double[4];
		for (int i = 0; i < 4; i++)
			errors[i] = power(images[i]);
		final PowerLaw law = PowerLaw.fit(images, errors, new double[] { 1, 2, 3,
			4 });
		assertEquals(power(1600), law.at(1600), 1e-3);
		assertEquals(power(3200), law.at(3200), 2e-3);
	}

	@Test
	void neitherFloorNorScaleIsBelowZero() {
		final double[] images = { 100, 200, 400, 800 };
		final double[] ones = { 1, 1, 1, 1 };
		final PowerLaw rising = PowerLaw.fit(images, new double[] { 0.1, 0.2, 0.3,
			0.4 }, ones);
		assertEquals(0, rising.scale());
		assertEquals(0.25, rising.at(1600), 1e-9);
		final PowerLaw steep = PowerLaw.fit(images, new double[] { 0.4, 0.1, 0.01,
			0 }, ones);
		assertTrue(steep.floor() >= 0 && steep.at(1e9) >= 0);
	}

	@Test
	void aClearCurveIsForecast() {
		final LearningCurve curve = curve(trainings(LearningCurveTest::power, 0.002,
			4000, 3, new Random(1), IMAGES));
		assertEquals(2, curve.forecasts().size());
		final LearningCurve.Forecast twice = curve.forecasts().get(0);
		assertEquals(1600, twice.images());
		assertEquals(1 - power(1600), twice.accuracy(), 0.01);
		assertTrue(twice.interval().low() < twice.accuracy() && twice.interval()
			.high() > twice.accuracy());
		assertEquals(LearningCurveVerdict.Kind.WORTHWHILE, curve.verdict().kind(),
			curve.verdict().text());
		assertTrue(curve.verdict().text().contains("With twice as many images " +
			"(1600) it is expected to be 0.9"), curve.verdict().text());
	}

	@Test
	void theTruthIsWithinMostIntervals() {
		int twice = 0;
		int four = 0;
		final int all = 40;
		for (int seed = 0; seed < all; seed++) {
			final LearningCurve curve = curve(trainings(LearningCurveTest::power,
				0.008, 400, 3, new Random(seed), IMAGES));
			final List<LearningCurve.Forecast> forecasts = curve.unchecked();
			if (isIn(forecasts.get(0).interval(), 1 - power(1600))) twice++;
			if (isIn(forecasts.get(1).interval(), 1 - power(3200))) four++;
		}
		assertTrue(twice >= 0.9 * all, twice + " of " + all);
		assertTrue(four >= 0.9 * all, four + " of " + all);
	}

	private static boolean isIn(final Interval interval, final double value) {
		return interval.low() <= value && value <= interval.high();
	}

	@Test
	void aCurveThatIsFlatIsAPlateau() {
		final LearningCurve curve = curve(trainings(n -> 0.05 + 20.0 / n / n, 0.001,
			5000, 4, new Random(2), IMAGES));
		assertEquals(LearningCurveVerdict.Kind.PLATEAU, curve.verdict().kind(),
			curve.verdict().text());
	}

	private static String unknown(final List<TrainedPart> parts) {
		final LearningCurve curve = curve(parts);
		assertEquals(LearningCurveVerdict.Kind.UNKNOWN, curve.verdict().kind(),
			curve.verdict().text());
		assertEquals(List.of(), curve.forecasts());
		assertTrue(curve.law().isEmpty());
		return curve.verdict().text();
	}

	@Test
	void threeNumbersOfImagesAreTooFew() {
		assertTrue(unknown(trainings(LearningCurveTest::power, 0.002, 1000, 3,
			new Random(1), 100, 200, 400)).contains("takes at least 4 numbers of " +
				"images, and there are 3"));
	}

	@Test
	void oneTrainingOfANumberIsTooFew() {
		assertTrue(unknown(trainings(LearningCurveTest::power, 0.002, 1000, 1,
			new Random(1), IMAGES)).contains("Set repeats=3."));
	}

	@Test
	void whatIsAlwaysRightHasAnIntervalAndNoForecast() {
		final List<TrainedPart> parts = trainings(n -> -1, 0, 40, 3, new Random(1),
			IMAGES);
		assertTrue(unknown(parts).contains(
			"every held-out image is right already"));
		assertEquals(Interval.wilson(40, 40), curve(parts).steps().get(3)
			.interval());
	}

	@Test
	void aSingleGroupOfHeldOutImagesSaysNothingOfOthers() {
		final LearningCurve curve = new LearningCurve(trainings(
			LearningCurveTest::power, 0.002, 1000, 3, new Random(1), IMAGES),
			name -> "mouse");
		assertTrue(curve.verdict().text().contains("of a single group"), curve
			.verdict().text());
		assertEquals(List.of(), curve.forecasts());
	}

	@Test
	void noiseIsNoCurve() {
		final String text = unknown(trainings(n -> 0.3, 0.1, 40, 2, new Random(4),
			IMAGES));
		assertTrue(text.contains("no more than noise") || text.contains(
			"forecasts reach from"), text);
	}

	@Test
	void whatIsNoBetterThanGuessingSaysNothingOfTheFallOfErrors() {
		assertTrue(unknown(trainings(n -> n < 500 ? 0.6 : 0.3, 0, 1000, 3,
			new Random(1), IMAGES)).contains("with only 1 of the numbers of images"));
	}

	@Test
	void theSameTrainingsGiveTheSameForecast() {
		final List<TrainedPart> parts = trainings(LearningCurveTest::power, 0.005,
			500, 3, new Random(1), IMAGES);
		assertEquals(curve(parts).forecasts(), curve(parts).forecasts());
	}

	@Test
	void groupsWidenTheIntervals() {
		final List<TrainedPart> parts = trainings(LearningCurveTest::power, 0.002,
			1000, 3, new Random(1), IMAGES);
		final LearningCurve alone = curve(parts);
		// the hard images are of the same groups
		final LearningCurve grouped = new LearningCurve(parts, name -> String
			.valueOf(parts.get(0).result().predictions().get(Integer.parseInt(name
				.substring(6))).correct()) + Integer.parseInt(name.substring(6)) % 3);
		assertTrue(width(grouped) > 1.5 * width(alone), width(grouped) + " and " +
			width(alone));
	}

	private static double width(final LearningCurve curve) {
		final Interval interval = curve.steps().get(3).interval();
		return interval.high() - interval.low();
	}
}
