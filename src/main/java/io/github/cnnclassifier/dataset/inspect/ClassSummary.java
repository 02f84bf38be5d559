
package io.github.cnnclassifier.dataset.inspect;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.survey.Wording;

/**
 * One class in figures. Of a class without a readable image the extremes are
 * NaN.
 *
 * @param label name of the class
 * @param images readable ones
 * @param different readable ones, copies counted once
 * @param unreadable images that should belong to it
 * @param groups how many groups the readable images come from; images that
 *          stand alone do not count
 * @param sides how many readable images the data set declares for a side; a
 *          side without any is missing
 * @param width of the images in pixels
 * @param height of the images in pixels
 * @param channels different numbers, rising
 * @param slices depth positions (z) of the files
 * @param frames time points (t) of the files
 * @param bitDepths different ones, rising
 * @param min smallest value of all pixels
 * @param max largest value of all pixels
 * @param mean mean of the images' means
 * @param constant images without any contrast
 * @param saturated images with 0.5 % or more saturated values
 */
public record ClassSummary(String label, int images, int different,
		int unreadable, int groups, Map<Side, Integer> sides, Extremes width,
		Extremes height, List<Integer> channels, Extremes slices, Extremes frames,
		List<Integer> bitDepths, double min, double max, double mean, int constant,
		int saturated)
{

	/** With fewer different images, three or less are kept for the test. */
	static final int FEW = 20;

	/** @return whether training refuses the class, as it cannot divide it */
	public boolean isTooSmall() {
		return different < 2;
	}

	/** @return whether figures of the class will say little */
	public boolean isFew() {
		return different < FEW;
	}

	/**
	 * The smallest and the largest of some numbers.
	 *
	 * @param min smallest, NaN of none
	 * @param max largest, NaN of none
	 */
	public record Extremes(double min, double max) {

		/** @return "64" or "60..70"; empty of none */
		@Override
		public String toString() {
			if (Double.isNaN(min)) return "";
			return min == max ? Wording.number(min) : Wording.number(min) + ".." +
				Wording.number(max);
		}
	}

	/** @return one for each class, in the order of the classes */
	static List<ClassSummary> of(final InspectedImages data,
		final Grouping grouping)
	{
		final List<ClassSummary> classes = new ArrayList<>();
		data.byClass().forEach((label, images) -> classes.add(of(label, images,
			grouping, (int) data.failed().stream().filter(file -> file.label().equals(
				label)).count())));
		return classes;
	}

	private static ClassSummary of(final String label,
		final List<InspectedImage> images, final Grouping grouping,
		final int unreadable)
	{
		final Map<Side, Integer> sides = new HashMap<>();
		for (final InspectedImage image : images) {
			final Side side = image.surveyed().sample().declaredSide();
			if (side != null) sides.merge(side, 1, Integer::sum);
		}
		return new ClassSummary(label, images.size(), (int) images.stream().map(
			image -> image.surveyed().contentHash()).distinct().count(), unreadable,
			(int) images.stream().map(image -> grouping.groupOf(image.surveyed()
				.sample())).filter(Objects::nonNull).distinct().count(), Map.copyOf(
					sides), extremes(images, i -> i.surveyed().width()), extremes(images,
						i -> i.surveyed().height()), distinct(images, i -> i.surveyed()
							.channels()), extremes(images, InspectedImage::slices), extremes(
								images, InspectedImage::frames), distinct(images, i -> i
									.surveyed().bitDepth()), extremes(images, i -> i.surveyed()
										.min()).min(), extremes(images, i -> i.surveyed().max())
											.max(), images.stream().mapToDouble(i -> i.intensity()
												.mean()).average().orElse(Double.NaN), count(images,
													InspectedImage::isConstant), count(images, i -> i
														.intensity().isSaturated()));
	}

	private static Extremes extremes(final List<InspectedImage> images,
		final ToDoubleFunction<InspectedImage> number)
	{
		if (images.isEmpty()) return new Extremes(Double.NaN, Double.NaN);
		final DoubleSummaryStatistics numbers = images.stream().mapToDouble(number)
			.summaryStatistics();
		return new Extremes(numbers.getMin(), numbers.getMax());
	}

	private static List<Integer> distinct(final List<InspectedImage> images,
		final ToDoubleFunction<InspectedImage> number)
	{
		return images.stream().map(image -> (int) number.applyAsDouble(image))
			.distinct().sorted().toList();
	}

	private static int count(final List<InspectedImage> images,
		final Predicate<InspectedImage> which)
	{
		return (int) images.stream().filter(which).count();
	}
}
