
package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Things by number that belong together, directly or by way of others.
 * Thread-safe; in which order they are joined makes no difference.
 */
final class Clusters {

	private final int[] parents;

	/** @param count of things, each alone at first */
	Clusters(final int count) {
		parents = new int[count];
		for (int i = 0; i < count; i++) {
			parents[i] = i;
		}
	}

	/** @return whether the two belong together already */
	synchronized boolean joined(final int a, final int b) {
		return root(a) == root(b);
	}

	synchronized void join(final int a, final int b) {
		parents[root(a)] = root(b);
	}

	/** @return the members of each cluster in order, by their first members */
	synchronized List<List<Integer>> members() {
		final Map<Integer, List<Integer>> clusters = new LinkedHashMap<>();
		for (int i = 0; i < parents.length; i++) {
			clusters.computeIfAbsent(root(i), unused -> new ArrayList<>()).add(i);
		}
		return List.copyOf(clusters.values());
	}

	private int root(final int member) {
		int i = member;
		while (parents[i] != i) {
			// halving the path keeps later ways short
			parents[i] = parents[parents[i]];
			i = parents[i];
		}
		return i;
	}
}
