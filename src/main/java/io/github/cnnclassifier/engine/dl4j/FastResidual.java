
package io.github.cnnclassifier.engine.dl4j;

import static io.github.cnnclassifier.engine.dl4j.NativeOp.arrays;

/**
 * relu(body(x) + shortcut(x)), or without the relu, N,H,W,C. The sum replaces
 * the output of the body; body and shortcut share the gradient of their
 * outputs.
 */
final class FastResidual implements FastLayer {

	private final FastChain body;
	private final FastChain shortcut;
	private final NativeOp sum;
	private final FastLayer relu;
	private NativeOp addGradients;

	/**
	 * @param relu of the body's output, in place; null for none
	 * @param body neither first nor last layer in place; writes the gradient of
	 *          the input
	 * @param shortcut its output has the gradient of the body's output
	 * @param branch the input of the shortcut: the value of {@code input}, and a
	 *          gradient of its own where {@code input} has one
	 */
	FastResidual(final FastLayer relu, final Signal input, final FastChain body,
		final FastChain shortcut, final Signal branch)
	{
		this.relu = relu;
		this.body = body;
		this.shortcut = shortcut;
		final Signal out = body.output();
		sum = new NativeOp("add", arrays(out.value(), shortcut.output().value()),
			arrays(out.value()));
		if (input.hasGradient()) addGradients = new NativeOp("add", arrays(input
			.gradient(), branch.gradient()), arrays(input.gradient()));
	}

	@Override
	public Signal output() {
		return body.output();
	}

	@Override
	public void forward(final boolean training) {
		body.forward(training);
		shortcut.forward(training);
		sum.run();
		if (relu != null) relu.forward(training);
	}

	@Override
	public void backward() {
		if (relu != null) relu.backward();
		shortcut.backward();
		body.backward();
		if (addGradients != null) addGradients.run();
	}
}
