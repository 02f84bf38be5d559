
package io.github.cnnclassifier.engine.dl4j;

/** Gradient descent with Nesterov momentum. */
record SgdRule(double momentum) implements UpdateRule {

	@Override
	public void update(final float[] values, final float[] gradient,
		final float[][] moments, final Step step)
	{
		final float rate = (float) step.learningRate();
		final float[] velocity = moments[0];
		final float share = (float) momentum;
		for (int i = 0; i < values.length; i++) {
			final float g = gradient[i];
			final float v = share * velocity[i] + g + TINY - TINY;
			velocity[i] = v;
			values[i] -= rate * (g + share * v);
		}
	}
}
