
package io.github.cnnclassifier.workflow.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;

/**
 * Writes copies of image files that show their classes without a change of
 * their pixels. Implementations are thread-safe.
 */
public interface LabeledCopies {

	/**
	 * An answer for a file or a part of it.
	 *
	 * @param plane 1-based plane of a stack, slices running faster than frames; 0
	 *          for an answer that is about the whole file
	 * @param prediction one probability per class
	 */
	record Answer(int plane, Prediction prediction) {
	}

	/**
	 * @param image an existing file
	 * @param answers for it, at least one
	 * @param labels of the classifier
	 * @param threshold below which the class is unknown
	 * @param copy appears whole or not at all; missing folders are made
	 * @throws IOException if the image cannot be read or the copy not be written
	 */
	void write(Path image, List<Answer> answers, ClassLabels labels,
		Threshold threshold, Path copy) throws IOException;

	/** @return what names of such files end with, for instance ".tif" */
	String extension();
}
