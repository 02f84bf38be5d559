
package io.github.cnnclassifier.workflow.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.github.cnnclassifier.dataset.inspect.ClassSummary;
import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.inspect.ImageGroups;
import io.github.cnnclassifier.dataset.inspect.InspectedImage;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.split.ImagesThatCount;

/** Makes words for each class of what an inspection has found. */
final class ClassRows {

	private final DataAudit audit;
	private final List<InspectedImage> images;

	private ClassRows(final DataAudit audit) {
		this.audit = audit;
		images = audit.data().images();
	}

	static List<ClassRow> of(final DataAudit audit) {
		return new ClassRows(audit).rows();
	}

	private List<ClassRow> rows() {
		final Map<String, Integer> elsewhere = inGroups(audit.data().duplicates(),
			true);
		final Map<String, Integer> near = inGroups(audit.data().nearDuplicates(),
			false);
		final Map<String, Integer> moved = moved();
		final Map<String, ImagesThatCount> counted = ImagesThatCount.of(images
			.stream().map(InspectedImage::surveyed).toList());
		final List<ClassRow> rows = new ArrayList<>();
		for (final ClassSummary summary : audit.classes()) {
			final String label = summary.label();
			final List<String> remarks = new ArrayList<>();
			if (!summary.isTooSmall() && summary.isFew()) remarks.add("few: " +
				summary.different() + " different images");
			final int copies = summary.images() - summary.different();
			add(remarks, copies, "copy of another image", "copies of other images");
			final ImagesThatCount count = counted.getOrDefault(label,
				ImagesThatCount.NONE);
			// without the other class it can be trained
			if (!summary.isTooSmall() && count.different() == 1) remarks.add(count
				.oneInWords());
			else add(remarks, elsewhere.getOrDefault(label, 0),
				"is in another class, too", "are in another class, too");
			add(remarks, near.getOrDefault(label, 0), "nearly equal to another",
				"nearly equal to others");
			add(remarks, summary.unreadable(), "cannot be read", "cannot be read");
			add(remarks, summary.constant(), "without any contrast",
				"without any contrast");
			add(remarks, moved.getOrDefault(label, 0), "moved here", "moved here");
			rows.add(new ClassRow(label, summary.images(), remarks, obstacle(
				summary)));
		}
		return rows;
	}

	private static void add(final List<String> remarks, final int count,
		final String one, final String several)
	{
		if (count > 0) remarks.add(count + " " + (count == 1 ? one : several));
	}

	private static String obstacle(final ClassSummary summary) {
		if (!summary.isTooSmall()) return "";
		if (summary.images() == 0) return "no image can be read";
		return summary.images() == 1 ? "only one image, two are needed"
			: "all images are copies of one, two are needed";
	}

	/**
	 * @param acrossClasses only groups with several classes; else only those
	 *          within one
	 * @return how many images of each class are in such groups
	 */
	private Map<String, Integer> inGroups(final ImageGroups groups,
		final boolean acrossClasses)
	{
		final Predicate<List<Integer>> isAcross = group -> group.stream().map(
			this::label).distinct().count() > 1;
		final Map<String, Integer> counts = new HashMap<>();
		groups.groups().stream().filter(group -> isAcross.test(
			group) == acrossClasses).forEach(group -> group.forEach(i -> counts.merge(
				label(i), 1, Integer::sum)));
		return counts;
	}

	private String label(final int image) {
		return images.get(image).surveyed().sample().label();
	}

	private Map<String, Integer> moved() {
		final Map<String, Integer> counts = new HashMap<>();
		for (final Sample sample : audit.data().source().samples())
			if (!sample.label().equals(sample.statedLabel())) counts.merge(sample
				.label(), 1, Integer::sum);
		return counts;
	}
}
