
package io.github.cnnclassifier.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.BitDepths;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.ImageSizes;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.report.Columns;
import io.github.cnnclassifier.report.DataSummary;
import io.github.cnnclassifier.report.LabelValue;

/**
 * Gathers what images there are: counts of each class on each side, sizes, bit
 * depths, groups. Not thread-safe.
 */
public final class ImagesSummary {

	private final List<String> labels;
	private final Map<String, Map<String, Integer>> counts =
		new LinkedHashMap<>();
	private final List<LabelValue> facts = new ArrayList<>();

	/** @param labels of the classes, in the order to show */
	public ImagesSummary(final List<String> labels) {
		this.labels = labels;
	}

	/**
	 * Images that are only counted.
	 *
	 * @param side heading of the column
	 * @param byClass how many each class has; a missing one has none
	 * @return this
	 */
	public ImagesSummary counted(final String side,
		final Map<String, Integer> byClass)
	{
		counts.put(side, byClass);
		return this;
	}

	/**
	 * Images that were read.
	 *
	 * @param side heading of the column
	 * @param samples on it; may be none
	 * @param groups the group of each, null for what stands alone
	 * @return this
	 */
	public ImagesSummary read(final String side,
		final List<SurveyedSample> samples, final Function<Sample, String> groups)
	{
		final Map<String, Integer> byClass = new HashMap<>();
		samples.forEach(s -> byClass.merge(s.sample().label(), 1, Integer::sum));
		counted(side, byClass);
		if (samples.isEmpty()) return fact(side, "no images");
		final long named = groups(samples, groups);
		final ImageSizes sizes = ImageSizes.of(samples.stream().map(
			s -> new ImageSize(s.width(), s.height())).toList());
		return fact(side, samples.size() + " images" + (named == 0 ? "" : " of " +
			named + (named == 1 ? " group" : " groups")) + ", " + sizes + ", " +
			BitDepths.of(samples.stream().map(SurveyedSample::bitDepth).toList()) +
			" bits per value");
	}

	/**
	 * @param samples any
	 * @param groups the group of each, null for what stands alone
	 * @return how many groups have a name
	 */
	public static long groups(final List<SurveyedSample> samples,
		final Function<Sample, String> groups)
	{
		return samples.stream().map(s -> groups.apply(s.sample())).filter(
			Objects::nonNull).distinct().count();
	}

	/**
	 * What a model knows of its own images.
	 *
	 * @param description of the model
	 * @return this
	 */
	public ImagesSummary ofModel(final ClassifierDescription description) {
		fact("images of the model", description.training().dataset().description());
		final Map<String, List<String>> split = description.training().dataset()
			.split();
		split.forEach((side, hashes) -> fact("different images on its " + side +
			" side", Integer.toString(hashes.size())));
		description.images().sizes().ifPresent(sizes -> fact(
			"sizes it learned from", sizes + ", width x height"));
		fact("bit depths it learned from", description.images().bitDepths()
			.toString());
		return fact("groups", description.training().dataset().grouping()
			.statement());
	}

	/**
	 * @param label what it is
	 * @param value plain text
	 * @return this
	 */
	public ImagesSummary fact(final String label, final String value) {
		facts.add(new LabelValue(label, value));
		return this;
	}

	/** @return what was gathered */
	public DataSummary summary() {
		final Columns<String> columns = new Columns<>();
		columns.add("class", label -> label);
		counts.forEach((side, byClass) -> columns.add(side, label -> byClass
			.getOrDefault(label, 0)));
		return new DataSummary(columns.table(labels), facts);
	}
}
