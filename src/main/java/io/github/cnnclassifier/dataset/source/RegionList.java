
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * The list of the regions that were saved into one folder: a CSV list of
 * labeled images ({@code path,class,group}) that also says where each came
 * from. Rows and columns that a user added are kept. Not thread-safe.
 */
public final class RegionList {

	/** The name of the list in its folder. */
	public static final String NAME = "regions.csv";

	private static final String PATH = "path";
	private static final String CLASS = "class";
	private static final String GROUP = "group";
	private static final String SOURCE = "source";

	private final Path file;
	private final Set<String> columns = new LinkedHashSet<>();
	private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

	private RegionList(final Path file) {
		this.file = file;
	}

	/**
	 * @param folder of the regions; need not exist
	 * @return its list, without rows if there is none yet
	 * @throws UserFailure if the file that is there is no such list
	 * @throws IOException if it cannot be read
	 */
	public static RegionList of(final Path folder) throws IOException {
		final RegionList list = new RegionList(folder.resolve(NAME));
		if (!Files.exists(list.file)) return list;
		try (CSVParser csv = CSVParser.parse(list.text(), ListBesideImages.FORMAT
			.builder().setHeader().setDuplicateHeaderMode(
				DuplicateHeaderMode.DISALLOW).get()))
		{
			list.columns.addAll(csv.getHeaderNames());
			if (!list.columns.containsAll(List.of(PATH, CLASS))) throw list.noList();
			for (final CSVRecord row : csv) {
				if (!row.isConsistent()) throw list.noList();
				list.rows.put(row.get(PATH), row.toMap());
			}
		}
		catch (IllegalArgumentException | CSVException | UncheckedIOException e) {
			// a column twice or without a name, a quote that is never closed
			throw list.noList();
		}
		return list;
	}

	private String text() throws IOException {
		try {
			// without what Excel puts before UTF-8
			return Files.readString(file).replaceFirst("^\ufeff", "");
		}
		catch (final CharacterCodingException e) {
			throw noList();
		}
	}

	private UserFailure noList() {
		return new UserFailure("Expected a list of regions with the columns path " +
			"and class, separated by commas, but '" + file +
			"' is none, or is damaged. Move it away, or choose another folder.");
	}

	/** @return the file of the list */
	public Path file() {
		return file;
	}

	/**
	 * @param path of an image, as in the list
	 * @return the origin of the image it was cut from; empty if it is not in the
	 *         list or the list does not say
	 */
	public Optional<String> origin(final String path) {
		return Optional.ofNullable(rows.get(path)).map(row -> row.get(SOURCE));
	}

	/**
	 * @return tells of the path of an image what it shares with other images;
	 *         empty if the list does not say. A file that was moved to another
	 *         folder, as a corrected label is, is found by its name, unless that
	 *         is the name of files of several groups
	 */
	Function<String, Optional<String>> groups() {
		final Map<String, Set<String>> byFile = new HashMap<>();
		rows.forEach((path, row) -> byFile.computeIfAbsent(file(path),
			unused -> new HashSet<>()).add(row.getOrDefault(GROUP, "")));
		return path -> {
			final Set<String> groups = rows.containsKey(path) ? Set.of(rows.get(path)
				.getOrDefault(GROUP, "")) : byFile.getOrDefault(file(path), Set.of());
			return groups.size() == 1 ? groups.stream().filter(group -> !group
				.isBlank()).findFirst() : Optional.empty();
		};
	}

	private static String file(final String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	/**
	 * @param origin of an image
	 * @return where in that image each of its regions was, by path; without rows
	 *         that do not say
	 */
	public Map<String, SavedPlace> places(final String origin) {
		final Map<String, SavedPlace> places = new LinkedHashMap<>();
		rows.forEach((path, row) -> {
			if (origin.equals(row.get(SOURCE))) SavedPlace.of(row).ifPresent(
				place -> places.put(path, place));
		});
		return places;
	}

	/**
	 * Adds a row with what a user put into another one, unless there is one.
	 *
	 * @param path of the new row
	 * @param former path of the other
	 */
	public void inherit(final String path, final String former) {
		if (rows.containsKey(former)) rows.putIfAbsent(path, rows.get(former));
	}

	/** @param path of the row that is left out; need not be there */
	public void remove(final String path) {
		rows.remove(path);
	}

	/**
	 * Adds a row, or replaces the one of the same path. A group that a user put
	 * there stays.
	 *
	 * @param region that was saved
	 */
	public void put(final SavedRegion region) {
		final Map<String, String> row = new LinkedHashMap<>(rows.getOrDefault(region
			.path(), Map.of()));
		final String group = row.getOrDefault(GROUP, "");
		final boolean edited = !group.isBlank() && !group.equals(row.get(SOURCE));
		row.putAll(region.columns());
		if (edited) row.put(GROUP, group);
		columns.addAll(region.columns().keySet());
		rows.put(region.path(), row);
	}

	/**
	 * Writes the list, whole; without any row there is no file.
	 *
	 * @throws IOException if it cannot be written; the former list stays
	 */
	public void write() throws IOException {
		ListBesideImages.write(file, columns, ListBesideImages.cells(columns, rows
			.values()));
	}
}
