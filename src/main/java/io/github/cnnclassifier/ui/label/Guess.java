
package io.github.cnnclassifier.ui.label;

import java.util.Optional;

import io.github.cnnclassifier.workflow.label.Crop;
import io.github.cnnclassifier.workflow.label.CropState;

/** The class that a crop without a label most likely has. */
final class Guess {

	private Guess() {}

	/**
	 * @return what is predicted, else what its folder or table says; empty if
	 *         neither says anything
	 */
	static Optional<String> of(final Crop crop, final CropState state) {
		return state.predicted().or(() -> Optional.of(crop.folderClass()).filter(
			label -> !label.isEmpty()));
	}
}
