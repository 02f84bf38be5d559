
package io.github.cnnclassifier.dataset.inspect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.survey.Wording;
import io.github.cnnclassifier.image.IntensityRange;

/** What the pixel values mean for training. */
final class IntensityFindings {

	private static final String TOPIC = "values";
	/** Below this part of the range, contrast is lost. */
	private static final double NARROW = 0.25;
	/** At most one image of so many counts as an outlier. */
	private static final int OUTLIER_OF = 50;
	/** From this share on saturation is a property of the images, not a flaw. */
	private static final double USUAL = 0.9;
	/** Shares of two classes that differ so much are a clue. */
	private static final double UNEVEN = 0.3;
	/** Room that a proposed range leaves for brighter images. */
	private static final double ROOM = 1.25;

	private final List<InspectedImage> images;
	private final List<Finding> findings = new ArrayList<>();
	private final double min;
	private final double max;

	private IntensityFindings(final List<InspectedImage> images) {
		this.images = images;
		min = images.stream().mapToDouble(image -> image.surveyed().min()).min()
			.orElseThrow();
		max = images.stream().mapToDouble(image -> image.surveyed().max()).max()
			.orElseThrow();
	}

	static List<Finding> of(final InspectedImages data) {
		if (data.images().isEmpty()) return List.of();
		final IntensityFindings found = new IntensityFindings(data.images());
		found.extremes();
		found.narrowRange();
		found.outliers();
		found.constant();
		found.constantChannels();
		found.saturated();
		return found.findings;
	}

	private void extremes() {
		final String depths = images.stream().collect(Collectors.groupingBy(
			image -> image.surveyed().bitDepth())).entrySet().stream().sorted(
				Comparator.comparing(entry -> entry.getKey())).map(entry -> entry
					.getKey() + "-bit images hold " + extremes(entry.getValue())).collect(
						Collectors.joining(", "));
		add(Severity.NOTE, "Pixel values: " + depths + "." + usedBits(), List.of());
	}

	private static String extremes(final List<InspectedImage> group) {
		return Wording.number(group.stream().mapToDouble(image -> image.surveyed()
			.min()).min().orElseThrow()) + " to " + Wording.number(group.stream()
				.mapToDouble(image -> image.surveyed().max()).max().orElseThrow());
	}

	private String usedBits() {
		final boolean deep = images.stream().allMatch(image -> image.surveyed()
			.bitDepth() == 16);
		if (!deep || max > 16383) return "";
		final int bits = max <= 255 ? 8 : max <= 1023 ? 10 : max <= 4095 ? 12 : 14;
		return " So only " + bits + " of 16 bits are in use. If other images of " +
			"this kind may be brighter, say so from the start, as with " + (bits < 12
				? "range=0..4095" : "range=0..65535") +
			"; a model refuses values outside its range.";
	}

	private void narrowRange() {
		final IntensityRange range = IntensityRange.covering(min, max);
		final double used = (max - min) / (range.max() - range.min());
		if (min == max || used >= NARROW) return;
		final double low = min < 0 ? twoDigits(min * ROOM) : min < max / 2 ? 0
			: twoDigits(min / ROOM);
		add(Severity.WARNING, "All values lie within " + Math.max(1, Math.round(
			100 * used)) + " % of the range " + range +
			" that training would assume, so " +
			"that the network sees little contrast. range=" + new IntensityRange(low,
				twoDigits(Math.abs(max) * ROOM)) +
			" leaves some room and shows more; choose it " +
			"so that it holds all images you will ever classify.", List.of());
	}

	private static double twoDigits(final double v) {
		return new BigDecimal(v).round(new MathContext(2)).doubleValue();
	}

	private void outliers() {
		final int most = images.size() / OUTLIER_OF;
		if (most == 0) return;
		final List<InspectedImage> byMax = images.stream().sorted(Comparator
			.comparingDouble(image -> image.surveyed().max())).toList();
		final double usualMax = byMax.get(byMax.size() - 1 - most).surveyed().max();
		final IntensityRange usual = IntensityRange.covering(min, usualMax);
		if (max <= usual.max()) return;
		final List<InspectedImage> odd = select(image -> image.surveyed()
			.max() > usual.max());
		add(Severity.WARNING, Wording.images(odd.size()) + " of " + images.size() +
			" alone " + (odd.size() == 1 ? "has" : "have") + " values above " +
			Wording.number(usual.max()) + ", up to " + Wording.number(max) +
			", and so " + (odd.size() == 1 ? "decides" : "decide") +
			" the range for all. If these are hot pixels or another exposure, " +
			"mend or remove them, or use normalization=percentile: " + Wording
				.examples(names(odd)) + ".", odd);
	}

	private void constant() {
		final List<InspectedImage> constant = select(InspectedImage::isConstant);
		if (!constant.isEmpty()) add(Severity.WARNING, Wording.imagesAre(constant
			.size()) + " constant, all pixels have the same value, so that nothing " +
			"is there to learn: " + Wording.examples(names(constant)) +
			". Remove them.", constant);
	}

	private void constantChannels() {
		final List<InspectedImage> dark = select(image -> !image.isConstant() &&
			!image.intensity().constantChannels().isEmpty());
		if (dark.isEmpty()) return;
		final String channels = dark.stream().flatMap(image -> image.intensity()
			.constantChannels().stream()).distinct().sorted().map(String::valueOf)
			.collect(Collectors.joining(", "));
		add(Severity.WARNING, "A channel (" + channels + ") is constant in " +
			Wording.images(dark.size()) + ": " + Wording.examples(names(dark)) +
			". If it was not recorded, the network may take that for a sign of the " +
			"class.", dark);
	}

	private void saturated() {
		final List<InspectedImage> saturated = select(image -> !image
			.isConstant() && image.intensity().isSaturated());
		if (saturated.isEmpty()) return;
		final String count = Wording.images(saturated.size()) + " of " + images
			.size();
		if (saturated.size() >= USUAL * images.size()) add(Severity.NOTE, count +
			" have saturated values (at the largest value, 0.5 % or more of the " +
			"image). With drawn images, masks or a white background that is as it " +
			"should be.", saturated);
		else add(Severity.WARNING, count + (saturated.size() == 1 ? " is"
			: " are") +
			" saturated: 0.5 % or more of the values stand at the largest " +
			"one, where differences are lost: " + Wording.examples(names(saturated)) +
			". Expose shorter, and see that all classes are exposed alike." +
			unevenly(saturated), saturated);
	}

	/** @return the extremes, if saturation could give the class away */
	private String unevenly(final List<InspectedImage> saturated) {
		final Map<String, Long> some = count(saturated);
		final Map<String, Double> shares = new TreeMap<>();
		count(images).forEach((label, all) -> shares.put(label, some.getOrDefault(
			label, 0L) / (double) all));
		final Map.Entry<String, Double> least = Collections.min(shares.entrySet(),
			Map.Entry.comparingByValue());
		final Map.Entry<String, Double> most = Collections.max(shares.entrySet(),
			Map.Entry.comparingByValue());
		if (most.getValue() - least.getValue() < UNEVEN) return "";
		return " Now it is " + Math.round(100 * most.getValue()) + " % of '" + most
			.getKey() + "' and " + Math.round(100 * least.getValue()) + " % of '" +
			least.getKey() + "', so that a network may learn exposure.";
	}

	private static Map<String, Long> count(final List<InspectedImage> images) {
		return images.stream().collect(Collectors.groupingBy(InspectedImage::label,
			Collectors.counting()));
	}

	private List<InspectedImage> select(final Predicate<InspectedImage> which) {
		return images.stream().filter(which).toList();
	}

	private static List<String> names(final List<InspectedImage> images) {
		return images.stream().map(InspectedImage::name).toList();
	}

	private void add(final Severity severity, final String text,
		final List<InspectedImage> concerned)
	{
		findings.add(new Finding(severity, TOPIC, text, names(concerned)));
	}
}
