
package io.github.cnnclassifier.tuning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What a study varies. What is said of the layers of a network counts only
 * where a training begins with random weights, what is said of epochs only
 * where there are any: a setting that begins elsewhere does not have it.
 *
 * @param dimensions at least one, with different names; copied
 * @param fixed keys that are the same in all settings which have no other value
 *          of them, as far as they are known; copied
 */
public record SearchSpace(List<Dimension> dimensions,
		Map<String, String> fixed)
{

	/** The key that says where a training begins. */
	public static final String START = "start";

	/** The key that says how much of a parent may change. */
	public static final String UNFREEZE = "unfreeze";

	private static final String AUTO = "auto";
	private static final String SCRATCH = "scratch";
	private static final String HEAD = "head";
	private static final Set<String> OF_A_NETWORK = Set.of("network",
		"kernelSize", "filters", "depth", "dropout");
	/** Without meaning where the last layer alone is fitted. */
	private static final Set<String> OF_EPOCHS = Set.of("learningRate",
		"batchSize", "epochs", "optimizer", "weightDecay", "momentum", "schedule",
		"labelSmoothing", "mixup");

	/** Copies list and map. */
	public SearchSpace {
		dimensions = List.copyOf(dimensions);
		fixed = Map.copyOf(fixed);
	}

	/** With nothing known to be fixed. */
	public SearchSpace(final List<Dimension> dimensions) {
		this(dimensions, Map.of());
	}

	/**
	 * @param same keys that are the same in all settings
	 * @return this space, which knows them
	 */
	public SearchSpace with(final Map<String, String> same) {
		return new SearchSpace(dimensions, same);
	}

	/**
	 * @param names of dimensions, not all of them
	 * @return this space without them
	 */
	public SearchSpace without(final Collection<String> names) {
		return new SearchSpace(dimensions.stream().filter(d -> !names.contains(d
			.name())).toList(), fixed);
	}

	/** @return whether it varies the layers of a network */
	public boolean variesNetwork() {
		return dimensions.stream().anyMatch(d -> OF_A_NETWORK.contains(d.name()));
	}

	/** @return the names of the dimensions that mean nothing in any setting */
	public List<String> withoutEffect() {
		return dimensions.stream().map(Dimension::name).filter(name -> points(START)
			.stream().noneMatch(start -> points(UNFREEZE).stream().anyMatch(
				unfreeze -> counts(name, start, unfreeze)))).toList();
	}

	private List<String> points(final String name) {
		return dimensions.stream().filter(d -> d.name().equals(name)).findFirst()
			.map(Dimension::points).orElse(List.of(fixed.getOrDefault(name, AUTO)));
	}

	/** Where a training begins that is left to choose, anything may count. */
	private static boolean counts(final String name, final String start,
		final String unfreeze)
	{
		if (start.equals(AUTO)) return true;
		if (start.equals(SCRATCH)) return !name.equals(UNFREEZE);
		return !OF_A_NETWORK.contains(name) && !(unfreeze.equals(HEAD) && OF_EPOCHS
			.contains(name));
	}

	/** @return any setting of it, all equally probable */
	Setting draw(final SplittableRandom random) {
		final Map<String, String> values = new LinkedHashMap<>();
		dimensions.forEach(d -> values.put(d.name(), d.at(random.nextDouble())));
		return sensible(values);
	}

	private Setting sensible(final Map<String, String> values) {
		final Map<String, String> counting = new LinkedHashMap<>(values);
		final String start = value(START, values);
		final String unfreeze = value(UNFREEZE, values);
		counting.keySet().removeIf(name -> !counts(name, start, unfreeze));
		return new Setting(counting);
	}

	private String value(final String name, final Map<String, String> values) {
		return values.getOrDefault(name, fixed.getOrDefault(name, AUTO));
	}

	/** @return how many settings a grid has */
	double gridSize() {
		return dimensions.stream().mapToDouble(d -> d.points().size()).reduce(1, (a,
			b) -> a * b);
	}

	/**
	 * @return all settings of the grid, each once; call only if they are not too
	 *         many
	 */
	List<Setting> grid() {
		List<Setting> grid = List.of(Setting.DEFAULT);
		for (final Dimension dimension : dimensions) {
			final List<Setting> longer = new ArrayList<>();
			for (final Setting setting : grid) {
				for (final String value : dimension.points()) {
					final Map<String, String> values = new LinkedHashMap<>(setting
						.values());
					values.put(dimension.name(), value);
					longer.add(new Setting(values));
				}
			}
			grid = longer;
		}
		return grid.stream().map(s -> sensible(s.values())).distinct().toList();
	}

	/** @return how many different settings there are; may be infinite */
	public double count() {
		return dimensions.stream().mapToDouble(Dimension::count).reduce(1, (a,
			b) -> a * b);
	}

	/** @return one line that {@link SpaceText} reads as the same */
	@Override
	public String toString() {
		return dimensions.stream().map(d -> d.name() + ": " + d.values()).collect(
			Collectors.joining("; "));
	}
}
