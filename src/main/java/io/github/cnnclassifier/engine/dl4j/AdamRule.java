
package io.github.cnnclassifier.engine.dl4j;

/**
 * Adam (Kingma and Ba, 2015), with or without decoupled weight decay: a step is
 * the learning rate times the corrected mean over the root of the corrected
 * mean square plus epsilon. Both corrections are numbers of the step, so they
 * are made in the rate and in epsilon and not for each weight.
 */
record AdamRule(double meanDecay, double squareDecay, double epsilon)
		implements
			UpdateRule
{

	@Override
	public void update(final float[] values, final float[] gradient,
		final float[][] moments, final Step step)
	{
		final double correction = Math.sqrt(1 - Math.pow(squareDecay, step
			.number()));
		final float rate = (float) (step.learningRate() * correction / (1 - Math
			.pow(meanDecay, step.number())));
		final float kept = step.kept();
		final float[] mean = moments[0];
		final float[] square = moments[1];
		final float b1 = (float) meanDecay;
		final float b2 = (float) squareDecay;
		final float e = (float) (epsilon * correction);
		final float c1 = 1 - b1;
		final float c2 = 1 - b2;
		for (int i = 0; i < values.length; i++) {
			final float g = gradient[i];
			final float m = b1 * mean[i] + c1 * g + TINY - TINY;
			final float v = b2 * square[i] + c2 * g * g + TINY - TINY;
			mean[i] = m;
			square[i] = v;
			values[i] = values[i] * kept - rate * m / ((float) Math.sqrt(v) + e);
		}
	}
}
