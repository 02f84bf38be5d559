
package io.github.cnnclassifier.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where the figures of an evaluation lie, at 95 %: found by drawing groups.
 * What is always right, or always wrong, gets Wilson's interval of as many
 * groups as it rests on, since draws of it tell nothing. Immutable.
 */
public final class FigureIntervals {

	/** A pass over one image for one class is a step. */
	private static final long MOST_STEPS = 4_000_000_000L;

	private static final int FEWEST_DRAWS = 200;

	/** Of more, nobody reads the figures one by one. */
	private static final int MOST_CLASSES = 1000;

	private final int units;
	private final Map<Figure, Optional<Interval>> overall;
	private final Map<ClassFigure, List<Optional<Interval>>> ofClasses;

	private FigureIntervals(final int units,
		final Map<Figure, Optional<Interval>> overall,
		final Map<ClassFigure, List<Optional<Interval>>> ofClasses)
	{
		this.units = units;
		this.overall = overall;
		this.ofClasses = ofClasses;
	}

	/**
	 * @param figures of draws
	 * @param all figures of all images
	 * @param bootstrap draws
	 */
	static FigureIntervals of(final DrawnFigures figures, final FigureValues all,
		final GroupBootstrap bootstrap)
	{
		final int classes = all.rocAreas().length;
		final Figure[] kinds = Figure.values();
		final ClassFigure[] classKinds = ClassFigure.values();
		final int shown = classes > MOST_CLASSES ? 0 : classes;
		final double[][] overall = new double[kinds.length][GroupBootstrap.DRAWS];
		final double[][] ofClasses = new double[classKinds.length *
			shown][GroupBootstrap.DRAWS];
		final int withAreas = drawsWithAreas((long) classes * all.figures().n());
		IntStream.range(0, GroupBootstrap.DRAWS).parallel().forEach(draw -> {
			final FigureValues drawn = figures.of(bootstrap.timesOfUnits(draw),
				draw < withAreas);
			for (int k = 0; k < kinds.length; k++)
				overall[k][draw] = kinds[k].of(drawn);
			for (int k = 0; k < classKinds.length; k++)
				for (int c = 0; c < shown; c++)
					ofClasses[k * shown + c][draw] = classKinds[k].of(drawn, c);
		});
		final Map<Figure, Optional<Interval>> intervals = new EnumMap<>(
			Figure.class);
		for (int k = 0; k < kinds.length; k++)
			intervals.put(kinds[k], interval(kinds[k].of(all), kinds[k].lowest(),
				bootstrap.units(), overall[k]));
		final Map<ClassFigure, List<Optional<Interval>>> classIntervals =
			new EnumMap<>(ClassFigure.class);
		for (int k = 0; k < classKinds.length; k++) {
			final int kind = k;
			final int[] rests = figures.unitsOf(classKinds[k]);
			classIntervals.put(classKinds[k], IntStream.range(0, classes).mapToObj(
				c -> shown == 0 ? Optional.<Interval> empty() : interval(
					classKinds[kind].of(all, c), 0, rests[c], ofClasses[kind * shown +
						c])).toList());
		}
		return new FigureIntervals(bootstrap.units(), intervals, classIntervals);
	}

	/** So that many images of many classes do not take minutes. */
	private static int drawsWithAreas(final long scores) {
		if (scores > DrawnFigures.MOST_SCORES) return 0;
		return (int) Math.max(FEWEST_DRAWS, Math.min(GroupBootstrap.DRAWS,
			MOST_STEPS / scores));
	}

	private static Optional<Interval> interval(final double value,
		final double lowest, final int units, final double[] draws)
	{
		if (Double.isNaN(value)) return Optional.empty();
		final boolean bounded = !Double.isNaN(lowest);
		if (bounded && (value == 1 || value == 0 && lowest == 0)) return Optional
			.of(Interval.wilson(Math.round(value * units), units));
		if (units == 1) return bounded ? Optional.of(new Interval(lowest, 1))
			: Optional.empty();
		return GroupBootstrap.middle(draws);
	}

	/** @return how many groups, and images that stand alone, were drawn from */
	public int units() {
		return units;
	}

	/**
	 * @param figure of all images
	 * @return where it lies; empty if it is not defined, or of a loss if all
	 *         images are of one group
	 */
	public Optional<Interval> of(final Figure figure) {
		return overall.get(figure);
	}

	/**
	 * @param figure of a class
	 * @param label 0-based
	 * @return where it lies; empty if it is not defined
	 */
	public Optional<Interval> of(final ClassFigure figure, final int label) {
		return ofClasses.get(figure).get(label);
	}
}
