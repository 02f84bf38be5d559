
package io.github.cnnclassifier.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far two people agree who have labeled the same images.
 *
 * @param images how many
 * @param agreed how many of them have the same label
 * @param kappa after Cohen (1960), not weighted: 1 for full agreement, 0 for
 *          that of chance; NaN if both have used but one label, the same one
 * @param interval of kappa at 95 %, from draws of whole groups; empty where it
 *          cannot be told
 */
public record RaterAgreement(int images, int agreed, double kappa,
		Optional<Interval> interval)
{

	/**
	 * @param classes how many labels there are
	 * @param first 0-based label of each image by the first one; at least one
	 * @param second the same by the second one
	 * @param units of each image a name that it shares with those that it is not
	 *          independent of
	 * @return how far they agree
	 * @throws IllegalArgumentException if the numbers of images differ, or there
	 *           is none
	 */
	public static RaterAgreement of(final int classes, final int[] first,
		final int[] second, final List<String> units)
	{
		if (first.length == 0 || first.length != second.length ||
			first.length != units.size()) throw new IllegalArgumentException(
				"Labels of " + first.length + " and " + second.length + " images of " +
					units.size());
		final int[] once = new int[first.length];
		Arrays.fill(once, 1);
		final ClassCounts counts = counts(classes, first, second, once);
		final double kappa = kappa(counts);
		final int agreed = (int) counts.correct();
		if (Double.isNaN(kappa)) return new RaterAgreement(first.length, agreed,
			kappa, Optional.empty());
		return new RaterAgreement(first.length, agreed, kappa,
			agreed == first.length ? full(counts) : GroupBootstrap.of(units).interval(
				times -> kappa(counts(classes, first, second, times))));
	}

	/** Draws of what always agrees tell nothing: Wilson's interval does. */
	private static Optional<Interval> full(final ClassCounts counts) {
		final double n = counts.total();
		double chance = 0;
		for (int c = 0; c < counts.classes(); c++)
			chance += counts.actual(c) / n * (counts.predicted(c) / n);
		final double low = Interval.wilson(counts.correct(), counts.total()).low();
		return Optional.of(new Interval((low - chance) / (1 - chance), 1));
	}

	private static ClassCounts counts(final int classes, final int[] first,
		final int[] second, final int[] times)
	{
		final ClassCounts counts = new ClassCounts(classes);
		for (int i = 0; i < first.length; i++)
			if (times[i] > 0) counts.add(first[i], second[i], times[i]);
		return counts;
	}

	private static double kappa(final ClassCounts counts) {
		final Agreement agreement = Agreement.of(counts);
		return agreement.kappaDefined() ? agreement.kappa() : Double.NaN;
	}
}
