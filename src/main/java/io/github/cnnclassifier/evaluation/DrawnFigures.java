
package io.github.cnnclassifier.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cnnclassifier.model.ClassLabels;

/**
 * All that is needed to find the figures of a draw of images quickly: counts,
 * losses and hits of each group, added up once, and the order of the images by
 * the probability of each class. Immutable and thread-safe.
 */
final class DrawnFigures {

	/** Beyond, the orders of the images would take too much memory. */
	static final long MOST_SCORES = 20_000_000;

	private final ClassLabels labels;
	private final List<LabeledPrediction> predictions;
	private final GroupBootstrap bootstrap;
	/** Images of one group, actual and predicted class. */
	private final int[] cellUnit;
	private final int[] cellActual;
	private final int[] cellPredicted;
	private final int[] cellImages;
	private final int[] images;
	private final double[] losses;
	/** For each of the tops, of each group how many images are hits. */
	private final int[][] hits;
	/** One per class, kept for many draws; none where there are too many. */
	private final List<RankedScores> ranked;

	DrawnFigures(final ClassLabels labels,
		final List<LabeledPrediction> predictions, final GroupBootstrap bootstrap)
	{
		this.labels = labels;
		this.predictions = predictions;
		this.bootstrap = bootstrap;
		final int units = bootstrap.units();
		images = new int[units];
		losses = new double[units];
		hits = new int[FigureValues.TOPS.length][units];
		for (int i = 0; i < predictions.size(); i++)
			add(predictions.get(i), bootstrap.unitOf(i));
		final long[] keys = keys();
		final int cells = (int) IntStream.range(0, keys.length).filter(
			i -> i == 0 || keys[i] != keys[i - 1]).count();
		cellUnit = new int[cells];
		cellActual = new int[cells];
		cellPredicted = new int[cells];
		cellImages = new int[cells];
		fillCells(keys);
		ranked = (long) labels.size() * predictions.size() > MOST_SCORES ? List.of()
			: IntStream.range(0, labels.size()).parallel().mapToObj(c -> RankedScores
				.of(predictions, c)).toList();
	}

	private void add(final LabeledPrediction labeled, final int unit) {
		images[unit]++;
		losses[unit] += labeled.prediction().crossEntropy(labeled.actual());
		final int better = better(labeled);
		for (int i = 0; i < hits.length; i++)
			if (better < FigureValues.TOPS[i]) hits[i][unit]++;
	}

	/** How many classes come before the actual one; of equals, the first does. */
	private static int better(final LabeledPrediction labeled) {
		final float[] probabilities = labeled.prediction().probabilities();
		final float own = probabilities[labeled.actual()];
		int better = 0;
		for (int c = 0; c < probabilities.length; c++)
			if (probabilities[c] > own || probabilities[c] == own && c < labeled
				.actual()) better++;
		return better;
	}

	/** Group, actual and predicted class of each image as one number, sorted. */
	private long[] keys() {
		final long classes = labels.size();
		final long[] keys = new long[predictions.size()];
		for (int i = 0; i < keys.length; i++)
			keys[i] = (bootstrap.unitOf(i) * classes + predictions.get(i).actual()) *
				classes + predictions.get(i).predicted();
		Arrays.sort(keys);
		return keys;
	}

	private void fillCells(final long[] keys) {
		final long classes = labels.size();
		int cell = -1;
		for (int i = 0; i < keys.length; i++) {
			if (i == 0 || keys[i] != keys[i - 1]) {
				cell++;
				cellUnit[cell] = (int) (keys[i] / classes / classes);
				cellActual[cell] = (int) (keys[i] / classes % classes);
				cellPredicted[cell] = (int) (keys[i] % classes);
			}
			cellImages[cell]++;
		}
	}

	/** @return the images in the order of a class */
	RankedScores ranked(final int label) {
		return ranked.isEmpty() ? RankedScores.of(predictions, label) : ranked.get(
			label);
	}

	/** @return the figures of all images, each counting once */
	FigureValues all() {
		final int[] once = new int[bootstrap.units()];
		Arrays.fill(once, 1);
		return of(once, true);
	}

	/**
	 * @param timesOfUnits how often each group is there
	 * @param withAreas whether areas are wanted, which take longest; NaN
	 *          otherwise
	 */
	FigureValues of(final int[] timesOfUnits, final boolean withAreas) {
		final ClassCounts counts = new ClassCounts(labels.size());
		for (int i = 0; i < cellUnit.length; i++)
			counts.add(cellActual[i], cellPredicted[i],
				(long) timesOfUnits[cellUnit[i]] * cellImages[i]);
		double loss = 0;
		long n = 0;
		for (int u = 0; u < timesOfUnits.length; u++) {
			loss += timesOfUnits[u] * losses[u];
			n += (long) timesOfUnits[u] * images[u];
		}
		final double[] roc = new double[labels.size()];
		final double[] precision = new double[labels.size()];
		Arrays.fill(roc, Double.NaN);
		Arrays.fill(precision, Double.NaN);
		if (withAreas) {
			final int[] timesOfImages = bootstrap.timesOfImages(timesOfUnits);
			for (int c = 0; c < roc.length; c++) {
				final RankedScores.Areas areas = ranked(c).areas(timesOfImages);
				roc[c] = areas.roc();
				precision[c] = areas.averagePrecision();
			}
		}
		return new FigureValues(Figures.of(labels, counts), loss / n, top(
			timesOfUnits, n), roc, precision);
	}

	private double[] top(final int[] timesOfUnits, final long n) {
		final double[] top = new double[hits.length];
		for (int i = 0; i < top.length; i++) {
			long sum = 0;
			for (int u = 0; u < timesOfUnits.length; u++)
				sum += (long) timesOfUnits[u] * hits[i][u];
			top[i] = labels.size() > FigureValues.TOPS[i] ? (double) sum / n
				: Double.NaN;
		}
		return top;
	}

	/** @return of each class, on how many groups a figure of it rests */
	int[] unitsOf(final ClassFigure figure) {
		final int[] with = new int[labels.size()];
		final int[] without = new int[labels.size()];
		int begin = 0;
		while (begin < cellUnit.length) {
			int end = begin;
			while (end < cellUnit.length && cellUnit[end] == cellUnit[begin])
				end++;
			count(figure, begin, end, with, without);
			begin = end;
		}
		return figure != ClassFigure.ROC_AUC ? with : IntStream.range(0,
			with.length).map(c -> Math.min(with[c], without[c])).toArray();
	}

	/** The cells of one group. */
	private void count(final ClassFigure figure, final int begin, final int end,
		final int[] with, final int[] without)
	{
		final int[] here = IntStream.range(begin, end).flatMap(
			cell -> switch (figure) {
				case PRECISION -> IntStream.of(cellPredicted[cell]);
				case F1 -> IntStream.of(cellActual[cell], cellPredicted[cell]);
				case RECALL, ROC_AUC, AVERAGE_PRECISION -> IntStream.of(
					cellActual[cell]);
			}).distinct().toArray();
		for (final int c : here)
			with[c]++;
		if (figure != ClassFigure.ROC_AUC) return;
		// a group of one class has nothing of the rest for this class alone
		for (int c = 0; c < without.length; c++)
			if (here.length > 1 || here[0] != c) without[c]++;
	}
}
