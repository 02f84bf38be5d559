
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Region;

/**
 * Finds images by a table that names them: one row for each image, or for each
 * region of an image. A row that cannot be used becomes a sample that fails,
 * with the number of the row and the reason; only the header ends the run.
 * Where some rows name a side of the split, the others are for training.
 */
final class ImageList {

	private final Path list;
	private final StackFiles files;
	private final boolean classes;
	private final ListPaths paths;
	private final Map<Path, Integer> counts = new HashMap<>();
	private final Map<Path, Integer> uses = new HashMap<>();
	private final Map<Path, String> firstNames = new HashMap<>();

	ImageList(final Path list, final StackFiles files) {
		this(list, files, true);
	}

	/** @param classes whether each row must tell a class */
	ImageList(final Path list, final StackFiles files, final boolean classes) {
		this.list = list;
		this.files = files;
		this.classes = classes;
		paths = new ListPaths(list);
	}

	/** A row and what became of it: a file, or a reason why there is none. */
	private record Entry(long number, ListRow row, Path file, String name,
			String reason)
	{
	}

	Found find() throws IOException {
		final ListTable table = ListTable.read(list);
		final ListColumns columns = new ListColumns(list, table.header(), classes);
		final List<Entry> entries = new ArrayList<>();
		for (final CSVRecord row : table.rows()) {
			final Entry entry = entry(row, columns);
			entries.add(entry);
			if (entry.file() == null) continue;
			uses.merge(entry.file(), 1, Integer::sum);
			firstNames.putIfAbsent(entry.file(), entry.name());
		}
		final List<Sample> samples = new ArrayList<>();
		final TreeSet<String> labels = new TreeSet<>(CodePointOrder.INSTANCE);
		final Side otherSide = entries.stream().anyMatch(entry -> entry.row()
			.side() != null) ? Side.TRAINING : null;
		for (final Entry entry : entries) {
			final Side side = entry.row().side() == null ? otherSide : entry.row()
				.side();
			samples.addAll(entry.file() == null ? List.of(failing(entry, side))
				: samples(entry, side));
			if (!entry.row().label().isEmpty()) labels.add(entry.row().label());
		}
		if (uses.isEmpty()) throw noneUsable(entries);
		return new Found(List.copyOf(labels), samples, columns.unused().stream()
			.map(title -> new SkippedFile("column " + title,
				"a column without a meaning here")).toList());
	}

	private UserFailure noneUsable(final List<Entry> entries) {
		if (entries.isEmpty()) return new UserFailure("Expected a row for each " +
			"image below the names of the columns in '" + list + "', found none.");
		return new UserFailure("None of the " + entries.size() + " rows of '" +
			list + "' can be used. The first is '" + Legible.quote(entries.get(0)
				.name()) + "'. " + reason(entries.get(0)));
	}

	private Entry entry(final CSVRecord record, final ListColumns columns) {
		final String path = columns.text(record, ListColumn.PATH);
		final String name = path.isEmpty() ? "row " + record.getRecordNumber()
			: Legible.line(path.replace('\\', '/'));
		try {
			final ListRow row = ListRow.of(record, columns);
			return new Entry(record.getRecordNumber(), row, paths.find(path), name,
				null);
		}
		catch (final UserFailure e) {
			// with too many cells nobody knows which one is the class
			final String text = columns.text(record, ListColumn.CLASS);
			final String label = record.size() > columns.count() || !Legible.isLine(
				text) ? "" : text;
			final Side side = SideNames.side(columns.text(record, ListColumn.SPLIT));
			return new Entry(record.getRecordNumber(), new ListRow(path, label, null,
				side, null, -1), null, name, e.getMessage());
		}
	}

	private static Sample failing(final Entry entry, final Side side) {
		final String reason = reason(entry);
		return new Sample(entry.row().label(), entry.name(), side, () -> {
			throw new IOException(reason);
		});
	}

	private static String reason(final Entry entry) {
		return "Row " + entry.number() + ": " + entry.reason();
	}

	private List<Sample> samples(final Entry entry, final Side side) {
		final ListRow row = entry.row();
		final Path file = entry.file();
		final boolean onePlane = row.plane() >= 0;
		final int count = onePlane ? 1 : counts.computeIfAbsent(file, files::count);
		final boolean shared = uses.get(file) > 1 || count > 1 || onePlane;
		final String group = row.group() != null || !shared ? row.group()
			: firstNames.get(file);
		final String region = row.region() == null ? "" : suffix(row.region());
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final String name = (onePlane ? entry.name() + "[" + (row.plane() + 1) +
				"]" : StackFiles.name(entry.name(), i, count)) + region;
			samples.add(new Sample(row.label(), name, side, new RowSource(files, entry
				.number(), file, onePlane, onePlane ? row.plane() : i, row.region(),
				count == 1 ? null : entry.name() + region), group));
		}
		return samples;
	}

	/** The form of the W3C's media fragments. */
	private static String suffix(final Region r) {
		return "#xywh=" + r.x() + "," + r.y() + "," + r.width() + "," + r.height();
	}
}
