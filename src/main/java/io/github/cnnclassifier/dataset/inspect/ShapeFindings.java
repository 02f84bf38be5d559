
package io.github.cnnclassifier.dataset.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.Wording;

/** Sizes, bit depths and channels, and whether they agree. */
final class ShapeFindings {

	/** Sizes that differ by more change how things look. */
	private static final double MUCH = 1.5;

	private final InspectedImages data;
	private final List<InspectedImage> images;
	private final List<Finding> findings = new ArrayList<>();

	private ShapeFindings(final InspectedImages data) {
		this.data = data;
		images = data.images();
	}

	static List<Finding> of(final InspectedImages data) {
		if (data.images().isEmpty()) return List.of();
		final ShapeFindings found = new ShapeFindings(data);
		found.sizes();
		found.bitDepths();
		found.channels();
		found.givenAway();
		return found.findings;
	}

	private void sizes() {
		final Map<String, Long> sizes = count(image -> Wording.size(image
			.surveyed()));
		if (sizes.size() == 1) {
			add(Severity.NOTE, "size", "All images have " + sizes.keySet().iterator()
				.next() + " pixels.");
			return;
		}
		final Extremes widths = new Extremes(image -> image.surveyed().width());
		final Extremes heights = new Extremes(image -> image.surveyed().height());
		final Extremes aspects = new Extremes(image -> (double) image.surveyed()
			.width() / image.surveyed().height());
		final StringBuilder text = new StringBuilder("The images differ in size: " +
			widths + " pixels wide, " + heights +
			" high. Training stretches all of them to one size.");
		final boolean much = widths.ratio() > MUCH || heights.ratio() > MUCH;
		if (much) text.append(
			" What is in a small image then looks larger: if the " +
				"size of things matters, resize=none keeps it, or pixelSize=match where " +
				"the images tell their pixel size.");
		final boolean distorts = aspects.ratio() > MUCH;
		if (distorts) text.append(" Width to height goes from " + aspects +
			", so that stretching distorts shapes; resize=pad and resize=crop do not.");
		add(much || distorts ? Severity.WARNING : Severity.NOTE, "size", text
			.toString());
	}

	private void bitDepths() {
		final Map<Integer, Long> depths = count(image -> image.surveyed()
			.bitDepth());
		if (depths.size() == 1) {
			add(Severity.NOTE, "bit depth", "All images are " + depths.keySet()
				.iterator().next() + " bit.");
			return;
		}
		add(Severity.WARNING, "bit depth", "The images differ in bit depth: " +
			Wording.counts(depths, " bit") + ". Values are compared as they " +
			"are, so that 8-bit images look black beside bright 16-bit ones. Store " +
			"all of them on one scale, or let normalization=percentile scale each image.");
	}

	private void channels() {
		final Map<String, Long> kinds = count(image -> kind(image.surveyed()));
		final List<InspectedImage> colors = images.stream().filter(image -> image
			.surveyed().rgb()).toList();
		final boolean colorless = !colors.isEmpty() && colors.stream().allMatch(
			image -> image.intensity().colorless());
		final String gray = colorless ? " The RGB images are gray, their three " +
			"channels are equal: channels=gray makes a smaller, faster network." : "";
		if (kinds.size() == 1) add(Severity.NOTE, "channels", "All images are " +
			kinds.keySet().iterator().next() + "." + gray);
		else add(Severity.WARNING, "channels", "The images differ in channels: " +
			Wording.counts(kinds, "") + "." + (gray.isEmpty() && kinds.keySet()
				.stream().allMatch(kind -> kind.equals("RGB") || kind.equals("gray"))
					? " Gray ones are turned into RGB; channels=gray turns all of them " +
						"into gray." : gray));
	}

	private static String kind(final SurveyedSample sample) {
		if (sample.rgb()) return "RGB";
		return sample.channels() == 1 ? "gray" : "of " + sample.channels() +
			" channels";
	}

	/** A property that goes with the class is learned instead of the content. */
	private void givenAway() {
		givenAway("size", image -> Wording.size(image.surveyed()));
		givenAway("bit depth", image -> image.surveyed().bitDepth());
		givenAway("number of channels", image -> kind(image.surveyed()));
		givenAway("pixel size", image -> PixelSizeFindings.text(image.surveyed()
			.pixelSize()));
	}

	private void givenAway(final String property,
		final Function<InspectedImage, Object> of)
	{
		final List<List<Object>> values = data.byClass().values().stream().filter(
			members -> !members.isEmpty()).map(members -> members.stream().map(of)
				.distinct().toList()).toList();
		if (values.size() < 2 || values.stream().anyMatch(v -> v.size() > 1) ||
			values.stream().distinct().count() == 1) return;
		add(Severity.WARNING, property, "The " + property +
			" of the images gives " +
			"their class away: it is the same within each class and differs between " +
			"classes. A network may learn that instead of what is shown, and fail on " +
			"other images. Record or convert all classes alike.");
	}

	private <K extends Comparable<K>> Map<K, Long> count(
		final Function<InspectedImage, K> property)
	{
		return images.stream().collect(Collectors.groupingBy(property, TreeMap::new,
			Collectors.counting()));
	}

	private void add(final Severity severity, final String topic,
		final String text)
	{
		findings.add(new Finding(severity, topic, text, List.of()));
	}

	/** The smallest and the largest value of a length. */
	private final class Extremes {

		private final double least;
		private final double most;

		Extremes(final ToDoubleFunction<InspectedImage> length) {
			least = images.stream().mapToDouble(length).min().orElseThrow();
			most = images.stream().mapToDouble(length).max().orElseThrow();
		}

		double ratio() {
			return most / least;
		}

		@Override
		public String toString() {
			return least == most ? Wording.number(least) : rounded(least) + " to " +
				rounded(most);
		}

		private static String rounded(final double v) {
			return Wording.number(Math.rint(v * 100) / 100);
		}
	}
}
