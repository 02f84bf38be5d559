
package io.github.cnnclassifier.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import io.github.cnnclassifier.random.SeedTree;

/**
 * Draws images that are not independent of each other: whole groups again and
 * again, as many as there are, each with all of its images. What a figure is in
 * the middle 95 % of the draws is its interval. A draw is known by its number,
 * so that the same groups give the same draws, on any number of threads.
 * <p>
 * Immutable and thread-safe.
 */
public final class GroupBootstrap {

	/** How many draws an interval is made of. */
	public static final int DRAWS = 2000;

	private static final SeedTree SEED = new SeedTree(1).child("bootstrap");
	private static final double TAIL = 0.025;
	/** Of fewer draws, the outermost 2.5 % are none. */
	private static final int FEWEST = 40;

	private final int[] unitOf;
	private final int units;

	private GroupBootstrap(final int[] unitOf, final int units) {
		this.unitOf = unitOf;
		this.units = units;
	}

	/**
	 * @param units of each image a name that it shares with those that it is not
	 *          independent of
	 * @return draws of them
	 */
	public static GroupBootstrap of(final List<String> units) {
		final Map<String, Integer> numbers = new HashMap<>();
		final int[] unitOf = units.stream().mapToInt(unit -> numbers
			.computeIfAbsent(unit, unused -> numbers.size())).toArray();
		return new GroupBootstrap(unitOf, numbers.size());
	}

	/** @return how many groups, and images that stand alone, there are */
	public int units() {
		return units;
	}

	/**
	 * @param image 0-based
	 * @return the 0-based number of its group, by the first image of each
	 */
	int unitOf(final int image) {
		return unitOf[image];
	}

	/** @return how often each group is in the draw of a 0-based number */
	int[] timesOfUnits(final int draw) {
		final int[] times = new int[units];
		final SplittableRandom random = SEED.child(draw).random();
		for (int i = 0; i < units; i++)
			times[random.nextInt(units)]++;
		return times;
	}

	/**
	 * @param timesOfUnits how often each group is in a draw
	 * @return how often each image is
	 */
	int[] timesOfImages(final int[] timesOfUnits) {
		final int[] times = new int[unitOf.length];
		for (int i = 0; i < times.length; i++)
			times[i] = timesOfUnits[unitOf[i]];
		return times;
	}

	/**
	 * For figures that are not among those of an {@link Evaluation}.
	 *
	 * @param figure gets how often each image is in a draw, by its 0-based index,
	 *          and gives a value, NaN if it has none; called on many threads
	 * @return the middle 95 % of the values; empty if too few draws have one, or
	 *         there is but one group
	 */
	public Optional<Interval> interval(final ToDoubleFunction<int[]> figure) {
		if (units < 2) return Optional.empty();
		return middle(IntStream.range(0, DRAWS).parallel().mapToDouble(
			draw -> figure.applyAsDouble(timesOfImages(timesOfUnits(draw))))
			.toArray());
	}

	/**
	 * @param values of draws; NaN where there is none
	 * @return the middle 95 % of them; empty if there are too few
	 */
	static Optional<Interval> middle(final double[] values) {
		final double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v))
			.sorted().toArray();
		if (sorted.length < FEWEST) return Optional.empty();
		final int out = (int) Math.round(TAIL * sorted.length);
		return Optional.of(new Interval(sorted[out], sorted[sorted.length - 1 -
			out]));
	}
}
