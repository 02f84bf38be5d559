
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.model.SuggestedThreshold;
import io.github.cnnclassifier.model.Threshold;

/**
 * Accuracy against coverage: what comes of saying "unknown" where a classifier
 * is not sure.
 *
 * @param points from all answers to the surest ones, one for each confidence
 *          that occurs; copied
 */
public record CoverageCurve(List<Point> points) {

	/**
	 * What comes of one threshold.
	 *
	 * @param threshold the lowest confidence that counts
	 * @param answered how many answers count
	 * @param right how many of these are right
	 * @param images how many there are in all, at least 1
	 */
	public record Point(float threshold, int answered, int right, int images) {

		/** @return share of images that get an answer, 0 to 1 */
		public double coverage() {
			return (double) answered / images;
		}

		/** @return share of answers that are right, 0 to 1; NaN without answers */
		public double accuracy() {
			return (double) right / answered;
		}

		private double surely() {
			return Interval.wilson(right, answered).low();
		}
	}

	private record Answer(float confidence, boolean correct) {
	}

	/** Copies the list. */
	public CoverageCurve {
		points = List.copyOf(points);
	}

	/**
	 * @param predictions at least one
	 * @return their curve
	 */
	public static CoverageCurve of(final List<LabeledPrediction> predictions) {
		final List<Answer> sorted = predictions.stream().map(p -> new Answer(p
			.prediction().confidence(), p.correct())).sorted(Comparator.comparing(
				Answer::confidence).reversed()).toList();
		final List<Point> points = new ArrayList<>();
		int right = 0;
		for (int i = 0; i < sorted.size(); i++) {
			final float confidence = sorted.get(i).confidence();
			if (sorted.get(i).correct()) right++;
			final boolean last = i + 1 == sorted.size();
			if (last || sorted.get(i + 1).confidence() < confidence) points.add(
				new Point(confidence, i + 1, right, sorted.size()));
		}
		Collections.reverse(points);
		return new CoverageCurve(points);
	}

	/**
	 * @param threshold any
	 * @return what comes of it; without answers if none is as sure
	 */
	public Point at(final Threshold threshold) {
		return points.stream().filter(p -> threshold.isSure(p.threshold()))
			.findFirst().orElse(new Point((float) threshold.least(), 0, 0, points.get(
				0).images()));
	}

	/**
	 * @param most how many points, at least 2
	 * @return the curve with no more points than that, evenly over its coverage
	 */
	public CoverageCurve thinned(final int most) {
		if (points.size() <= most) return this;
		final List<Point> some = new ArrayList<>();
		for (int i = 0; i < most; i++)
			some.add(points.get((int) Math.round((double) i * (points.size() - 1) /
				(most - 1))));
		return new CoverageCurve(some);
	}

	/**
	 * The lowest threshold at which the answers are right as often as wished,
	 * with 95 % confidence: by the lower end of Wilson's interval.
	 *
	 * @param wished share of right ones among the answers, above 0 and below 1
	 * @return the threshold, in the middle between the last confidence that
	 *         counts and the next lower one, and what comes of it; empty if no
	 *         threshold reaches that
	 */
	public Optional<SuggestedThreshold> forAccuracy(final double wished) {
		for (int i = 0; i < points.size(); i++) {
			final Point point = points.get(i);
			if (point.surely() < wished) continue;
			return Optional.of(new SuggestedThreshold(new Threshold(least(i)), wished,
				point.accuracy(), point.coverage(), point.images()));
		}
		return Optional.empty();
	}

	private double least(final int i) {
		if (i == 0) return 0;
		final float counts = points.get(i).threshold();
		final float below = points.get(i - 1).threshold();
		final double middle = (below + (double) counts) / 2;
		// neighbors among the floats have nothing between them
		return (float) middle > below ? middle : counts;
	}

	/**
	 * @param wished share of right ones among the answers, above 0 and below 1
	 * @return how many right answers without a wrong one it takes at least to
	 *         know that
	 */
	public static long fewest(final double wished) {
		long images = 1;
		while (Interval.wilson(images, images).low() < wished)
			images *= 2;
		long low = images / 2;
		while (images - low > 1) {
			final long middle = (low + images) / 2;
			if (Interval.wilson(middle, middle).low() < wished) low = middle;
			else images = middle;
		}
		return images;
	}
}
