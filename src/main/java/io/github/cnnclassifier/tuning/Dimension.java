
package io.github.cnnclassifier.tuning;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What one name of a search space may be. Values are texts, as typed. */
public sealed interface Dimension {

	/** @return of the setting */
	String name();

	/**
	 * @param share 0 to below 1
	 * @return the value there, all equally dense
	 */
	String at(double share);

	/** @return a few values all over it, for a grid; each once */
	List<String> points();

	/** @return how many values there are; infinite for a continuous one */
	double count();

	/** @return all but the name, as it is written */
	String values();

	/**
	 * Numbers between two.
	 *
	 * @param name of the setting
	 * @param low the least
	 * @param high the most, above it
	 * @param logarithmic whether equal ratios are equally probable, not equal
	 *          differences; low is above 0 then
	 * @param whole whether there are whole numbers only
	 */
	record Range(String name, double low, double high, boolean logarithmic,
			boolean whole) implements Dimension
	{

		/** Of a grid: the ends and the middle. */
		private static final int POINTS = 3;

		@Override
		public String at(final double share) {
			if (!whole) return within(value(low, high, share));
			// each whole number has the same part of the range
			return Digits.text(Math.max(low, Math.min(high, Math.rint(value(low - 0.5,
				high + 0.5, share)))));
		}

		private double value(final double from, final double to,
			final double share)
		{
			return logarithmic ? from * Math.pow(to / from, share) : from + (to -
				from) * share;
		}

		private String within(final double value) {
			final String text = Digits.three(value);
			final double rounded = Double.parseDouble(text);
			if (rounded < low) return Digits.text(low);
			return rounded > high ? Digits.text(high) : text;
		}

		@Override
		public List<String> points() {
			if (whole && count() <= POINTS) return IntStream.rangeClosed((int) low,
				(int) high).mapToObj(Integer::toString).toList();
			final double middle = value(low, high, 0.5);
			return Stream.of(Digits.text(low), whole ? Digits.text(Math.rint(middle))
				: within(middle), Digits.text(high)).distinct().toList();
		}

		@Override
		public double count() {
			return whole ? high - low + 1 : Double.POSITIVE_INFINITY;
		}

		@Override
		public String values() {
			return Digits.text(low) + ".." + Digits.text(high) + (logarithmic ? " log"
				: "");
		}
	}

	/**
	 * One of a list.
	 *
	 * @param name of the setting
	 * @param choices at least one, each once; copied
	 */
	record Choices(String name, List<String> choices) implements Dimension {

		/** Copies the list. */
		public Choices {
			choices = List.copyOf(choices);
		}

		@Override
		public String at(final double share) {
			return choices.get((int) (share * choices.size()));
		}

		@Override
		public List<String> points() {
			return choices;
		}

		@Override
		public double count() {
			return choices.size();
		}

		@Override
		public String values() {
			return String.join(", ", choices);
		}
	}
}
