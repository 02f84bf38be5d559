
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.cnnclassifier.archive.KeptTraining;
import io.github.cnnclassifier.archive.ModelFileStore;
import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/**
 * A training that may have been interrupted, as far as can be told by what it
 * left beside its model: for whoever has much to do before a training of their
 * own.
 *
 * @param model the file that a training writes
 */
public record InterruptedTraining(Path model) {

	/** @return whether one can go on, or is still running */
	public boolean isThere() {
		return Files.isRegularFile(ResumeFile.of(model));
	}

	/**
	 * @param request of a training
	 * @return whether the one that is there was asked for like this, wherever the
	 *         images are; groups are not looked at
	 * @throws UserFailure if what is kept of it cannot be read
	 */
	public boolean isOf(final TrainClassifier.Request request) {
		return isLike(kept(), request);
	}

	/**
	 * @param request of a training
	 * @param groups the rule by which its images are grouped
	 * @return whether the one that is there is this one; where images and resized
	 *         ones lie does not count
	 * @throws UserFailure if what is kept of it cannot be read
	 */
	public boolean isOf(final TrainClassifier.Request request,
		final String groups)
	{
		final KeptTraining kept = kept();
		return kept.images().groups().equals(groups) && isLike(kept, request);
	}

	/**
	 * Finds out early what a new training would complain about.
	 *
	 * @param overwrite whether an existing model may be replaced, and a training
	 *          that was interrupted be dropped
	 * @throws WrongUsage if the file exists and is no model
	 * @throws UserFailure if it cannot be written, or something may not be
	 *           replaced
	 * @throws IOException if the disk fails
	 */
	public void requireReplaceable(final boolean overwrite) throws IOException {
		ModelFileStore.requireWritable(model, overwrite);
		TrainingFile.requireNone(model, overwrite);
	}

	private KeptTraining kept() {
		return ResumeFile.read(ResumeFile.of(model));
	}

	private static boolean isLike(final KeptTraining kept,
		final TrainClassifier.Request request)
	{
		return new RequestEntries(kept.request()).isLike(request);
	}
}
