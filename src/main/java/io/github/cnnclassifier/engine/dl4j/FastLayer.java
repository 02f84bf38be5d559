
package io.github.cnnclassifier.engine.dl4j;

/**
 * A layer bound to the arrays of one batch size. Its parameters are shared with
 * the same layer at other batch sizes.
 */
interface FastLayer {

	/** @return where {@link #forward} puts its result; always the same */
	Signal output();

	/**
	 * Computes the output from the input it was bound to.
	 *
	 * @param training whether dropout drops and batch-norm takes the statistics
	 *          of the batch
	 */
	void forward(boolean training);

	/**
	 * From the gradient of the output computes that of the parameters and, where
	 * the input has one, of the input. Needs a forward pass before; may spoil the
	 * gradient of the output.
	 */
	void backward();
}
