
package io.github.cnnclassifier.model;

/**
 * The name and shape of one weight tensor.
 *
 * @param name for instance {@code conv1.weight}
 * @param shape lengths of the axes; for a convolution out,in,kernel
 *          height,kernel width; for a dense layer in,out
 */
public record ParameterShape(String name, int... shape) {

	/**
	 * @return whether it is a running mean or variance of a batch-norm, which
	 *         follows the batches instead of a gradient
	 */
	public boolean isRunning() {
		return name.endsWith(".mean") || name.endsWith(".variance");
	}
}
