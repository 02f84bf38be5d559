
package io.github.cnnclassifier.dataset.split;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.source.Side;

/** How many contents of each class should validate and test. */
final class SplitQuotas {

	private final Map<String, Integer> sizes;
	private final Map<String, Integer> validation = new HashMap<>();
	private final Map<String, Integer> test = new HashMap<>();

	private SplitQuotas(final Map<String, Integer> sizes) {
		this.sizes = sizes;
	}

	/**
	 * @param units all
	 * @param declared whether the data set declares sides: then nothing is taken
	 *          for the test
	 * @param fractions of each class
	 */
	static SplitQuotas of(final List<SplitUnit> units, final boolean declared,
		final SplitFractions fractions)
	{
		final Map<String, Integer> sizes = new HashMap<>();
		units.stream().filter(u -> u.declaredSide() == null || u
			.declaredSide() == Side.TRAINING).forEach(u -> u.counts().forEach((label,
				count) -> sizes.merge(label, count, Integer::sum)));
		final SplitQuotas quotas = new SplitQuotas(sizes);
		sizes.forEach((label, size) -> {
			final int toValidate = Math.min(size - 1, Math.max(1, share(size,
				fractions.validation())));
			quotas.validation.put(label, toValidate);
			quotas.test.put(label, declared ? 0 : Math.min(size - 1 - toValidate,
				share(size, fractions.test())));
		});
		return quotas;
	}

	private static int share(final int size, final double fraction) {
		return (int) Math.round(size * fraction);
	}

	/** @return how many contents of a class there are to divide */
	int size(final String label) {
		return sizes.getOrDefault(label, 0);
	}

	int of(final Side side, final String label) {
		final int toValidate = validation.getOrDefault(label, 0);
		final int toTest = test.getOrDefault(label, 0);
		if (side == Side.TRAINING) return size(label) - toValidate - toTest;
		return side == Side.VALIDATION ? toValidate : toTest;
	}

	/** @return by how much the counts come nearer to the quotas */
	int gain(final SplitUnit unit, final Side side, final SideCounts counts) {
		return unit.counts().entrySet().stream().mapToInt(e -> {
			final int missing = of(side, e.getKey()) - counts.of(side, e.getKey());
			return Math.abs(missing) - Math.abs(missing - e.getValue());
		}).sum();
	}
}
