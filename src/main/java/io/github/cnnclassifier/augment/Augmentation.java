
package io.github.cnnclassifier.augment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.failure.Legible;

/**
 * How far training images are changed at random. Immutable.
 *
 * @param name of the preset or file, for people
 * @param amounts of the changes that are made, in their order; never 0; copied
 */
public record Augmentation(String name, Map<Change, Double> amounts) {

	/** No change. */
	public static final Augmentation NONE = new Augmentation("none", Map.of());

	/**
	 * One of the presets, yet to be chosen by the training images, as
	 * {@link AutomaticAugmentation} does. Changes nothing by itself.
	 */
	public static final Augmentation AUTO = new Augmentation("auto", Map.of());

	/** Small changes without flips, safe for digits and letters. */
	public static final Augmentation LIGHT = new Augmentation("light", Map.of(
		Change.SHIFT, 0.08, Change.ROTATION, 10.0, Change.SCALE, 0.1));

	/** For what has an up and down, but no left and right. */
	public static final Augmentation MIRROR = LIGHT.as("mirror").with(
		Change.FLIP_HORIZONTAL, 1);

	/**
	 * For cells and tissue, which have no up and down and no left and right: all
	 * flips and quarter turns, and mild changes of place, exposure and noise.
	 */
	public static final Augmentation MICROSCOPY = LIGHT.as("microscopy").with(
		Change.FLIP_HORIZONTAL, 1).with(Change.FLIP_VERTICAL, 1).with(
			Change.QUARTER_TURNS, 1).with(Change.ROTATION, 15).with(Change.SHIFT,
				0.05).with(Change.BRIGHTNESS, 0.2).with(Change.CONTRAST, 0.2).with(
					Change.GAMMA, 0.2).with(Change.PHOTONS, 1000).with(Change.NOISE, 0.1);

	/**
	 * For few images of specimens without up and down: further than microscopy in
	 * everything, turned by any angle, distorted and blurred.
	 */
	public static final Augmentation STRONG = MICROSCOPY.as("strong").with(
		Change.ROTATION, 45).with(Change.SHIFT, 0.1).with(Change.SCALE, 0.2).with(
			Change.ELASTIC, 0.08).with(Change.BRIGHTNESS, 0.4).with(Change.CONTRAST,
				0.4).with(Change.GAMMA, 0.5).with(Change.PHOTONS, 100).with(
					Change.NOISE, 0.3).with(Change.BLUR, 1);

	/** All, in the order of their strength. */
	public static final List<Augmentation> PRESETS = List.of(NONE, LIGHT, MIRROR,
		MICROSCOPY, STRONG);

	/**
	 * Copies the amounts and leaves out those that are 0.
	 *
	 * @throws IllegalArgumentException if an amount is outside its range
	 */
	public Augmentation {
		final Map<Change, Double> copy = new EnumMap<>(Change.class);
		amounts.forEach((change, amount) -> {
			if (!change.allows(amount)) throw new IllegalArgumentException(
				"Expected " + change.entry() + " to be " + change.allowed() + ", got " +
					amount);
			if (amount != 0) copy.put(change, amount);
		});
		amounts = Collections.unmodifiableMap(copy);
	}

	/**
	 * @param other name
	 * @return the same changes under that name
	 */
	public Augmentation as(final String other) {
		return new Augmentation(other, amounts);
	}

	/**
	 * @param change to set
	 * @param amount 0 to leave it out, 1 for a switch that is on
	 * @return this with that amount
	 * @throws IllegalArgumentException if the amount is outside its range
	 */
	public Augmentation with(final Change change, final double amount) {
		final Map<Change, Double> changed = new LinkedHashMap<>(amounts);
		changed.put(change, amount);
		return new Augmentation(name, changed);
	}

	/**
	 * @param change any
	 * @return how far it may go, 0 if it is not made
	 */
	public double amount(final Change change) {
		return amounts.getOrDefault(change, 0.0);
	}

	/**
	 * @param change any
	 * @return whether it is made
	 */
	public boolean has(final Change change) {
		return amounts.containsKey(change);
	}

	/** @return whether images stay as they are */
	public boolean isNone() {
		return amounts.isEmpty() && !isAutomatic();
	}

	/** @return whether the training images are yet to decide */
	public boolean isAutomatic() {
		return equals(AUTO);
	}

	/**
	 * @return the changes that are made, entry and text as in a file, in their
	 *         order; all others are off
	 */
	public Map<String, String> entries() {
		final Map<String, String> entries = new LinkedHashMap<>();
		amounts.forEach((change, amount) -> entries.put(change.entry(), change.text(
			amount)));
		return entries;
	}

	/**
	 * The other way from {@link #entries()}.
	 *
	 * @param name of the preset or file
	 * @param entries the changes that are made; models of older versions have
	 *          none beside the name of a preset, which stands for its changes
	 * @return the augmentation
	 * @throws IllegalArgumentException if an entry is unknown, or a value is none
	 *           that it allows
	 */
	public static Augmentation ofEntries(final String name,
		final Map<String, String> entries)
	{
		if (entries.isEmpty()) return PRESETS.stream().filter(preset -> preset
			.name().equals(name)).findFirst().orElse(new Augmentation(name, Map
				.of()));
		final Map<Change, Double> amounts = new EnumMap<>(Change.class);
		entries.forEach((entry, text) -> {
			final Change change = Change.ofEntry(entry).orElseThrow(
				() -> new IllegalArgumentException("Expected one of the changes " +
					String.join(", ", Change.entries()) + ", got '" + Legible.quote(
						entry) + "'"));
			amounts.put(change, change.amount(text));
		});
		return new Augmentation(name, amounts);
	}
}
