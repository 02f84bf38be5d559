
package io.github.cnnclassifier.augment;

import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * An augmentation as YAML that a person can read and edit: one line per change,
 * and what is not named is off.
 *
 * <pre>
 * preset: microscopy   # optional: what is not named is as in this preset
 * rotationDegrees: 45
 * flipVertical: false
 * blurPixels: 0.8
 * </pre>
 *
 * The entries are those of {@link Change}. Nothing in such a file can run code.
 * Thread-safe.
 */
final class AugmentationYaml {

	private static final String PRESET = "preset";

	private final String name;

	private AugmentationYaml(final String name) {
		this.name = name;
	}

	/**
	 * @param name of the file, becomes the name of the augmentation
	 * @param yaml as above
	 * @return what it says
	 * @throws UserFailure if it is no YAML, an entry is unknown or doubled, or a
	 *           value is none that the entry allows; the message names the entry
	 */
	static Augmentation read(final String name, final String yaml) {
		return new AugmentationYaml(name).read(yaml);
	}

	private Augmentation read(final String yaml) {
		if (!(parse(yaml) instanceof final Map<?, ?> entries) || entries.isEmpty())
			throw wrong("expected lines such as 'rotationDegrees: 15'");
		Augmentation result = preset(entries).as(name);
		for (final Map.Entry<?, ?> entry : entries.entrySet()) {
			if (PRESET.equals(entry.getKey())) continue;
			final Change change = change(entry.getKey());
			result = result.with(change, amount(change, entry.getValue()));
		}
		return result;
	}

	private Object parse(final String yaml) {
		final LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setMaxAliasesForCollections(0);
		try {
			return new Yaml(new SafeConstructor(options)).load(yaml);
		}
		// beside its own exceptions the parser throws whatever a value leads to
		catch (final RuntimeException e) {
			throw new UserFailure(wrong("it is not plain YAML: " + Legible.line(String
				.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip())).getMessage(),
				e);
		}
	}

	private Augmentation preset(final Map<?, ?> entries) {
		if (!entries.containsKey(PRESET)) return Augmentation.NONE;
		final Object wished = entries.get(PRESET);
		return Augmentation.PRESETS.stream().filter(p -> p.name().equals(wished))
			.findFirst().orElseThrow(() -> wrong("expected '" + PRESET +
				"' to be one of " + String.join(", ", Augmentations.names()) +
				", got '" + Legible.quote(wished) + "'"));
	}

	private Change change(final Object entry) {
		return Change.ofEntry(entry).orElseThrow(() -> wrong(
			"expected only the entries " + PRESET + ", " + String.join(", ", Change
				.entries()) + ", got '" + Legible.quote(entry) + "'"));
	}

	private double amount(final Change change, final Object value) {
		if (change.isSwitch() && value instanceof final Boolean on) return on ? 1
			: 0;
		if (!change.isSwitch() && value instanceof final Number number && change
			.allows(number.doubleValue())) return number.doubleValue();
		throw wrong("expected '" + change.entry() + "' to be " + change.allowed() +
			", got '" + Legible.quote(value) + "'");
	}

	private UserFailure wrong(final String reason) {
		return new UserFailure("The augmentation file '" + name + "' is wrong: " +
			reason + ".");
	}
}
