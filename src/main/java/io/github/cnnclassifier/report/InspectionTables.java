
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

		static Column<Row> column(final String heading,
			final Function<Readable, Object> cell)
		{
			return new Column<>(heading, row -> row.readable.map(cell).orElse(""));
		}
	}

	private static final List<Column<Row>> IMAGES = List.of(new Column<>("path",
		Row::path), new Column<>("class", Row::label), Row.column("side",
			Readable::side), Row.column("group", Readable::group), Row.column("width",
				r -> r.surveyed().width()), Row.column("height", r -> r.surveyed()
					.height()), Row.column("channels", r -> r.surveyed().channels()), Row
						.column("slices", r -> r.image().slices()), Row.column("frames",
							r -> r.image().frames()), Row.column("rgb", r -> String.valueOf(r
								.surveyed().rgb())), Row.column("bit_depth", r -> r.surveyed()
									.bitDepth()), Row.column("min", r -> r.surveyed().min()), Row
										.column("max", r -> r.surveyed().max()), Row.column("mean",
											r -> r.image().intensity().mean()), Row.column(
												"saturated_share", r -> r.image().intensity()
													.saturatedShare()), Row.column("pixel_width", r -> r
														.pixelSize().width()), Row.column("pixel_height",
															r -> r.pixelSize().height()), Row.column("unit",
																r -> r.pixelSize().unit()), Row.column(
																	"content_hash", r -> r.surveyed()
																		.contentHash()), Row.column(
																			"duplicate_group",
																			Readable::duplicateGroup), Row.column(
																				"near_duplicate_group",
																				Readable::nearGroup), new Column<>(
																					"problem", Row::problem));

	private static final List<Column<ClassSummary>> CLASSES = List.of(
		new Column<>("class", ClassSummary::label), new Column<>("images",
			ClassSummary::images), new Column<>("different", ClassSummary::different),
		new Column<>("unreadable", ClassSummary::unreadable), new Column<>("groups",
			ClassSummary::groups), new Column<>("training", c -> count(c,
				Side.TRAINING)), new Column<>("validation", c -> count(c,
					Side.VALIDATION)), new Column<>("test", c -> count(c, Side.TEST)),
		new Column<>("width", c -> cell(c.width())), new Column<>("height",
			c -> cell(c.height())), new Column<>("channels", c -> cell(c.channels())),
		new Column<>("slices", c -> cell(c.slices())), new Column<>("frames",
			c -> cell(c.frames())), new Column<>("bit_depth", c -> cell(c
				.bitDepths())), new Column<>("min", ClassSummary::min), new Column<>(
					"max", ClassSummary::max), new Column<>("mean", ClassSummary::mean),
		new Column<>("constant", ClassSummary::constant), new Column<>("saturated",
			ClassSummary::saturated));

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
		return Column.table(IMAGES, rows);
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
		return Column.table(CLASSES, audit.classes());
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
		return Column.table(List.of(new Column<Finding>("severity", f -> f
			.severity().label()), new Column<>("topic", Finding::topic), new Column<>(
				"finding", Finding::text), new Column<>("files", f -> f.files().size()),
			new Column<>("examples", f -> f.files().stream().limit(MOST_EXAMPLES)
				.collect(Collectors.joining("; ")))), audit.findings());
	}

	/**
	 * @param audit an inspection
	 * @return a row per file or folder that was left out on purpose
	 */
	public static Table skipped(final DataAudit audit) {
		return Column.table(List.of(new Column<SkippedFile>("path",
			SkippedFile::name), new Column<>("reason", SkippedFile::reason)), audit
				.data().source().skipped());
	}
}
