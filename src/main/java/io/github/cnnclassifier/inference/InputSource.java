
package io.github.cnnclassifier.inference;

import java.io.IOException;

import io.github.cnnclassifier.failure.UserFailure;

/** Something that becomes one input of a network. Called on any thread. */
public interface InputSource {

	/** @return what the results call it: a relative path, a title */
	String name();

	/**
	 * @return C,H,W, preprocessed
	 * @throws IOException if it cannot be read
	 * @throws UserFailure if it does not fit the model
	 */
	float[] input() throws IOException;
}
