
package io.github.cnnclassifier.dataset.source;

import java.util.Locale;
import java.util.Map;

/** The words by which folders and lists name the sides of a split. */
final class SideNames {

	private static final Map<String, Side> SIDES = Map.of("train", Side.TRAINING,
		"training", Side.TRAINING, "val", Side.VALIDATION, "valid", Side.VALIDATION,
		"validation", Side.VALIDATION, "test", Side.TEST);

	private SideNames() {}

	/** @return the side, whatever the case of the word; null if it is none */
	static Side side(final String word) {
		return SIDES.get(word.toLowerCase(Locale.ROOT));
	}
}
