
package io.github.cnnclassifier.workflow.tune;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.cnnclassifier.augment.Augmentations;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.model.Adjustments;
import io.github.cnnclassifier.model.Architectures;
import io.github.cnnclassifier.training.ClassBalance;
import io.github.cnnclassifier.training.Optimizers;
import io.github.cnnclassifier.training.Schedules;
import io.github.cnnclassifier.tuning.Dimension;
import io.github.cnnclassifier.tuning.Parameter;
import io.github.cnnclassifier.tuning.SearchSpace;
import io.github.cnnclassifier.tuning.Setting;
import io.github.cnnclassifier.tuning.SpaceText;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.Unfreeze;

/**
 * Which keys of a training can be searched, and the space that is searched if
 * nobody names another.
 */
public final class TunedKeys {

	/** Stands for the default space. */
	public static final String AUTO = "auto";

	/**
	 * What matters most with any start, around what is chosen without a search.
	 * Why each is in it: docs/tuning.md.
	 */
	private static final String DEFAULT_SPACE =
		"learningRate: 0.0005..0.008 log; batchSize: 8, 16, 32, 64; " +
			"size: 0, 48, 64, 96; augmentation: auto, strong; " +
			"weightDecay: 0.001..0.1 log";

	/** Width and height in one. */
	private static final String SIZE = "size";
	private static final int SMALLEST_SIDE = 8;
	private static final int LARGEST_SIDE = 1024;
	private static final String START = "start";
	/** What cannot be said of a parent. */
	private static final Set<String> LAYERS = Set.of("kernelSize", "filters",
		"depth", "dropout");

	private static final List<Parameter> ALL = List.of(Parameter.number(
		"learningRate", 1e-6, 1), Parameter.whole("batchSize", 0, 4096), Parameter
			.whole("epochs", 0, 10_000), Parameter.word("optimizer", v -> Optimizers
				.parse(v, Optimizers.AUTO, Optimizers.AUTO)), Parameter.number(
					"weightDecay", 0, 1), Parameter.number("momentum", 0, 0.999),
		Parameter.word("schedule", Schedules::parse), Parameter.number(
			"labelSmoothing", 0, 0.9), Parameter.number("mixup", 0, 1), Parameter
				.word("classBalance", ClassBalance::parse), Parameter.word(
					"augmentation", Augmentations::forTraining), Parameter
						.wholeOrAutomatic(SIZE, SMALLEST_SIDE, LARGEST_SIDE), Parameter
							.word("resize", InputOverrides::parseResize), Parameter.word(
								"normalization", TunedKeys::requireNormalization), Parameter
									.word(START, StartChoice::parse), Parameter.word("unfreeze",
										Unfreeze::parse), Parameter.word("network",
											Architectures::resolve), Parameter.word("kernelSize",
												TunedKeys::requireKernel), Parameter.whole("filters", 1,
													4096), Parameter.whole("depth", 1,
														Adjustments.MOST_STAGES), Parameter.number(
															"dropout", 0, 0.9));

	private TunedKeys() {}

	/** @return all that may stand in a space */
	public static List<Parameter> all() {
		return ALL;
	}

	/**
	 * @param text {@link #AUTO}, a YAML file that ends with {@code .yaml} or
	 *          {@code .yml}, or the space itself in one line
	 * @return the space
	 * @throws WrongUsage if the text is wrong
	 * @throws io.github.cnnclassifier.failure.UserFailure if the file cannot be
	 *           read or is wrong
	 */
	public static SearchSpace space(final String text) {
		final SpaceText reader = new SpaceText(ALL);
		if (text.strip().equals(AUTO)) return reader.parse(DEFAULT_SPACE);
		final String lower = text.strip().toLowerCase(Locale.ROOT);
		if (!lower.endsWith(".yaml") && !lower.endsWith(".yml")) return reader
			.parse(text);
		try {
			return reader.read(Path.of(text.strip()));
		}
		catch (final InvalidPathException e) {
			throw new WrongUsage(
				"Expected a search space with a name that this system allows for a " +
					"file, found '" + Legible.quote(text) + "'.");
		}
	}

	/**
	 * @param setting any of a space
	 * @return the keys of a training that it stands for, with their values
	 */
	public static Map<String, String> keys(final Setting setting) {
		final Map<String, String> keys = new LinkedHashMap<>();
		setting.values().forEach((name, value) -> {
			if (name.equals(SIZE)) {
				keys.put("width", value);
				keys.put("height", value);
			}
			else keys.put(name, value);
		});
		return keys;
	}

	/**
	 * @param space what is varied
	 * @return for each start that a trial may have the keys that go with it, so
	 *         that what no trial could ever do is found before any is made
	 */
	static List<Map<String, String>> starts(final SearchSpace space) {
		final Map<String, String> layers = new LinkedHashMap<>();
		for (final Dimension dimension : space.dimensions()) {
			// where it varies, the space itself keeps layers and start apart
			if (dimension.name().equals(START)) return dimension.points().stream()
				.map(start -> Map.of(START, start)).toList();
			if (LAYERS.contains(dimension.name())) layers.put(dimension.name(),
				dimension.points().get(0));
		}
		return List.of(layers);
	}

	private static void requireNormalization(final String value) {
		if (!value.equals(InputOverrides.AUTO)) Normalization.parse(value);
	}

	/** A range would have even ones in it. */
	private static void requireKernel(final String value) {
		try {
			final int pixels = Integer.parseInt(value);
			new Adjustments(pixels, Adjustments.UNCHANGED, Adjustments.UNCHANGED,
				Adjustments.UNCHANGED_DROPOUT);
		}
		catch (final NumberFormatException e) {
			throw new WrongUsage(
				"Expected kernelSize to be a list of odd numbers such as 3, 5, 7, " +
					"found '" + Legible.quote(value) + "'.");
		}
	}
}
