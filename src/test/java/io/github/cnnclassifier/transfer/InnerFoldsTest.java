
package io.github.cnnclassifier.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.random.SeedTree;

class InnerFoldsTest {

	private static final int ANY_NUMBER = 100_000;

	private static InnerFolds folds(final int[] labels,
		final IntFunction<String> unit, final int most)
	{
		return new InnerFolds(labels, IntStream.range(0, labels.length).mapToObj(
			unit).toList(), most, new SeedTree(7));
	}

	private static int[] labels(final int images, final int classes) {
		return IntStream.range(0, images).map(i -> i % classes).toArray();
	}

	@Test
	void eachImageIsLeftOutOnceAndEachFoldHasTheSamePartOfEachClass() {
		final int[] labels = labels(90, 3);
		final InnerFolds folds = folds(labels, Integer::toString, ANY_NUMBER);
		assertEquals(5, folds.count());
		final int[] times = new int[90];
		for (int fold = 0; fold < 5; fold++) {
			final int[] ofClass = new int[3];
			for (final int image : folds.leftOut(fold)) {
				times[image]++;
				ofClass[labels[image]]++;
				assertFalse(folds.isLearned(image, fold));
			}
			assertArrayEquals(new int[] { 6, 6, 6 }, ofClass);
		}
		assertTrue(Arrays.stream(times).allMatch(n -> n == 1));
	}

	@Test
	void whatBelongsTogetherIsLeftOutTogether() {
		final int[] labels = labels(120, 2);
		final InnerFolds folds = folds(labels, i -> "group " + i / 8, ANY_NUMBER);
		for (int fold = 0; fold < folds.count(); fold++) {
			final Set<Integer> groups = new HashSet<>();
			for (final int image : folds.leftOut(fold))
				groups.add(image / 8);
			assertEquals(8 * groups.size(), folds.leftOut(fold).length);
			for (int image = 0; image < 120; image++)
				assertEquals(!groups.contains(image / 8), folds.isLearned(image, fold));
		}
	}

	/** The second class is one group, the third one image. */
	@Test
	void aClassInOnePieceIsLearnedInEachFold() {
		final int[] labels = { 0, 0, 0, 0, 0, 0, 1, 1, 1, 2 };
		final InnerFolds folds = folds(labels, i -> labels[i] == 1 ? "one" : "" + i,
			ANY_NUMBER);
		for (int fold = 0; fold < folds.count(); fold++) {
			for (int image = 6; image < 10; image++)
				assertTrue(folds.isLearned(image, fold));
			assertTrue(Arrays.stream(folds.leftOut(fold)).allMatch(i -> i < 6));
		}
	}

	@Test
	void whereEachClassIsInOnePieceThereAreNoFolds() {
		assertEquals(0, folds(new int[] { 0, 1, 2 }, Integer::toString, ANY_NUMBER)
			.count());
		assertEquals(0, folds(labels(40, 2), i -> "group " + i % 2, ANY_NUMBER)
			.count());
		assertEquals(0, folds(labels(40, 2), i -> "all", ANY_NUMBER).count());
	}

	/** 20 images of one class, 2000 of the other, in groups of 100. */
	@Test
	void ofVeryManyImagesRareClassesStayAndGroupsAreMixed() {
		final int[] labels = new int[2020];
		Arrays.fill(labels, 20, 2020, 1);
		final InnerFolds folds = folds(labels, i -> i < 20 ? "" + i : "group " + i /
			100, 220);
		assertEquals(220, folds.images());
		final Set<Integer> groups = new HashSet<>();
		int rare = 0;
		for (int image = 0; image < 2020; image++) {
			final boolean looked = folds.isLearned(image, 0) || folds.isLearned(image,
				1);
			if (looked && image < 20) rare++;
			else if (looked) groups.add(image / 100);
		}
		assertEquals(20, rare);
		assertEquals(21, groups.size());
		// ten times as many of the large class are behind each
		assertArrayEquals(new float[] { 1, 20 }, folds.scaled(new float[] { 1, 2 }),
			1e-5f);
	}

	@Test
	void theSameSeedGivesTheSameFolds() {
		final List<InnerFolds> both = List.of(folds(labels(500, 7),
			Integer::toString, 100), folds(labels(500, 7), Integer::toString, 100));
		for (int fold = 0; fold < 5; fold++)
			assertArrayEquals(both.get(0).leftOut(fold), both.get(1).leftOut(fold));
	}
}
