
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;

/**
 * Makes the layers that each way of computing does in its own way, bound to the
 * arrays of one run. Signals are N,H,W,C or N,F; a bias is null for none.
 */
interface Operations {

	/**
	 * @param channels of the input
	 * @return whether this first convolution of a network takes its input as
	 *         patches, to be multiplied by {@link #dense}
	 */
	boolean takesPatches(Conv conv, int channels);

	/**
	 * @return whether this convolution is done by {@link #dense} as a product of
	 *         all pixels with a matrix
	 */
	boolean isProduct(Conv conv);

	FastLayer conv(Conv conv, Signal input, Signal output, Parameter weight,
		Parameter bias);

	FastLayer depthwise(DepthwiseConv conv, Signal input, Signal output,
		Parameter weight, Parameter bias);

	/** @param input R,I */
	FastLayer dense(Signal input, Signal output, Parameter weight,
		Parameter bias);

	/** With the statistics of the batch while training. */
	FastLayer norm(Signal input, Signal output, NormParameters parameters,
		CurrentStep current);

	/** With the stored statistics always; learns nothing. */
	FastLayer fixedNorm(Signal input, Signal output, NormParameters parameters);

	FastLayer maxPool(Signal input, Signal output, int size, int stride);

	FastLayer averagePool(Signal input, Signal output, int height, int width,
		int stride);

	/** In place. */
	FastLayer relu(Signal signal);

	/** In place. */
	FastLayer leakyRelu(Signal signal, double slope);

	FastLayer elu(Signal input, Signal output);

	FastLayer silu(Signal input, Signal output);

	FastLayer gelu(Signal input, Signal output);
}
