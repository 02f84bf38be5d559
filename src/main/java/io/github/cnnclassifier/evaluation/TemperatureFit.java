
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

import io.github.cnnclassifier.model.Calibration;
import io.github.cnnclassifier.model.Temperature;

/**
 * Finds the temperature at which the log loss of images that a network has not
 * learned from is lowest. Few images say little about it, so it is drawn
 * towards 1, as if its logarithm had a normal distribution with mean 0: what
 * that does fades as the images become more. Measured in docs/evaluation.md.
 */
public final class TemperatureFit {

	/** With fewer images, what is found is as often worse than 1 as better. */
	public static final int ENOUGH = 50;

	/** Standard deviation of the natural logarithm, before any image is seen. */
	private static final double SPREAD = 0.5;

	/** Temperatures of 1/20 to 20. */
	private static final double LARGEST = StrictMath.log(20);

	/** Finer steps than any number of images could tell. */
	private static final double STEPS = 1000;
	private static final double PRECISION = 1e-6;
	private static final int MOST_STEPS = 200;

	private final float[][] logits;
	private final int[] actual;

	private TemperatureFit(final List<LabeledPrediction> predictions) {
		logits = new float[predictions.size()][];
		actual = new int[predictions.size()];
		for (int i = 0; i < actual.length; i++) {
			final float[] probabilities = predictions.get(i).prediction()
				.probabilities();
			actual[i] = predictions.get(i).actual();
			logits[i] = new float[probabilities.length];
			for (int c = 0; c < probabilities.length; c++)
				logits[i][c] = (float) Temperature.logit(probabilities[c]);
		}
	}

	/**
	 * @param predictions of images that the network has not learned from
	 * @return the temperature in thousandths, so that what differs in the last
	 *         digit of a probability gives the same one
	 * @throws IllegalArgumentException if there are fewer than {@link #ENOUGH}
	 */
	public static Temperature of(final List<LabeledPrediction> predictions) {
		if (predictions.size() < ENOUGH) throw new IllegalArgumentException(
			"Expected at least " + ENOUGH + " predictions, got " + predictions
				.size());
		final TemperatureFit fit = new TemperatureFit(predictions);
		final double logarithm = new BrentOptimizer(PRECISION, PRECISION).optimize(
			new MaxEval(MOST_STEPS), GoalType.MINIMIZE, new SearchInterval(-LARGEST,
				LARGEST, 0), new UnivariateObjectiveFunction(fit::cost)).getPoint();
		return new Temperature(Math.round(StrictMath.exp(logarithm) * STEPS) /
			STEPS);
	}

	/**
	 * @param predictions of images that the network has not learned from
	 * @return the temperature, and what it brings on these images
	 * @throws IllegalArgumentException if there are fewer than {@link #ENOUGH}
	 */
	public static Calibration calibration(
		final List<LabeledPrediction> predictions)
	{
		final Temperature temperature = of(predictions);
		final List<LabeledPrediction> after = at(temperature, predictions);
		return new Calibration(temperature, predictions.size(), loss(predictions),
			loss(after), Reliability.of(predictions).expectedError(), Reliability.of(
				after).expectedError());
	}

	/**
	 * @param temperature any
	 * @param predictions of a network
	 * @return what the network would have said at that temperature
	 */
	public static List<LabeledPrediction> at(final Temperature temperature,
		final List<LabeledPrediction> predictions)
	{
		final List<LabeledPrediction> after = new ArrayList<>();
		predictions.forEach(p -> after.add(new LabeledPrediction(p.name(), p
			.actual(), temperature.applyTo(p.prediction()))));
		return after;
	}

	private static double loss(final List<LabeledPrediction> predictions) {
		return predictions.stream().mapToDouble(p -> p.prediction().crossEntropy(p
			.actual())).average().orElseThrow();
	}

	private double cost(final double logarithm) {
		final double inverse = StrictMath.exp(-logarithm);
		double cost = logarithm * logarithm / (2 * SPREAD * SPREAD);
		for (int i = 0; i < actual.length; i++)
			cost += loss(logits[i], actual[i], inverse);
		return cost;
	}

	private static double loss(final float[] logits, final int actual,
		final double inverse)
	{
		float best = logits[0];
		for (final float logit : logits)
			best = Math.max(best, logit);
		double sum = 0;
		for (final float logit : logits)
			sum += StrictMath.exp(((double) logit - best) * inverse);
		return StrictMath.log(sum) - ((double) logits[actual] - best) * inverse;
	}
}
