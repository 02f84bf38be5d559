
package io.github.cnnclassifier.dataset.split;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;

/**
 * How many images of a class count when they are divided: copies count once,
 * and what is in several classes counts for the first of them alone.
 *
 * @param different images that count
 * @param copies of these in the same class
 * @param elsewhere images of the class that count for another one
 * @param other a class that these count for; empty if there are none
 */
public record ImagesThatCount(int different, int copies, int elsewhere,
		String other)
{

	/** Of a class without images. */
	public static final ImagesThatCount NONE = new ImagesThatCount(0, 0, 0, "");

	/**
	 * @param samples in any order
	 * @return one for each class that has a sample, by code point
	 */
	public static Map<String, ImagesThatCount> of(
		final List<SurveyedSample> samples)
	{
		return ofContents(ContentGroup.of(samples));
	}

	static Map<String, ImagesThatCount> ofContents(
		final List<ContentGroup> contents)
	{
		final Map<String, ImagesThatCount> counts = new TreeMap<>(
			CodePointOrder.INSTANCE);
		for (final ContentGroup content : contents)
			for (final String label : content.labels())
				counts.merge(label, of(content, label), ImagesThatCount::plus);
		return counts;
	}

	private static ImagesThatCount of(final ContentGroup content,
		final String label)
	{
		final int images = (int) content.samples().stream().filter(sample -> sample
			.sample().label().equals(label)).count();
		return content.label().equals(label) ? new ImagesThatCount(1, images - 1, 0,
			"") : new ImagesThatCount(0, 0, images, content.label());
	}

	private ImagesThatCount plus(final ImagesThatCount more) {
		return new ImagesThatCount(different + more.different, copies + more.copies,
			elsewhere + more.elsewhere, other.isEmpty() ? more.other : other);
	}

	/** @return whether one side would stay without an image of the class */
	public boolean isTooFew() {
		return different < 2;
	}

	/** @return what a class of which one image counts has, to follow "has" */
	public String oneInWords() {
		final String one = "only one image";
		if (copies == 0 && elsewhere == 0) return one;
		if (elsewhere == 0) return one + (copies == 1
			? " (the other is a copy of it)" : " (the others are copies of it)");
		final String own = one + " of its own (the other";
		if (copies > 0) return own +
			"s are copies of it, or of images of other classes)";
		return own + (elsewhere == 1 ? " is a copy of one in the class '"
			: "s are copies of images of other classes, such as '") + other + "')";
	}
}
