
package io.github.cnnclassifier.training;

import java.util.SplittableRandom;

/**
 * Blends each image of a batch with another one of it, and their labels alike
 * (Zhang et al., 2018). The network learns that between two images lies what is
 * between their classes.
 */
final class Mixup {

	private Mixup() {}

	/**
	 * @param batch with shares
	 * @param alpha of the beta distribution, above 0
	 * @param random of this batch alone
	 * @return a new batch; the weight of a blend is that of its parts, so that
	 *         the loss is the blend of both weighted losses
	 */
	static Batch of(final Batch batch, final int classes, final double alpha,
		final SplittableRandom random)
	{
		final double share = beta(alpha, random);
		final int[] partners = EpochOrder.shuffled(batch.count(), random);
		final float[] inputs = blended(batch.inputs(), partners, share);
		if (batch.weights() == null) return new Batch(inputs, batch.labels(),
			blended(batch.shares(), partners, share), null, batch.count());
		final float[] weights = blended(batch.weights(), partners, share);
		final float[] weighted = batch.shares().clone();
		for (int i = 0; i < weighted.length; i++)
			weighted[i] *= batch.weights()[i / classes];
		final float[] shares = blended(weighted, partners, share);
		for (int i = 0; i < shares.length; i++)
			shares[i] /= weights[i / classes];
		return new Batch(inputs, batch.labels(), shares, weights, batch.count());
	}

	private static float[] blended(final float[] rows, final int[] partners,
		final double share)
	{
		final int size = rows.length / partners.length;
		final float own = (float) share;
		final float other = 1 - own;
		final float[] blended = new float[rows.length];
		for (int n = 0; n < partners.length; n++) {
			final int from = partners[n] * size;
			for (int i = 0; i < size; i++)
				blended[n * size + i] = own * rows[n * size + i] + other * rows[from +
					i];
		}
		return blended;
	}

	/**
	 * After Joehnk, 1964, in logarithms, since for a small alpha both numbers may
	 * be too small for a double.
	 *
	 * @param alpha both parameters, above 0, at most 1
	 * @return 0 to 1
	 */
	static double beta(final double alpha, final SplittableRandom random) {
		while (true) {
			final double x = Math.log(1 - random.nextDouble()) / alpha;
			final double y = Math.log(1 - random.nextDouble()) / alpha;
			if (Math.exp(x) + Math.exp(y) > 1) continue;
			final double largest = Math.max(x, y);
			final double ofX = Math.exp(x - largest);
			return ofX / (ofX + Math.exp(y - largest));
		}
	}
}
