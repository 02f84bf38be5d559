
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.cnnclassifier.random.SeedTree;

/**
 * Two classifiers on the same images. The intervals of the differences are
 * those of whole groups that are drawn again and again, with the answers of
 * both; the same images give the same intervals.
 *
 * @param images at least one, in the order given; copied
 * @param counts of all images
 * @param accuracy share of images that are right
 * @param balancedAccuracy mean recall over the classes that have images
 * @param units how many groups, and images that stand alone, there are
 */
public record PairedComparison(List<ComparedPrediction> images,
		PairedCounts counts, Difference accuracy, Difference balancedAccuracy,
		int units)
{

	private static final int DRAWS = 2000;
	private static final double TAIL = 0.025;

	/** Copies the list. */
	public PairedComparison {
		images = List.copyOf(images);
	}

	/**
	 * @param images at least one
	 * @return how the two compare
	 * @throws IllegalArgumentException if there is no image
	 */
	public static PairedComparison of(final List<ComparedPrediction> images) {
		if (images.isEmpty()) throw new IllegalArgumentException(
			"Expected at least one image to compare, got none.");
		final Draws draws = new Draws(images);
		final PairedCounts counts = PairedCounts.of(images);
		return new PairedComparison(images, counts, draws.accuracy(), draws
			.balancedAccuracy(), draws.units.length);
	}

	/**
	 * @return images to which the two give different classes, in the order given
	 */
	public List<ComparedPrediction> disagreements() {
		return images.stream().filter(image -> !image.agree()).toList();
	}

	/**
	 * @return the counts of each group, by its name; those of images that stand
	 *         alone under the empty name
	 */
	public Map<String, PairedCounts> byGroup() {
		return counts(images.stream().collect(Collectors.groupingBy(
			ComparedPrediction::group, TreeMap::new, Collectors.toList())));
	}

	/** @return the counts of each class that has images, by its name */
	public Map<String, PairedCounts> byClass() {
		return counts(images.stream().collect(Collectors.groupingBy(
			ComparedPrediction::actual, TreeMap::new, Collectors.toList())));
	}

	private static Map<String, PairedCounts> counts(
		final Map<String, List<ComparedPrediction>> parts)
	{
		final Map<String, PairedCounts> counts = new LinkedHashMap<>();
		parts.forEach((name, part) -> counts.put(name, PairedCounts.of(part)));
		return counts;
	}

	/** @return whether a group has more than one image */
	public boolean isGrouped() {
		return units < images.size();
	}

	/** What was right, of one draw of units. */
	private static final class Right {

		private final long[] all;
		private final long[] first;
		private final long[] second;

		private Right(final int classes) {
			all = new long[classes];
			first = new long[classes];
			second = new long[classes];
		}

		private void add(final int label, final ComparedPrediction image) {
			all[label]++;
			if (image.firstRight()) first[label]++;
			if (image.secondRight()) second[label]++;
		}

		private double accuracy(final long[] right) {
			return (double) Arrays.stream(right).sum() / Arrays.stream(all).sum();
		}

		private double balancedAccuracy(final long[] right) {
			double sum = 0;
			int classes = 0;
			for (int c = 0; c < all.length; c++) {
				if (all[c] == 0) continue;
				sum += (double) right[c] / all[c];
				classes++;
			}
			return sum / classes;
		}
	}

	/** A figure of a draw. */
	private interface Figure {

		double of(Right draw, long[] right);
	}

	private static final class Draws {

		private final int[][] units;
		private final Right whole;
		private final List<Right> drawn = new ArrayList<>();
		private final boolean equal;

		private Draws(final List<ComparedPrediction> images) {
			final Map<String, Integer> classes = new LinkedHashMap<>();
			images.forEach(image -> classes.putIfAbsent(image.actual(), classes
				.size()));
			final int[] labels = images.stream().mapToInt(image -> classes.get(image
				.actual())).toArray();
			units = units(images);
			whole = new Right(classes.size());
			for (int i = 0; i < labels.length; i++)
				whole.add(labels[i], images.get(i));
			equal = images.stream().allMatch(image -> image.firstRight() == image
				.secondRight());
			final SplittableRandom random = new SeedTree(1).random();
			for (int i = 0; i < DRAWS && !equal; i++) {
				final Right draw = new Right(classes.size());
				for (int j = 0; j < units.length; j++)
					for (final int row : units[random.nextInt(units.length)])
						draw.add(labels[row], images.get(row));
				drawn.add(draw);
			}
		}

		/** The rows of each, in the order of their first ones. */
		private static int[][] units(final List<ComparedPrediction> images) {
			final Map<String, List<Integer>> units = new LinkedHashMap<>();
			for (int i = 0; i < images.size(); i++)
				units.computeIfAbsent(images.get(i).unit(), unused -> new ArrayList<>())
					.add(i);
			return units.values().stream().map(rows -> rows.stream().mapToInt(
				row -> row).toArray()).toArray(int[][]::new);
		}

		private Difference accuracy() {
			return difference(Right::accuracy);
		}

		private Difference balancedAccuracy() {
			return difference(Right::balancedAccuracy);
		}

		private Difference difference(final Figure figure) {
			final double first = figure.of(whole, whole.first);
			final double second = figure.of(whole, whole.second);
			if (units.length == 1) return new Difference(first, second, -1, 1);
			if (equal) {
				// draws of what never differs tell nothing
				final double most = Interval.wilson(0, units.length).high();
				return new Difference(first, second, -most, most);
			}
			final double[] sorted = drawn.stream().mapToDouble(draw -> figure.of(draw,
				draw.second) - figure.of(draw, draw.first)).sorted().toArray();
			final int out = (int) Math.round(TAIL * DRAWS);
			return new Difference(first, second, sorted[out], sorted[DRAWS - 1 -
				out]);
		}
	}
}
