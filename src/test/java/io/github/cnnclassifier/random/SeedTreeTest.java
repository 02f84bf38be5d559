
package io.github.cnnclassifier.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

class SeedTreeTest {

	/**
	 * Stored seeds must mean the same for ever. The numbers come from the formula
	 * in Python 3 integers.
	 */
	@Test
	void childrenAreTheSameInEveryVersion() {
		final SeedTree tree = new SeedTree(1);
		assertEquals(6692250272738205866L, tree.child("split").seed());
		assertEquals(-846397198931878612L, tree.child(3).seed());
		assertEquals(-8572834747502556790L, tree.child("training").child(0).seed());
	}

	@Test
	void childrenDifferByNameIndexAndParent() {
		final Set<Long> seeds = new HashSet<>();
		for (long seed = -2; seed < 3; seed++) {
			final SeedTree tree = new SeedTree(seed);
			for (int i = 0; i < 100; i++)
				seeds.add(tree.child(i).seed());
			for (final String name : new String[] { "a", "b", "ab", "ba", "aa", "" })
				seeds.add(tree.child(name).seed());
		}
		assertEquals(5 * 106, seeds.size());
	}

	@Test
	void aGeneratorStartsAnewEachTime() {
		final SeedTree tree = new SeedTree(9);
		assertEquals(tree.random().nextLong(), tree.random().nextLong());
		assertNotEquals(tree.random().nextLong(), tree.child(0).random()
			.nextLong());
	}
}
