
package io.github.cnnclassifier.tuning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What a study varies. What is said of the layers of a network counts only
 * where a training begins with random weights: a setting that begins elsewhere
 * does not have it.
 *
 * @param dimensions at least one, with different names; copied
 */
public record SearchSpace(List<Dimension> dimensions) {

	private static final String START = "start";
	private static final Set<String> STARTS_OF_ANY_NETWORK = Set.of("auto",
		"scratch");
	private static final Set<String> OF_A_NETWORK = Set.of("network",
		"kernelSize", "filters", "depth", "dropout");

	/** Copies the list. */
	public SearchSpace {
		dimensions = List.copyOf(dimensions);
	}

	/** @return any setting of it, all equally probable */
	Setting draw(final SplittableRandom random) {
		final Map<String, String> values = new LinkedHashMap<>();
		dimensions.forEach(d -> values.put(d.name(), d.at(random.nextDouble())));
		return sensible(values);
	}

	private static Setting sensible(final Map<String, String> values) {
		final Map<String, String> counting = new LinkedHashMap<>(values);
		if (!STARTS_OF_ANY_NETWORK.contains(values.getOrDefault(START, "auto")))
			counting.keySet().removeAll(OF_A_NETWORK);
		return new Setting(counting);
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
