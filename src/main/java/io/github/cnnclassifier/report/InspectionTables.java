
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.inspect.ClassSummary;
import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.inspect.Finding;
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

	/** What is known of an image that could be read. */
	private record Readable(DataAudit audit, InspectedImage image,
			int duplicateGroup, int nearGroup)
	{

		SurveyedSample surveyed() {
			return image.surveyed();
		}

		String side() {
			final Side side = surveyed().sample().declaredSide();
			return side == null ? "" : side.label();
		}

		String group() {
			return Objects.requireNonNullElse(audit.grouping().groupOf(surveyed()
				.sample()), "");
		}

		PixelSize pixelSize() {
			final PixelSize size = surveyed().pixelSize();
			return size == null ? new PixelSize(Double.NaN, Double.NaN, "") : size;
		}
	}

	private record Row(String path, String label, Optional<Readable> readable,
			String problem)
	{

		Object cell(final Function<Readable, Object> cell) {
			return readable.map(cell).orElse("");
		}
	}

	private InspectionTables() {}

	/**
	 * @param audit an inspection
	 * @return a row per readable image in the order of the data set, then one per
	 *         unreadable image with path, class and the reason in "problem".
	 *         Groups of duplicates are 1-based numbers, 0 for no group
	 */
	public static Table images(final DataAudit audit) {
		final List<Row> rows = new ArrayList<>();
		final InspectedImages data = audit.data();
		for (int i = 0; i < data.images().size(); i++) {
			final InspectedImage image = data.images().get(i);
			rows.add(new Row(image.surveyed().sample().name(), image.surveyed()
				.sample().label(), Optional.of(new Readable(audit, image, data
					.duplicates().numberOf(i), data.nearDuplicates().numberOf(i))),
				problem(image)));
		}
		for (final FailedSample file : data.failed()) {
			rows.add(new Row(file.name(), file.label(), Optional.empty(), file
				.reason()));
		}
		return imageColumns().table(rows);
	}

	private static Columns<Row> imageColumns() {
		final Columns<Row> columns = new Columns<>();
		columns.add("path", Row::path);
		columns.add("class", Row::label);
		columns.add("side", row -> row.cell(Readable::side));
		columns.add("group", row -> row.cell(Readable::group));
		columns.add("width", row -> row.cell(r -> r.surveyed().width()));
		columns.add("height", row -> row.cell(r -> r.surveyed().height()));
		columns.add("channels", row -> row.cell(r -> r.surveyed().channels()));
		columns.add("slices", row -> row.cell(r -> r.image().slices()));
		columns.add("frames", row -> row.cell(r -> r.image().frames()));
		columns.add("rgb", row -> row.cell(r -> String.valueOf(r.surveyed()
			.rgb())));
		columns.add("bit_depth", row -> row.cell(r -> r.surveyed().bitDepth()));
		columns.add("min", row -> row.cell(r -> r.surveyed().min()));
		columns.add("max", row -> row.cell(r -> r.surveyed().max()));
		columns.add("mean", row -> row.cell(r -> r.image().intensity().mean()));
		columns.add("saturated_share", row -> row.cell(r -> r.image().intensity()
			.saturatedShare()));
		columns.add("pixel_width", row -> row.cell(r -> r.pixelSize().width()));
		columns.add("pixel_height", row -> row.cell(r -> r.pixelSize().height()));
		columns.add("unit", row -> row.cell(r -> r.pixelSize().unit()));
		columns.add("content_hash", row -> row.cell(r -> r.surveyed()
			.contentHash()));
		columns.add("duplicate_group", row -> row.cell(Readable::duplicateGroup));
		columns.add("near_duplicate_group", row -> row.cell(Readable::nearGroup));
		columns.add("problem", Row::problem);
		return columns;
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
		final Columns<ClassSummary> columns = new Columns<>();
		columns.add("class", ClassSummary::label);
		columns.add("images", ClassSummary::images);
		columns.add("different", ClassSummary::different);
		columns.add("unreadable", ClassSummary::unreadable);
		columns.add("groups", ClassSummary::groups);
		columns.add("training", c -> count(c, Side.TRAINING));
		columns.add("validation", c -> count(c, Side.VALIDATION));
		columns.add("test", c -> count(c, Side.TEST));
		columns.add("width", c -> cell(c.width()));
		columns.add("height", c -> cell(c.height()));
		columns.add("channels", c -> cell(c.channels()));
		columns.add("slices", c -> cell(c.slices()));
		columns.add("frames", c -> cell(c.frames()));
		columns.add("bit_depth", c -> cell(c.bitDepths()));
		columns.add("min", ClassSummary::min);
		columns.add("max", ClassSummary::max);
		columns.add("mean", ClassSummary::mean);
		columns.add("constant", ClassSummary::constant);
		columns.add("saturated", ClassSummary::saturated);
		return columns.table(audit.classes());
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
		final Columns<Finding> columns = new Columns<>();
		columns.add("severity", f -> f.severity().label());
		columns.add("topic", Finding::topic);
		columns.add("finding", Finding::text);
		columns.add("files", f -> f.files().size());
		columns.add("examples", f -> f.files().stream().limit(MOST_EXAMPLES)
			.collect(Collectors.joining("; ")));
		return columns.table(audit.findings());
	}

	/**
	 * @param audit an inspection
	 * @return a row per file or folder that was left out on purpose
	 */
	public static Table skipped(final DataAudit audit) {
		final Columns<SkippedFile> columns = new Columns<>();
		columns.add("path", SkippedFile::name);
		columns.add("reason", SkippedFile::reason);
		return columns.table(audit.data().source().skipped());
	}
}
