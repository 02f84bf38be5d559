
package io.github.cnnclassifier.command;

import java.nio.file.Path;
import java.util.Optional;

import ij.IJ;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.ui.ModelUse;
import io.github.cnnclassifier.workflow.models.RecentModels;

/**
 * What becomes of a model that a command has trained: dialogs offer it first,
 * and the list of models knows it, wherever it is.
 */
final class TrainedModels {

	private TrainedModels() {}

	/**
	 * Remembers it where somebody sees it; runs without a display leave no trace
	 * beside their outputs.
	 *
	 * @param model the file
	 * @param images what it learned from; empty if that is not known here
	 */
	static void remember(final Path model, final Optional<Path> images) {
		if (!Hosts.hasWindow()) return;
		final RecentModels recent = RecentModels.ofUser();
		images.ifPresentOrElse(learnedFrom -> recent.trained(model, learnedFrom),
			() -> recent.used(model));
	}

	/**
	 * As by a click in the menu, so that it is recorded like one; the dialog
	 * offers this model first.
	 *
	 * @param model that somebody wants to use
	 * @param use what for
	 */
	static void use(final Path model, final ModelUse use) {
		remember(model, Optional.empty());
		IJ.doCommand(switch (use) {
			case IMAGE -> ClassifyImageCommand.LABEL;
			case ROIS -> ClassifyRoisCommand.LABEL;
			case FOLDER -> ClassifyFolderCommand.LABEL;
		});
	}
}
