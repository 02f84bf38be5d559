
package io.github.cnnclassifier.workflow;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.archive.ClassifierDescription;
import io.github.cnnclassifier.dataset.Side;
import io.github.cnnclassifier.dataset.Split;
import io.github.cnnclassifier.failure.UserFailure;

/** The split that a model remembers. */
final class StoredSplit {

	private StoredSplit() {}

	/**
	 * @throws UserFailure if a model of an early version stores it in a form in
	 *           which no image can be recognized: what it learned from would be
	 *           taken for unseen
	 */
	static Split of(final ClassifierDescription description) {
		final Map<String, List<String>> stored = description.training().dataset()
			.split();
		final Map<Side, List<String>> hashes = new EnumMap<>(Side.class);
		for (final Side side : Side.values()) {
			hashes.put(side, stored.getOrDefault(side.label(), List.of()));
		}
		final Split split = Split.ofHashes(hashes);
		if (!split.knowsContents()) throw new UserFailure(
			"Expected a model that tells which images it was trained on, got one of " +
				"an early version, '" + description.name() +
				"', that has them in a form which is no longer known. It classifies " +
				"as before; train it again to evaluate it or to keep its split.");
		return split;
	}
}
