
package io.github.cnnclassifier.command;

import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.imagej.Hosts;
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
	 * @param model that somebody is about to use: dialogs offer it first
	 */
	static void offer(final Path model) {
		remember(model, Optional.empty());
	}
}
