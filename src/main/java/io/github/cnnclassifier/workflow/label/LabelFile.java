
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.storage.AppendedFile;
import io.github.cnnclassifier.storage.FreeName;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.storage.WholeFile;

/**
 * The labels on the disk, a list that training reads at any moment. What is new
 * goes to its end and is forced to the disk; what changes or takes back an
 * earlier row makes the whole list anew beside the old one, which it then
 * replaces. So a killed program leaves each label whose call returned, and at
 * most one row that is cut short. Rows and columns of others are kept. Claimed
 * as long as it is open. Not thread-safe.
 */
final class LabelFile implements AutoCloseable {

	/** Of a list that must be made anew before anything is added to it. */
	private static final long NOT_OURS = -1;

	private final Path file;
	private final OutputClaim claim;
	private final Consumer<String> told;
	private final Set<String> columns = new LinkedHashSet<>();
	/** Cells by the name of the crop; a row without one has a name of its own. */
	private Map<String, Map<String, String>> rows = new LinkedHashMap<>();
	/** Bytes of the file as it was left here. */
	private long size = NOT_OURS;

	private LabelFile(final Path file, final OutputClaim claim,
		final Consumer<String> told)
	{
		this.file = file;
		this.claim = claim;
		this.told = told;
	}

	/**
	 * @param file the list; need not exist
	 * @param cropOf tells of the cells of a row that names no crop which one it
	 *          is about; null if none
	 * @param told gets whole sentences on what was found or happened
	 * @throws UserFailure if the file is no list of labels, or a window of them
	 *           is open
	 * @throws IOException if it cannot be read
	 */
	static LabelFile open(final Path file,
		final Function<Map<String, String>, String> cropOf,
		final Consumer<String> told) throws IOException
	{
		final OutputClaim claim = OutputClaim.of(file, "A label window of '" +
			file + "' is open already, here or in another program. Go on in that " +
			"one, or close it first.");
		boolean opened = false;
		try {
			final LabelFile labels = new LabelFile(file, claim, told);
			if (Files.exists(file)) labels.read(cropOf);
			labels.columns.addAll(LabelRow.COLUMNS);
			opened = true;
			return labels;
		}
		finally {
			if (!opened) claim.close();
		}
	}

	private void read(final Function<Map<String, String>, String> cropOf)
		throws IOException
	{
		final LabelTable table = LabelTable.read(file);
		columns.addAll(table.columns());
		boolean named = true;
		for (final Map<String, String> row : table.rows()) {
			String crop = row.getOrDefault(LabelRow.CROP, "");
			if (crop.isEmpty()) {
				named = false;
				crop = cropOf.apply(row);
			}
			final String name = crop == null ? "\u0000" + rows.size() : crop;
			if (crop != null) row.put(LabelRow.CROP, crop);
			rows.put(name, row);
		}
		if (!table.whole()) told.accept("The last label in '" + file +
			"' was cut short when a program ended; all before it are there.");
		else if (named && rows.size() == table.rows().size() && List.copyOf(columns)
			.containsAll(LabelRow.COLUMNS) && !startsWithMark()) size = Files.size(
				file);
	}

	/** Bytes that Excel puts before a text count for no row. */
	private boolean startsWithMark() throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.read() == 0xEF;
		}
	}

	/** @return the class of each crop that has one, in the order of the rows */
	Map<String, String> labels() {
		final Map<String, String> labels = new LinkedHashMap<>();
		rows.forEach((crop, row) -> {
			final String label = row.getOrDefault(LabelRow.CLASS, "").strip();
			if (!label.isEmpty()) labels.put(crop, label);
		});
		return labels;
	}

	/**
	 * Brings labels to the disk. When it returns, all of them are there; when it
	 * throws, the list is as it was.
	 *
	 * @param changed rows that are new, or take the place of those of the same
	 *          crops
	 * @param removed names of crops that have no label any more
	 * @throws IOException if the disk fails
	 */
	void write(final List<LabelRow> changed, final Collection<String> removed)
		throws IOException
	{
		keepWhatOthersWrote();
		final boolean adds = size != NOT_OURS && removed.stream().noneMatch(
			rows::containsKey) && changed.stream().noneMatch(row -> rows.containsKey(
				row.crop()));
		if (adds) append(changed);
		else {
			final Map<String, Map<String, String>> next = new LinkedHashMap<>(rows);
			removed.forEach(next::remove);
			changed.forEach(row -> next.put(row.crop(), merged(next.get(row.crop()),
				row)));
			replace(next);
		}
	}

	/** @return whether somebody has deleted the list since it was written here */
	boolean isGone() {
		return size != NOT_OURS && !Files.exists(file);
	}

	/**
	 * Gives all rows of a class another one; without such rows nothing is
	 * written.
	 *
	 * @throws IOException if the disk fails; the list is then as it was
	 */
	void rename(final String from, final String to) throws IOException {
		if (!labels().containsValue(from)) return;
		keepWhatOthersWrote();
		final Map<String, Map<String, String>> next = new LinkedHashMap<>();
		rows.forEach((crop, row) -> {
			final Map<String, String> renamed = new LinkedHashMap<>(row);
			if (from.equals(row.getOrDefault(LabelRow.CLASS, "").strip())) renamed
				.put(LabelRow.CLASS, to);
			next.put(crop, renamed);
		});
		replace(next);
	}

	/** Cells of columns that are not ours stay. */
	private static Map<String, String> merged(final Map<String, String> former,
		final LabelRow row)
	{
		final Map<String, String> cells = new LinkedHashMap<>();
		if (former != null) cells.putAll(former);
		cells.putAll(row.cells());
		return cells;
	}

	private void append(final List<LabelRow> added) throws IOException {
		if (added.isEmpty()) return;
		final List<String> titles = List.copyOf(columns);
		final StringBuilder text = new StringBuilder();
		added.forEach(row -> text.append(LabelTable.line(titles, row.cells())));
		final byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		AppendedFile.append(file, bytes);
		added.forEach(row -> rows.put(row.crop(), row.cells()));
		size += bytes.length;
	}

	private void replace(final Map<String, Map<String, String>> next)
		throws IOException
	{
		if (next.isEmpty()) {
			Files.deleteIfExists(file);
			rows = next;
			size = NOT_OURS;
			return;
		}
		final List<String> titles = List.copyOf(columns);
		final StringBuilder text = new StringBuilder(LabelTable.header(titles));
		next.values().forEach(row -> text.append(LabelTable.line(titles, row)));
		final byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		WholeFile.write(file, out -> out.write(bytes));
		rows = next;
		size = bytes.length;
	}

	/** Somebody may have opened the list in a spreadsheet and saved it there. */
	private void keepWhatOthersWrote() throws IOException {
		if (size == NOT_OURS || Files.exists(file) && Files.size(file) == size)
			return;
		if (Files.isRegularFile(file)) {
			final Path aside = free();
			Files.move(file, aside);
			told.accept("The list of labels was changed by another program " +
				"meanwhile. What that one wrote is kept as '" + aside + "'.");
		}
		size = NOT_OURS;
	}

	private Path free() {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		final String stem = dot < 0 ? name : name.substring(0, dot);
		return FreeName.beside(file.resolveSibling(stem +
			"-changed-elsewhere.csv"));
	}

	@Override
	public void close() throws IOException {
		claim.close();
	}
}
