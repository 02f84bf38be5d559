
package io.github.cnnclassifier.training;

import java.util.SplittableRandom;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * Whether the labels that a network learns are softer than one class with all
 * certainty.
 *
 * @param labelSmoothing share of each label that is spread evenly over all
 *          classes, 0 to below 1; 0 for none (Szegedy et al., 2016)
 * @param mixup how much images of a batch are blended in pairs, together with
 *          their labels: both parameters of the beta distribution from which
 *          the share of one of the two is drawn for each batch, 0 to 1; 0 for
 *          none (Zhang et al., 2018)
 */
public record SoftLabels(double labelSmoothing, double mixup) {

	/** Labels as they are. */
	public static final SoftLabels NONE = new SoftLabels(0, 0);

	/** @throws WrongUsage if a number is out of its range */
	public SoftLabels {
		if (!(labelSmoothing >= 0 && labelSmoothing < 1)) throw new WrongUsage(
			"Expected labelSmoothing from 0 (none) to below 1, found " +
				labelSmoothing + ".");
		if (!(mixup >= 0 && mixup <= 1)) throw new WrongUsage(
			"Expected mixup from 0 (none) to 1, found " + mixup + ".");
	}

	/** @return whether labels stay as they are */
	public boolean areNone() {
		return labelSmoothing == 0 && mixup == 0;
	}

	/**
	 * @param batch with labels
	 * @param classes how many there are
	 * @param random of this batch alone
	 * @return the batch with targets, if labels are not to stay as they are
	 */
	Batch applyTo(final Batch batch, final int classes,
		final SplittableRandom random)
	{
		if (areNone()) return batch;
		final Batch mixed = mixup == 0 ? batch.withShares(classes) : Mixup.of(batch
			.withShares(classes), classes, mixup, random);
		final float[] smooth = mixed.shares().clone();
		for (int i = 0; i < smooth.length; i++)
			smooth[i] = (float) ((1 - labelSmoothing) * smooth[i] + labelSmoothing /
				classes);
		return new Batch(mixed.inputs(), mixed.labels(), smooth, mixed.weights(),
			mixed.count());
	}
}
