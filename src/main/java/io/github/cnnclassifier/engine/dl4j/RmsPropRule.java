
package io.github.cnnclassifier.engine.dl4j;

/** Gradients divided by the root of their mean square. */
record RmsPropRule(double squareDecay, double epsilon) implements UpdateRule {

	@Override
	public void update(final float[] values, final float[] gradient,
		final float[][] moments, final Step step)
	{
		final float rate = (float) step.learningRate();
		final float[] square = moments[0];
		final float kept = (float) squareDecay;
		final float added = 1 - kept;
		final float e = (float) epsilon;
		for (int i = 0; i < values.length; i++) {
			final float g = gradient[i];
			final float v = kept * square[i] + added * g * g + TINY - TINY;
			square[i] = v;
			values[i] -= rate * g / ((float) Math.sqrt(v) + e);
		}
	}
}
