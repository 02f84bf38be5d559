
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.inspect.ClassSummary;
import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.inspect.Finding;
import io.github.cnnclassifier.dataset.inspect.ImageGroups;
import io.github.cnnclassifier.dataset.inspect.InspectedImage;
import io.github.cnnclassifier.dataset.inspect.InspectedImages;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.source.SkippedFile;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.PixelSize;

/** An inspection as tables, the same for files and windows. */
public final class InspectionTables {

	private static final int MOST_EXAMPLES = 20;

	private InspectionTables() {}

	/**
	 * @param audit an inspection
	 * @return a row per readable image in the order of the data set, then one per
	 *         unreadable image with path, class and the reason in "problem".
	 *         Groups of duplicates are 1-based numbers, 0 for no group
	 */
	public static Table images(final DataAudit audit) {
		final List<List<Object>> rows = new ArrayList<>();
		final InspectedImages data = audit.data();
		final ImageGroups near = data.nearDuplicates();
		for (int i = 0; i < data.images().size(); i++) {
			rows.add(row(audit, data.images().get(i), data.duplicates().numberOf(i),
				near.numberOf(i)));
		}
		for (final FailedSample file : data.failed()) {
			rows.add(List.of(file.name(), file.label(), "", "", "", "", "", "", "",
				"", "", "", "", "", "", "", "", "", "", "", "", file.reason()));
		}
		return new Table(List.of("path", "class", "side", "group", "width",
			"height", "channels", "slices", "frames", "rgb", "bit_depth", "min",
			"max", "mean", "saturated_share", "pixel_width", "pixel_height", "unit",
			"content_hash", "duplicate_group", "near_duplicate_group", "problem"),
			rows);
	}

	private static List<Object> row(final DataAudit audit,
		final InspectedImage image, final int duplicateGroup, final int nearGroup)
	{
		final SurveyedSample s = image.surveyed();
		final PixelSize size = s.pixelSize() == null ? new PixelSize(Double.NaN,
			Double.NaN, "") : s.pixelSize();
		final Side side = s.sample().declaredSide();
		return List.of(s.sample().name(), s.sample().label(), side == null ? ""
			: side.label(), group(audit, s), s.width(), s.height(), s.channels(),
			image.slices(), image.frames(), String.valueOf(s.rgb()), s.bitDepth(), s
				.min(), s.max(), image.intensity().mean(), image.intensity()
					.saturatedShare(), size.width(), size.height(), size.unit(), s
						.contentHash(), duplicateGroup, nearGroup, problem(image));
	}

	private static String group(final DataAudit audit,
		final SurveyedSample surveyed)
	{
		return Objects.requireNonNullElse(audit.grouping().groupOf(surveyed
			.sample()), "");
	}

	private static String problem(final InspectedImage image) {
		final List<String> problems = new ArrayList<>();
		if (image.isConstant()) problems.add("constant");
		else {
			image.intensity().constantChannels().forEach(channel -> problems.add(
				"channel " + channel + " constant"));
			if (image.intensity().isSaturated()) problems.add("saturated");
		}
		return String.join(", ", problems);
	}

	/**
	 * @param audit an inspection
	 * @return a row per class, in the order of the classes
	 */
	public static Table classes(final DataAudit audit) {
		final List<List<Object>> rows = audit.classes().stream().map(
			InspectionTables::row).toList();
		return new Table(List.of("class", "images", "different", "unreadable",
			"groups", "training", "validation", "test", "width", "height", "channels",
			"slices", "frames", "bit_depth", "min", "max", "mean", "constant",
			"saturated"), rows);
	}

	private static List<Object> row(final ClassSummary c) {
		return List.of(c.label(), c.images(), c.different(), c.unreadable(), c
			.groups(), count(c, Side.TRAINING), count(c, Side.VALIDATION), count(c,
				Side.TEST), cell(c.width()), cell(c.height()), cell(c.channels()), cell(
					c.slices()), cell(c.frames()), cell(c.bitDepths()), c.min(), c.max(),
			c.mean(), c.constant(), c.saturated());
	}

	/** One value is a number, which macros can compute with. */
	private static Object cell(final ClassSummary.Extremes extremes) {
		return extremes.min() == extremes.max() ? extremes.min() : extremes
			.toString();
	}

	private static Object cell(final List<Integer> numbers) {
		return numbers.size() == 1 ? numbers.get(0) : numbers.stream().map(
			String::valueOf).collect(Collectors.joining(" "));
	}

	private static int count(final ClassSummary summary, final Side side) {
		return summary.sides().getOrDefault(side, 0);
	}

	/**
	 * @param audit an inspection
	 * @return a row per finding; of the files that it concerns the count and the
	 *         first 20
	 */
	public static Table findings(final DataAudit audit) {
		final List<List<Object>> rows = new ArrayList<>();
		for (final Finding finding : audit.findings()) {
			rows.add(List.of(finding.severity().label(), finding.topic(), finding
				.text(), finding.files().size(), finding.files().stream().limit(
					MOST_EXAMPLES).collect(Collectors.joining("; "))));
		}
		return new Table(List.of("severity", "topic", "finding", "files",
			"examples"), rows);
	}

	/**
	 * @param audit an inspection
	 * @return a row per file or folder that was left out on purpose
	 */
	public static Table skipped(final DataAudit audit) {
		final List<List<Object>> rows = new ArrayList<>();
		for (final SkippedFile file : audit.data().source().skipped()) {
			rows.add(List.of(file.name(), file.reason()));
		}
		return new Table(List.of("path", "reason"), rows);
	}
}
