
package io.github.cnnclassifier.evaluation;

import java.util.Locale;

/**
 * Whether more images are worth the work, in words.
 *
 * @param kind in a word
 * @param text whole sentences
 */
public record LearningCurveVerdict(Kind kind, String text) {

	/** What comes out. */
	public enum Kind {

			/** Nothing can be told. */
			UNKNOWN("unknown"),

			/** More images make it better, beyond doubt. */
			WORTHWHILE("worthwhile"),

			/** They may. */
			POSSIBLE("possible"),

			/** They hardly do. */
			PLATEAU("plateau");

		private final String label;

		Kind(final String label) {
			this.label = label;
		}

		/** @return for scripts; permanent */
		public String label() {
			return label;
		}
	}

	/** A wider forecast is none. */
	private static final double WIDEST = 0.2;
	/** Of accuracy; less is not worth twice as many images. */
	private static final double WORTH = 0.005;
	/** Of accuracy; four times as many images that bring less bring little. */
	private static final double LITTLE = 0.01;

	/** @return whether there is a forecast */
	boolean canTell() {
		return kind != Kind.UNKNOWN;
	}

	static LearningCurveVerdict of(final LearningCurve curve) {
		final LearningCurve.Step last = curve.steps().get(curve.steps().size() - 1);
		final String measured = String.format(Locale.ROOT,
			"With all %.0f training images the accuracy on %d held-out images is " +
				"%.4f (95 %% interval %.4f to %.4f; %s).", last.images(), curve
					.heldOut(), last.accuracy(), last.interval().low(), last.interval()
						.high(), last.repeats() == 1 ? "one training" : "mean of " + last
							.repeats() + " trainings");
		final String why = reason(curve);
		if (!why.isEmpty()) return new LearningCurveVerdict(Kind.UNKNOWN, measured +
			" What more images would bring cannot be told: " + why);
		final LearningCurve.Forecast twice = curve.unchecked().get(0);
		final LearningCurve.Forecast four = curve.unchecked().get(1);
		final String forecast = measured + " " + told(twice,
			"With twice as many images") + " " + told(four,
				"With four times as many");
		if (four.gain().high() < LITTLE) return new LearningCurveVerdict(
			Kind.PLATEAU, forecast + " More images of the same kind bring little; " +
				"better labels, images of other kinds or another network may bring " +
				"more.");
		return twice.gain().low() >= WORTH ? new LearningCurveVerdict(
			Kind.WORTHWHILE, forecast + " More images are worth the work.")
			: new LearningCurveVerdict(Kind.POSSIBLE, forecast +
				" More images may help, but that is not beyond doubt.");
	}

	private static String told(final LearningCurve.Forecast forecast,
		final String begin)
	{
		return String.format(Locale.ROOT,
			"%s (%.0f) it is expected to be %.4f (%.4f to %.4f), a gain of %.4f to " +
				"%.4f.", begin, forecast.images(), forecast.accuracy(), forecast
					.interval().low(), forecast.interval().high(), forecast.gain().low(),
			forecast.gain().high());
	}

	/** @return why nothing can be told; empty if something can */
	private static String reason(final LearningCurve curve) {
		if (curve.steps().size() < LearningCurve.FEWEST_STEPS)
			return "that takes at least " + LearningCurve.FEWEST_STEPS +
				" numbers of images, and there are " + curve.steps().size() +
				". Set steps=" + LearningCurve.FEWEST_STEPS + ", or add images.";
		if (curve.repeats() < LearningCurve.FEWEST_REPEATS)
			return "a number of images was trained with only once, so that nobody " +
				"knows how much trainings differ. Set repeats=3.";
		if (curve.units() < 2)
			return "the held-out images are of a single group, so that nobody knows " +
				"how much groups differ. Add groups.";
		if (curve.steps().get(curve.steps().size() - 1).accuracy() == 1)
			return "every held-out image is right already. More of them, or harder " +
				"ones, show the errors that are left.";
		if (curve.telling() < LearningCurve.FEWEST_STEPS) return String.format(
			Locale.ROOT, "with only %d of the numbers of images the accuracy is " +
				"above %.4f, the share of the most frequent class. Add images.", curve
					.telling(), curve.guessing());
		final Interval rise = curve.rise();
		final Interval four = curve.unchecked().get(1).interval();
		final double width = four.high() - four.low();
		if (rise.low() <= 0 && width > WIDEST / 2) return String.format(Locale.ROOT,
			"from the fewest to all images the accuracy rises by %.4f to %.4f, which " +
				"is no more than noise. More repeats, and more held-out images, show " +
				"more.", rise.low(), rise.high());
		if (width > WIDEST) return String.format(Locale.ROOT,
			"forecasts reach from %.4f to %.4f with four times as many images. More " +
				"repeats, more steps and more held-out images narrow that.", four.low(),
			four.high());
		return "";
	}
}
