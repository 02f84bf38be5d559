
package io.github.cnnclassifier.workflow.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Threshold;

/**
 * Copies of classified files that show their classes, in sub-folders like those
 * of the files. A copy that is there already is left as it is, so that a run
 * can be continued.
 */
final class LabeledFiles {

	private final Path folder;
	private final LabeledCopies copies;
	private final ClassLabels labels;
	private final Threshold threshold;

	/**
	 * @param folder of the copies
	 * @param copies writes them
	 * @param labels of the classifier
	 * @param threshold below which the class is unknown
	 */
	LabeledFiles(final Path folder, final LabeledCopies copies,
		final ClassLabels labels, final Threshold threshold)
	{
		this.folder = folder;
		this.copies = copies;
		this.labels = labels;
		this.threshold = threshold;
	}

	/**
	 * @param image an existing file
	 * @param name its path inside the searched folder
	 * @param answers for it
	 * @throws IOException if it cannot be read or the copy not be written
	 */
	void write(final Path image, final String name,
		final List<LabeledCopies.Answer> answers) throws IOException
	{
		final Path copy = folder.resolve(copyName(name));
		if (!Files.exists(copy)) copies.write(image, answers, labels, threshold,
			copy);
	}

	/** The ending is added, as a.png and a.jpg may be in one folder. */
	private String copyName(final String name) {
		return name.toLowerCase(Locale.ROOT).endsWith(copies.extension()) ? name
			: name + copies.extension();
	}
}
