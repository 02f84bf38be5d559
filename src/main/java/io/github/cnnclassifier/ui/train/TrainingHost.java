
package io.github.cnnclassifier.ui.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/** What a window of training needs of the program that it is in. */
public interface TrainingHost {

	/** @return opens image files */
	ImageReader reader();

	/** @return the keys of a training in their order, with their defaults */
	List<KeyField> fields();

	/** @return the labeled images that were used last; empty if none were */
	Optional<Path> lastImages();

	/** @return the image in front; empty if there is none */
	Optional<FrontImage> frontImage();

	/**
	 * Called on a thread in the background.
	 *
	 * @param values of keys as texts; what is missing has its default
	 * @return why a training with them is impossible, a sentence; empty if
	 *         nothing is wrong
	 */
	Optional<String> objection(Map<String, String> values);

	/**
	 * @param message that may name keys, as macros have them
	 * @return the same with the labels that a person sees
	 */
	String inLabels(String message);

	/**
	 * Starts a training and returns at once.
	 *
	 * @param values of keys as texts; what is missing has its default
	 * @param cards where it is seen
	 */
	void train(Map<String, String> values, TrainingCards cards);

	/**
	 * Opens the dialog with all keys and returns at once; the window stays.
	 *
	 * @param values of keys as texts, to begin with
	 * @return why it is not opened, sentences that name what is to be mended;
	 *         empty if it is
	 */
	Optional<String> openDialog(Map<String, String> values);

	/**
	 * Shows an image by itself.
	 *
	 * @param preview what it is in
	 * @param position of the image
	 * @throws UserFailure with a reason for the user
	 * @throws IOException with a reason for the user
	 */
	void open(TrainingPreview preview, int position) throws IOException;
}
