
package io.github.cnnclassifier.workflow.train;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.evaluation.SignFlips;
import io.github.cnnclassifier.training.BestBy;
import io.github.cnnclassifier.training.ValidationAnswers;

/**
 * Whether the training of all layers has made a model clearly worse than its
 * new last layer alone: told by the validation images whose answers changed.
 *
 * @param before share of images that were right with the last layer alone;
 *          where classes count equally, the mean of their shares
 * @param after the same with all layers
 * @param perClass whether classes count equally
 * @param isWorse whether it went down by more than chance
 */
record HeadOrAll(double before, double after, boolean perClass,
		boolean isWorse)
{

	private static final double ROUNDING = 1e-9;

	/**
	 * @param head what was said with the last layer alone
	 * @param all what is said with all layers, in any order
	 * @param by what counts in this training
	 * @param split tells which images are not independent of each other
	 */
	static HeadOrAll of(final ValidationAnswers head,
		final Iterable<LabeledPrediction> all, final BestBy by, final Split split)
	{
		final Map<String, Boolean> right = new HashMap<>();
		all.forEach(answer -> right.put(answer.name(), answer.correct()));
		final boolean perClass = by == BestBy.BALANCED_ACCURACY ||
			by == BestBy.MACRO_F1;
		final double[] weights = weights(head.samples(), perClass);
		final Map<String, Double> changes = new LinkedHashMap<>();
		double before = 0;
		double after = 0;
		for (int i = 0; i < head.size(); i++) {
			final double weight = weights[head.actual(i)];
			final double was = head.isRight(i) ? weight : 0;
			// an image that cannot be read any more has not changed
			final double is = right.getOrDefault(head.samples().name(i), head.isRight(
				i)) ? weight : 0;
			before += was;
			after += is;
			changes.merge(split.unitOf(head.samples().contentHash(i)), is - was,
				Double::sum);
		}
		return new HeadOrAll(before, after, perClass, SignFlips.isClearlyDown(
			changes.values().stream().mapToDouble(change -> change).toArray()));
	}

	/** @return what an image of each class adds to the figure if it is right */
	private static double[] weights(final SampleList samples,
		final boolean perClass)
	{
		final int[] counts = samples.classCounts();
		int classes = 0;
		for (final int count : counts)
			if (count > 0) classes++;
		final double[] weights = new double[counts.length];
		for (int c = 0; c < counts.length; c++)
			weights[c] = 1.0 / (perClass ? (double) classes * counts[c] : samples
				.size());
		return weights;
	}

	/**
	 * @param unfreeze as it was asked for
	 * @return whether the model of all layers is kept
	 */
	boolean keepsAll(final Unfreeze unfreeze) {
		return unfreeze != Unfreeze.AUTO || !isWorse;
	}

	/** @return what was found, and what comes of it, a sentence */
	String statement(final Unfreeze unfreeze) {
		return String.format(Locale.ROOT,
			"With the last layer alone %.0f %% of the validation images were right%s, " +
				"with all layers trained %.0f %%: %s.", 100 * before, perClass
					? " in the mean over classes" : "", 100 * after, keepsAll(unfreeze)
						? "all layers are kept" + (unfreeze == Unfreeze.AUTO &&
							after < before - ROUNDING ? ", since that may be chance" : "")
						: "the last layer alone is kept");
	}
}
