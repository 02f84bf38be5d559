
package io.github.cnnclassifier.ui.train;

import java.io.IOException;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.EvaluationVerdict;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.ui.ModelUse;
import io.github.cnnclassifier.workflow.EvaluatedImages;

/**
 * What can be done with a model that was just trained. Each may take long and
 * is called on a thread in the background; each may throw a {@link UserFailure}
 * or an {@link IOException}, whose message is shown.
 */
public interface ResultActions {

	/** A side of the images. */
	enum Side {

			/** It told which epochs are better. */
			VALIDATION,

			/** Nothing was learned or chosen with it. */
			TEST
	}

	/**
	 * How good the model is on one side.
	 *
	 * @param side of the images
	 * @param verdict in words
	 * @param result predictions and figures
	 */
	record Judged(Side side, EvaluationVerdict verdict, EvaluationResult result) {
	}

	/**
	 * Evaluates the model on the hidden images, the first time it is called.
	 *
	 * @return how good it is
	 */
	Judged onHiddenImages() throws IOException;

	/**
	 * Looks for images; reads none of them.
	 *
	 * @param side of the images; hidden ones must have been evaluated
	 * @return those behind the numbers, which are read one by one when somebody
	 *         looks at them
	 */
	EvaluatedImages images(Side side) throws IOException;

	/**
	 * Shows images and lets a person correct their classes.
	 *
	 * @param side of the images; hidden ones must have been evaluated
	 * @param choice those that are shown first
	 */
	void showImages(Side side, ImageChoice choice) throws IOException;

	/** Asks for predictions of a cross-validation and shows their images. */
	void showOutOfFold() throws IOException;

	/**
	 * Opens the dialog of a command with the model in it.
	 *
	 * @param use of the model
	 */
	void use(ModelUse use) throws IOException;

	/**
	 * Writes a report and opens it.
	 *
	 * @return what to tell
	 */
	String report() throws IOException;

	/**
	 * @return a paragraph for the methods section of a paper, of the hidden
	 *         images if they were evaluated
	 */
	String methods() throws IOException;

	/**
	 * Begins another training of the same images with what was corrected.
	 *
	 * @return what to tell
	 */
	String trainAgain() throws IOException;
}
