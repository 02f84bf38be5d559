
package io.github.cnnclassifier.workflow;

import java.util.List;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.SkippedFile;
import io.github.cnnclassifier.progress.Progress;

/** Tells the user what was found and what was left out, and why. */
public final class FoundImages {

	/** A folder full of other files must not hide all other messages. */
	private static final int MOST_LISTED = 20;

	private FoundImages() {}

	/**
	 * @param images of a data set
	 * @param progress gets the messages
	 */
	public static void tell(final LabeledImages images, final Progress progress) {
		progress.message("Found " + images.samples().size() + " images of " + images
			.labels().size() + " classes.");
		if (images.areStacksClasses()) progress.message(
			"Warning: there are no class folders, so each stack is taken as a class " +
				"and each of its planes as an image. If that is not what you want, put " +
				"the images of each class in a folder of its own.");
		tellCorrections(images, progress);
		final List<SkippedFile> skipped = images.skipped();
		skipped.stream().limit(MOST_LISTED).forEach(file -> progress.message(
			"Left out '" + file.name() + "': " + file.reason() + "."));
		if (skipped.size() > MOST_LISTED) progress.message("Left out " + (skipped
			.size() - MOST_LISTED) + " more files.");
	}

	/**
	 * @param images of a data set
	 * @param progress gets the messages, if somebody has corrected images
	 */
	static void tellCorrections(final LabeledImages images,
		final Progress progress)
	{
		images.corrections().statements().forEach(progress::message);
	}
}
