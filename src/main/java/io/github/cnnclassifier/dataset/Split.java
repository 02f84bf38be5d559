
package io.github.cnnclassifier.dataset;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Which content belongs to which side. Kept by content hash, so that it holds
 * when files are renamed or moved, and copies of an image share a side.
 * <p>
 * Immutable and thread-safe.
 */
public final class Split {

	private final Map<Side, List<String>> hashes;
	private final Map<String, Side> sides;
	private final List<String> warnings;

	private Split(final Map<String, Side> sides, final List<String> warnings) {
		this.sides = Map.copyOf(sides);
		this.warnings = List.copyOf(warnings);
		final Map<Side, List<String>> sorted = new EnumMap<>(Side.class);
		for (final Side side : Side.values()) {
			sorted.put(side, sides.entrySet().stream().filter(entry -> entry
				.getValue() == side).map(Map.Entry::getKey).sorted().collect(Collectors
					.toUnmodifiableList()));
		}
		hashes = Collections.unmodifiableMap(sorted);
	}

	/**
	 * Like {@link #of(List, SeedTree, SplitFractions)} with 70, 15 and 15 %.
	 *
	 * @param samples all readable samples
	 * @param seed the run's seed; the split grows its own from it
	 * @return the split
	 * @throws UserFailure as there
	 */
	public static Split of(final List<SurveyedSample> samples,
		final SeedTree seed)
	{
		return of(samples, seed, SplitFractions.DEFAULT);
	}

	/**
	 * Splits class by class. Sides that the data set declares win; without any,
	 * the fractions decide; with training but no validation declared, the
	 * validation fraction is taken from training. Copies of an image stay
	 * together: declared on several sides, they belong to test before validation
	 * before training.
	 *
	 * @param samples all readable samples, in any order
	 * @param seed the run's seed; the split grows its own from it
	 * @param fractions of each class
	 * @return every class has a training image, and a validation image where it
	 *         has two
	 * @throws UserFailure if a class has only one image or none for training
	 */
	public static Split of(final List<SurveyedSample> samples,
		final SeedTree seed, final SplitFractions fractions)
	{
		final List<ContentGroup> groups = ContentGroup.of(samples);
		final Map<String, Side> sides = new Splitting(groups).run(seed, fractions);
		return new Split(sides, new SplitWarnings(groups).of(sides));
	}

	/**
	 * @param hashes content hashes of each side, as {@link #hashes()} gave them;
	 *          a missing side is empty
	 * @return the same split again
	 * @throws IllegalArgumentException if a hash is on two sides
	 */
	public static Split ofHashes(final Map<Side, List<String>> hashes) {
		final Map<String, Side> sides = new HashMap<>();
		hashes.forEach((side, contents) -> {
			for (final String hash : contents) {
				final Side other = sides.put(hash, side);
				if (other != null && other != side) throw new IllegalArgumentException(
					"The content " + hash + " is on two sides, " + other.label() +
						" and " + side.label());
			}
		});
		return new Split(sides, List.of());
	}

	/**
	 * @param contentHash of an image
	 * @return its side; null if the split does not know the image
	 */
	public Side sideOf(final String contentHash) {
		return sides.get(contentHash);
	}

	/** @return the sorted content hashes of all three sides */
	public Map<Side, List<String>> hashes() {
		return hashes;
	}

	/**
	 * The samples of one side. A copy that the data set declares for another side
	 * than the winning one is left out, so that a declared test side stays
	 * exactly as it was declared.
	 *
	 * @param samples in any order
	 * @param side wanted
	 * @return those on this side, in the same order
	 */
	public List<SurveyedSample> select(final List<SurveyedSample> samples,
		final Side side)
	{
		final Set<String> declaredHere = samples.stream().filter(sample -> sample
			.sample().declaredSide() == side).map(SurveyedSample::contentHash)
			.collect(Collectors.toSet());
		return samples.stream().filter(sample -> sideOf(sample
			.contentHash()) == side).filter(sample -> sample.sample()
				.declaredSide() == side || !declaredHere.contains(sample.contentHash()))
			.collect(Collectors.toList());
	}

	/** @return whole sentences for the user; empty if nothing is odd */
	public List<String> warnings() {
		return warnings;
	}
}
