
package io.github.cnnclassifier.dataset.inspect;

/**
 * The cheapest of all classifiers: how often each bin of a cue occurs in each
 * class, all classes as probable as each other and the numbers of a cue
 * independent (naive Bayes). Each image is predicted from those of other folds.
 */
final class CueModel {

	/** As if half an image of each class were in each bin. */
	private static final double SMOOTHING = 0.5;

	private final CueValues values;
	private final int classes;
	private final int[] folds;
	private final int foldCount;

	/**
	 * @param values of the images
	 * @param classes how many there are
	 * @param folds 0-based fold of each image
	 * @param foldCount how many folds there are
	 */
	CueModel(final CueValues values, final int classes, final int[] folds,
		final int foldCount)
	{
		this.values = values;
		this.classes = classes;
		this.folds = folds;
		this.foldCount = foldCount;
	}

	/**
	 * @param labels 0-based class of each image
	 * @return the mean recall of the classes that have images
	 */
	double balancedAccuracy(final int[] labels) {
		final int[] right = new int[classes];
		final int[] all = new int[classes];
		for (int fold = 0; fold < foldCount; fold++) {
			final double[][][] votes = votes(labels, fold);
			for (int i = 0; i < labels.length; i++) {
				if (folds[i] != fold) continue;
				all[labels[i]]++;
				if (best(votes, i) == labels[i]) right[labels[i]]++;
			}
		}
		double sum = 0;
		int seen = 0;
		for (int c = 0; c < classes; c++) {
			if (all[c] == 0) continue;
			sum += (double) right[c] / all[c];
			seen++;
		}
		return seen == 0 ? 0 : sum / seen;
	}

	/** @return by number, bin and class, from the images of the other folds */
	private double[][][] votes(final int[] labels, final int without) {
		final double[][][] votes = new double[values.bins().length][][];
		final double[] sizes = new double[classes];
		for (int i = 0; i < labels.length; i++)
			if (folds[i] != without) sizes[labels[i]]++;
		for (int f = 0; f < votes.length; f++) {
			votes[f] = new double[values.counts()[f]][classes];
			for (int i = 0; i < labels.length; i++)
				if (folds[i] != without) votes[f][values.bins()[f][i]][labels[i]]++;
			for (final double[] bin : votes[f])
				for (int c = 0; c < classes; c++)
					bin[c] = Math.log((bin[c] + SMOOTHING) / (sizes[c] + SMOOTHING *
						votes[f].length));
		}
		return votes;
	}

	/** Of equal ones the first: no image is favored by its own class. */
	private int best(final double[][][] votes, final int image) {
		int best = 0;
		double most = Double.NEGATIVE_INFINITY;
		for (int c = 0; c < classes; c++) {
			double sum = 0;
			for (int f = 0; f < votes.length; f++)
				sum += votes[f][values.bins()[f][image]][c];
			if (sum > most) {
				most = sum;
				best = c;
			}
		}
		return best;
	}
}
