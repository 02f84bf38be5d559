
package io.github.cnnclassifier.engine.dl4j;

/**
 * The arrays that a convolution in plain Java reads and writes, and its bias.
 *
 * @param x input
 * @param y output
 * @param ofX gradient of the input; null if nobody wants it
 * @param ofY gradient of the output; null without training
 * @param ofKernel gradient of the kernel; null without training
 * @param bias null for none
 */
record ConvArrays(Floats x, Floats y, Floats ofX, Floats ofY, Floats ofKernel,
		BiasPass bias)
{

	/** @param bias null for none */
	static ConvArrays of(final Signal input, final Signal output,
		final Parameter weight, final Parameter bias, final Team team,
		final Memory memory)
	{
		final Floats x = new Floats(input.value());
		final Floats y = new Floats(output.value());
		final BiasPass pass = bias == null ? null : new BiasPass(bias, output,
			team);
		if (!memory.hasGradients()) return new ConvArrays(x, y, null, null, null,
			pass);
		final Floats ofY = new Floats(output.gradient());
		final Floats ofKernel = new Floats(weight.gradient(weight.values().length));
		return new ConvArrays(x, y, input.hasGradient() ? new Floats(input
			.gradient()) : null, ofY, ofKernel, pass);
	}
}
