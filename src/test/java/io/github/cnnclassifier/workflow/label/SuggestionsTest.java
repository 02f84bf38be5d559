
package io.github.cnnclassifier.workflow.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.random.SeedTree;

/** What to label next. */
class SuggestionsTest {

	private static final int CROPS = 90;

	private final int[] labels = new int[CROPS];

	/** Three clouds on a line; the middle one lies between the others. */
	private FeatureSpace line() {
		final SplittableRandom random = new SplittableRandom(5);
		final float[][] features = new float[CROPS][];
		for (int i = 0; i < CROPS; i++)
			features[i] = new float[] { (float) (10 * (i % 3) + random
				.nextGaussian()), (float) random.nextGaussian() };
		Arrays.fill(labels, LabelBook.NONE);
		return FeatureSpace.of(features, new SeedTree(1));
	}

	private Suggestions suggestions(final FeatureSpace space) {
		return Suggestions.of(space, Predicted.of(space, labels, Predicted.NOTHING),
			i -> labels[i] == LabelBook.NONE, IntStream.range(0, CROPS).filter(
				i -> labels[i] != LabelBook.NONE).toArray());
	}

	@Test
	void withoutLabelsTypicalCropsOfAllKindsComeFirst() {
		final int[] proposals = suggestions(line()).proposals();
		assertEquals(Set.of(0, 1, 2), Arrays.stream(proposals).limit(4).map(i -> i %
			3).boxed().collect(Collectors.toSet()));
	}

	@Test
	void whatLiesBetweenTwoClassesIsProposedAndNotTheSameTwice() {
		final FeatureSpace space = line();
		for (final int i : new int[] { 0, 3, 6 })
			labels[i] = 0;
		for (final int i : new int[] { 2, 5, 8 })
			labels[i] = 1;
		final int[] proposals = suggestions(space).proposals();
		assertTrue(Arrays.stream(proposals).limit(10).filter(i -> i % 3 == 1)
			.count() >= 8, Arrays.toString(proposals));
		assertEquals(proposals.length, Arrays.stream(proposals).distinct().count());
		final double between = FeatureSpace.squaredDistance(space
			.rows()[proposals[0]], space.rows()[proposals[1]]);
		final double typical = FeatureSpace.squaredDistance(space.rows()[1], space
			.rows()[4]);
		assertTrue(between > typical / 4, between + " " + typical);
	}

	@Test
	void aGroupThatNobodyHasLookedAtIsOfferedToo() {
		final FeatureSpace space = line();
		labels[0] = 0;
		labels[2] = 1;
		assertTrue(suggestions(space).groups().stream().anyMatch(group -> Arrays
			.stream(group.crops()).allMatch(i -> i % 3 == 1)));
	}

	@Test
	void groupsShareNoCropAndHaveNoneWithALabel() {
		final FeatureSpace space = line();
		for (int i = 0; i < 10; i++)
			labels[i] = i % 3;
		final int[] all = suggestions(space).groups().stream().flatMapToInt(
			group -> Arrays.stream(group.crops())).toArray();
		assertEquals(all.length, Arrays.stream(all).distinct().count());
		assertTrue(Arrays.stream(all).allMatch(i -> i >= 10));
	}
}
