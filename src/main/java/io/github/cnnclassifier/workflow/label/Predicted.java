
package io.github.cnnclassifier.workflow.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cnnclassifier.transfer.LiveHead;

/**
 * What the labels say of all crops. Immutable.
 *
 * @param classes numbers of the classes that have labels, as in the book; at
 *          least two, or none where there are fewer
 * @param probabilities by crop, in the order of the classes; null for a crop
 *          without features
 * @param head that made them; null if none did
 */
record Predicted(int[] classes, float[][] probabilities, LiveHead head) {

	/** So many labeled crops are fitted to; more would make it slow. */
	private static final int MOST_ROWS = 2000;

	/** Nothing is known. */
	static final Predicted NOTHING = new Predicted(new int[0], new float[0][],
		null);

	/**
	 * @param space features
	 * @param labels number of the class of each crop, or {@link LabelBook#NONE}
	 * @param former where the fit begins
	 * @return nothing, if there are labels of fewer than two classes
	 */
	static Predicted of(final FeatureSpace space, final int[] labels,
		final Predicted former)
	{
		final int[] labeled = labeled(space, labels);
		final int[] classes = Arrays.stream(labeled).map(i -> labels[i]).distinct()
			.sorted().toArray();
		if (classes.length < 2) return NOTHING;
		final LiveHead head = fit(space, labels, chosen(labeled, labels, classes),
			classes, Arrays.equals(classes, former.classes) ? former.head : null);
		final float[][] probabilities = new float[labels.length][];
		for (int i = 0; i < probabilities.length; i++)
			if (space.rows()[i] != null) probabilities[i] = head.probabilities(space
				.rows()[i]);
		return new Predicted(classes, probabilities, head);
	}

	/**
	 * @param labels number of the class of each crop, or {@link LabelBook#NONE}
	 * @return the crops that have both a label and features, rising
	 */
	static int[] labeled(final FeatureSpace space, final int[] labels) {
		return IntStream.range(0, labels.length).filter(
			i -> labels[i] != LabelBook.NONE && space.rows()[i] != null).toArray();
	}

	/**
	 * @param among labeled crops, of each of the classes at least one
	 * @param classes numbers of the classes, ascending
	 */
	static LiveHead fit(final FeatureSpace space, final int[] labels,
		final int[] among, final int[] classes, final LiveHead former)
	{
		return LiveHead.fit(Arrays.stream(among).mapToObj(i -> space.rows()[i])
			.toList(), Arrays.stream(among).map(i -> Arrays.binarySearch(classes,
				labels[i])).toArray(), classes.length, former);
	}

	/** Of many, the same number of each class where there are as many. */
	private static int[] chosen(final int[] labeled, final int[] labels,
		final int[] classes)
	{
		if (labeled.length <= MOST_ROWS) return labeled;
		final List<int[]> members = Arrays.stream(classes).mapToObj(k -> Arrays
			.stream(labeled).filter(i -> labels[i] == k).toArray()).toList();
		final List<Integer> chosen = new ArrayList<>();
		int left = MOST_ROWS;
		final List<int[]> fewestFirst = members.stream().sorted((a, b) -> Integer
			.compare(a.length, b.length)).toList();
		for (int c = 0; c < fewestFirst.size(); c++) {
			final int[] all = fewestFirst.get(c);
			final int count = Math.min(all.length, Math.max(1, left / (fewestFirst
				.size() - c)));
			for (final int at : CropImages.spread(all.length, count))
				chosen.add(all[at]);
			left -= count;
		}
		return chosen.stream().mapToInt(i -> i).sorted().toArray();
	}

	boolean has(final int crop) {
		return classes.length > 0 && probabilities[crop] != null;
	}

	/** @return 0-based, among the classes */
	int best(final int crop) {
		int best = 0;
		final float[] p = probabilities[crop];
		for (int k = 1; k < p.length; k++)
			if (p[k] > p[best]) best = k;
		return best;
	}

	/** @return number of the best class, as in the book */
	int label(final int crop) {
		return classes[best(crop)];
	}

	float probability(final int crop) {
		return probabilities[crop][best(crop)];
	}

	/** @return 1 for a tie of the two best, 0 for a single one */
	float doubt(final int crop) {
		final int best = best(crop);
		float second = 0;
		for (int k = 0; k < classes.length; k++)
			if (k != best) second = Math.max(second, probabilities[crop][k]);
		return 1 - (probabilities[crop][best] - second);
	}
}
