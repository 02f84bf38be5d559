
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.model.Calibration;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Temperature;

/** Confidence that is wrong by a known factor is found and mended. */
class TemperatureFitTest {

	private static double error(final List<LabeledPrediction> predictions) {
		return Reliability.of(predictions).expectedError();
	}

	@ParameterizedTest
	@CsvSource({ "3,4,3", "3,4,2", "10,8,3", "10,3,3", "5,2,0.5", "10,8,0.3" })
	void aConfidenceThatIsWrongByAFactorIsRightOnOtherImagesAfterwards(
		final int classes, final double spread, final double factor)
	{
		final Temperature found = TemperatureFit.of(PlantedConfidence.predictions(
			3000, classes, spread, factor, 1));
		assertEquals(factor, found.value(), 0.12 * factor);
		final List<LabeledPrediction> others = PlantedConfidence.predictions(10_000,
			classes, spread, factor, 2);
		final double before = error(others);
		final double after = error(TemperatureFit.at(found, others));
		assertTrue(before > 0.03, "planted: " + before);
		assertTrue(after < 0.02, "found: " + after);
	}

	@Test
	void aConfidenceThatIsRightStays() {
		assertEquals(1, TemperatureFit.of(PlantedConfidence.predictions(3000, 5, 3,
			1, 3)).value(), 0.06);
	}

	/** What it brings in the mean, not in the luckiest case. */
	@ParameterizedTest
	@CsvSource({ "50,3", "50,0.3", "100,2", "200,3" })
	void fewImagesBringPartOfIt(final int images, final double factor) {
		double before = 0;
		double after = 0;
		for (int seed = 0; seed < 20; seed++) {
			final Temperature found = TemperatureFit.of(PlantedConfidence.predictions(
				images, 4, 3, factor, seed));
			assertTrue(factor > 1 == found.value() > 1, found.toString());
			final List<LabeledPrediction> others = PlantedConfidence.predictions(3000,
				4, 3, factor, 1000 + seed);
			before += error(others) / 20;
			after += error(TemperatureFit.at(found, others)) / 20;
		}
		assertTrue(after < 0.6 * before, before + " -> " + after);
	}

	@Test
	void fewImagesDoNoHarmWhereNothingIsWrong() {
		double worst = 0;
		double mean = 0;
		for (int seed = 0; seed < 40; seed++) {
			final Temperature found = TemperatureFit.of(PlantedConfidence.predictions(
				TemperatureFit.ENOUGH, 4, 3, 1, seed));
			final double after = error(TemperatureFit.at(found, PlantedConfidence
				.predictions(3000, 4, 3, 1, 1000 + seed)));
			worst = Math.max(worst, after);
			mean += after / 40;
		}
		assertTrue(mean < 0.045 && worst < 0.1, mean + ", worst " + worst);
	}

	@Test
	void noWrongAnswerIsNoReasonToBeSureOfEverything() {
		final List<LabeledPrediction> right = new ArrayList<>();
		for (int i = 0; i < 60; i++)
			right.add(new LabeledPrediction("image " + i, 0, new Prediction(
				new float[] { 0.9f, 0.1f })));
		final Temperature found = TemperatureFit.of(right);
		assertTrue(found.value() > 0.3 && found.value() < 1, found.toString());
	}

	@Test
	void aCalibrationTellsWhatItBrought() {
		final List<LabeledPrediction> predictions = PlantedConfidence.predictions(
			2000, 5, 3, 3, 4);
		final Calibration calibration = TemperatureFit.calibration(predictions);
		assertEquals(2000, calibration.images());
		assertEquals(TemperatureFit.of(predictions), calibration.temperature());
		assertTrue(calibration.lossAfter() < calibration.lossBefore());
		assertTrue(calibration.errorAfter() < calibration.errorBefore());
		assertEquals(error(predictions), calibration.errorBefore());
		assertEquals(error(TemperatureFit.at(calibration.temperature(),
			predictions)), calibration.errorAfter());
	}

	@Test
	void noTemperatureIsBetterOnManyImages() {
		final List<LabeledPrediction> predictions = PlantedConfidence.predictions(
			5000, 5, 3, 2, 5);
		final double found = TemperatureFit.of(predictions).value();
		final double best = loss(predictions, found);
		for (double other = 0.3; other < 6; other *= 1.05)
			assertTrue(loss(predictions, other) > best - 1e-4, other + ", found " +
				found);
	}

	private static double loss(final List<LabeledPrediction> predictions,
		final double temperature)
	{
		return TemperatureFit.at(new Temperature(temperature), predictions).stream()
			.mapToDouble(p -> p.prediction().crossEntropy(p.actual())).average()
			.orElseThrow();
	}

	/** So that a second run on the same machine divides by the same number. */
	@Test
	void whatDiffersInTheLastDigitOfAProbabilityGivesTheSameTemperature() {
		final List<LabeledPrediction> predictions = PlantedConfidence.predictions(
			500, 5, 3, 2, 6);
		final List<LabeledPrediction> others = predictions.stream().map(
			p -> new LabeledPrediction(p.name(), p.actual(), new Prediction(nudged(p
				.prediction().probabilities())))).toList();
		assertEquals(TemperatureFit.of(predictions), TemperatureFit.of(others));
	}

	private static float[] nudged(final float[] probabilities) {
		final float[] nudged = probabilities.clone();
		for (int i = 0; i < nudged.length; i += 2)
			nudged[i] = Math.nextUp(nudged[i]);
		return nudged;
	}

	@Test
	void tooFewImagesAreRefused() {
		final List<LabeledPrediction> few = PlantedConfidence.predictions(
			TemperatureFit.ENOUGH - 1, 3, 3, 3, 7);
		assertThrows(IllegalArgumentException.class, () -> TemperatureFit.of(few));
	}
}
