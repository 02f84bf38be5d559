
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;

/**
 * Finds images in class folders, with or without folders for the sides of a
 * split above them or, class by class, directly below them. All other folders
 * below a class folder belong to the class. Without any class folder, stacks
 * are classes: see {@link StackClasses}. Whatever is not used is listed with a
 * reason.
 */
final class ClassFolders {

	private final Path root;
	private final ImageReader reader;
	private final StackFiles files;
	private final Listing.Lister lister;
	private final List<Sample> samples = new ArrayList<>();
	private final List<SkippedFile> skipped = new ArrayList<>();

	ClassFolders(final Path root, final ImageReader reader,
		final StackFiles files)
	{
		this(root, reader, files, Listing::of);
	}

	/** @param lister lists each folder */
	ClassFolders(final Path root, final ImageReader reader,
		final StackFiles files, final Listing.Lister lister)
	{
		this.lister = lister;
		this.root = root;
		this.reader = reader;
		this.files = files;
	}

	Found scan(final List<Path> entries) throws IOException {
		if (declaresSides(entries)) scanSides(entries, sides(entries));
		else scanClasses(entries, null);
		if (samples.isEmpty()) {
			final Found stacks = new StackClasses(reader, files).scan(entries);
			if (!stacks.samples().isEmpty()) return stacks;
		}
		final TreeSet<String> labels = new TreeSet<>(CodePointOrder.INSTANCE);
		samples.forEach(sample -> labels.add(sample.label()));
		if (labels.isEmpty()) throw new UserFailure("Expected sub-folders with " +
			"images, one for each class, found none in '" + root + "'. " +
			"Put the images of each class in a sub-folder of its own.");
		skipped.sort(Comparator.comparing(SkippedFile::name,
			CodePointOrder.INSTANCE));
		return new Found(List.copyOf(labels), samples, skipped);
	}

	/** A class may be called "train", but then it holds images, not folders. */
	private boolean declaresSides(final List<Path> entries) throws IOException {
		for (final Path folder : visibleFolders(entries)) {
			if (side(folder) == Side.TRAINING && !visibleFolders(lister.of(folder))
				.isEmpty()) return true;
		}
		return false;
	}

	private static Side side(final Path folder) {
		return SideNames.side(Listing.name(folder));
	}

	private Map<Side, Path> sides(final List<Path> entries) throws IOException {
		final Map<Side, Path> sides = new EnumMap<>(Side.class);
		for (final Path folder : visibleFolders(entries)) {
			final Side side = side(folder);
			if (side == null) continue;
			final Path other = sides.put(side, folder);
			if (other != null) throw new UserFailure("The folders '" + Listing.name(
				other) + "' and '" + Listing.name(folder) + "' in '" + root +
				"' both mean " + side.label() + " images. Keep one of them.");
		}
		return sides;
	}

	private void scanSides(final List<Path> entries, final Map<Side, Path> sides)
		throws IOException
	{
		for (final Path entry : entries) {
			if (!sides.containsValue(entry)) skip(entry, Listing.isHidden(entry)
				? "hidden" : "beside the folders of the split");
		}
		for (final Map.Entry<Side, Path> side : sides.entrySet()) {
			scanClasses(lister.of(side.getValue()), side.getKey());
		}
	}

	private void scanClasses(final List<Path> entries, final Side side)
		throws IOException
	{
		for (final Path entry : entries) {
			if (Listing.isHidden(entry)) skip(entry, "hidden");
			else if (Files.isDirectory(entry)) scanClass(entry, side);
			else skip(entry, Listing.trouble(entry).orElse(
				"beside the class folders, so without a class"));
		}
	}

	private void scanClass(final Path folder, final Side side)
		throws IOException
	{
		final int before = samples.size();
		final String label = Listing.name(folder);
		final List<Path> entries = entries(folder, label, side);
		final boolean sidesBelow = side == null && visibleFolders(entries).stream()
			.anyMatch(entry -> side(entry) == Side.TRAINING);
		for (final Path entry : entries) {
			scanEntry(entry, label, sidesBelow && Files.isDirectory(entry) ? side(
				entry) : side);
		}
		if (samples.size() == before) skip(folder,
			"a folder without images, so not a class");
	}

	private void scanEntry(final Path entry, final String label, final Side side)
		throws IOException
	{
		if (Listing.isHidden(entry)) skip(entry, "hidden");
		else if (Files.isDirectory(entry)) {
			for (final Path below : entries(entry, label, side)) {
				scanEntry(below, label, side);
			}
		}
		else scanFile(entry, label, side);
	}

	private void scanFile(final Path file, final String label, final Side side) {
		final Optional<String> trouble = Listing.trouble(file);
		if (trouble.isPresent()) samples.add(unreadable(file, label, side, trouble
			.get()));
		else if (!reader.looksLikeImage(file)) skip(file, "not an image");
		else samples.addAll(files.samples(file, relative(file), label, side));
	}

	/**
	 * Of a folder of a class; one that cannot be looked into becomes a sample
	 * that fails when it is read, since it may have had images.
	 */
	private List<Path> entries(final Path folder, final String label,
		final Side side)
	{
		try {
			if (!Listing.leadsBack(folder)) return lister.of(folder);
			skip(folder, "a link to a folder that it is in");
		}
		catch (final IOException e) {
			samples.add(unreadable(folder, label, side, Listing.reason(e)));
		}
		return List.of();
	}

	private Sample unreadable(final Path path, final String label,
		final Side side, final String reason)
	{
		return new Sample(label, relative(path), side, () -> {
			throw new IOException(reason);
		});
	}

	private static List<Path> visibleFolders(final List<Path> entries)
		throws IOException
	{
		final List<Path> folders = new ArrayList<>();
		for (final Path entry : entries) {
			if (Files.isDirectory(entry) && !Listing.isHidden(entry)) folders.add(
				entry);
		}
		return folders;
	}

	private void skip(final Path path, final String reason) {
		skipped.add(new SkippedFile(relative(path), reason));
	}

	private String relative(final Path path) {
		final List<String> parts = new ArrayList<>();
		root.relativize(path).forEach(part -> parts.add(part.toString()));
		return String.join("/", parts);
	}
}
