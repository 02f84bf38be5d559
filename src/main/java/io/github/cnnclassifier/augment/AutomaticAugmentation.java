
package io.github.cnnclassifier.augment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.cnnclassifier.random.SeedTree;

/**
 * Chooses a preset by whether images have an up and down, a left and right: the
 * meaning of {@link Augmentation#AUTO}.
 * <p>
 * Not thread-safe.
 */
public final class AutomaticAugmentation {

	/**
	 * What was chosen.
	 *
	 * @param augmentation one of the presets
	 * @param reason a whole sentence
	 */
	public record Choice(Augmentation augmentation, String reason) {
	}

	/** The signs of fewer images cannot be that improbable. */
	private static final int FEWEST_IMAGES = 12;

	private final ImageSymmetries symmetries;

	/**
	 * @param channels C of the images
	 * @param height H
	 * @param width W
	 * @param classes how many there are
	 */
	public AutomaticAugmentation(final int channels, final int height,
		final int width, final int classes)
	{
		symmetries = new ImageSymmetries(channels, height, width, classes);
	}

	/**
	 * @param chw an image of the training side as the network sees it; only read
	 * @param label 0-based label index
	 */
	public void add(final float[] chw, final int label) {
		symmetries.add(chw, label);
	}

	/**
	 * @param seed of the run
	 * @return {@code microscopy} if turned and mirrored images look like the
	 *         others, {@code mirror} if only those mirrored left to right do,
	 *         else {@code light}, also for too few images to tell
	 */
	public Choice choose(final SeedTree seed) {
		if (symmetries.images() < FEWEST_IMAGES) return choice(Augmentation.LIGHT,
			symmetries.images() +
				" training images are too few to tell whether they " +
				"have an up and down");
		final Map<Mirroring, Asymmetry> found = symmetries.measure(seed.child(
			"symmetries"));
		final List<Mirroring> different = found.entrySet().stream().filter(
			entry -> entry.getValue().isReal()).map(Map.Entry::getKey).toList();
		if (different.isEmpty()) return choice(Augmentation.MICROSCOPY,
			"turned and mirrored, the training images look like the others (least " +
				"alike when " + most(found) + ")");
		final String how = " (most different when " + most(found) + ")";
		if (!different.contains(Mirroring.LEFT_RIGHT)) return choice(
			Augmentation.MIRROR,
			"the training images have an up and down, but look " +
				"alike when mirrored left to right" + how);
		return choice(Augmentation.LIGHT,
			"the training images have a left and right" + how);
	}

	private static Choice choice(final Augmentation augmentation,
		final String reason)
	{
		return new Choice(augmentation, "Augmentation " + augmentation.name() +
			", chosen by the images: " + reason +
			". Decide otherwise with augmentation=" + Augmentations.others(
				augmentation) + ".");
	}

	/** The mirroring that shows most, with its figures. */
	private static String most(final Map<Mirroring, Asymmetry> found) {
		final Map.Entry<Mirroring, Asymmetry> most = found.entrySet().stream().max(
			Comparator.comparingDouble(entry -> entry.getValue().share()))
			.orElseThrow();
		return String.format(Locale.ROOT,
			"%s: p = %.3f, %.0f %% of the difference is common to a class", most
				.getKey().text(), most.getValue().chance(), 100 * Math.max(0, most
					.getValue().share()));
	}
}
