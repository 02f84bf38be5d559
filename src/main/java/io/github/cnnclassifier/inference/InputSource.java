
package io.github.cnnclassifier.inference;

import java.io.IOException;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;

/** A sample that becomes one input of a network. Called on any thread. */
public interface InputSource {

	/** @return what the results call it: a relative path, a title */
	String name();

	/**
	 * @param preprocessing of the classifier
	 * @return C,H,W: what the preprocessing makes of the sample
	 * @throws IOException if it cannot be read
	 * @throws UserFailure if it does not fit the model
	 */
	float[] input(Preprocessing preprocessing) throws IOException;
}
