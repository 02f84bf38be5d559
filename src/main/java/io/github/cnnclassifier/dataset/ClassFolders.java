
package io.github.cnnclassifier.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;

/**
 * Finds images in class folders, with or without folders for the sides of a
 * split above them. Whatever is not used is listed with a reason.
 */
final class ClassFolders {

	private static final Map<String, Side> SIDE_NAMES = Map.of("train",
		Side.TRAINING, "training", Side.TRAINING, "val", Side.VALIDATION, "valid",
		Side.VALIDATION, "validation", Side.VALIDATION, "test", Side.TEST);

	private final Path root;
	private final ImageReader reader;
	private final List<Sample> samples = new ArrayList<>();
	private final List<SkippedFile> skipped = new ArrayList<>();

	ClassFolders(final Path root, final ImageReader reader) {
		this.root = root;
		this.reader = reader;
	}

	Found scan(final List<Path> entries) throws IOException {
		if (declaresSides(entries)) scanSides(entries, sides(entries));
		else scanClasses(entries, null);
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
	private static boolean declaresSides(final List<Path> entries)
		throws IOException
	{
		for (final Path folder : visibleFolders(entries)) {
			if (side(folder) == Side.TRAINING && !visibleFolders(Listing.of(folder))
				.isEmpty()) return true;
		}
		return false;
	}

	private static Side side(final Path folder) {
		return SIDE_NAMES.get(Listing.name(folder).toLowerCase(Locale.ROOT));
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
			scanClasses(Listing.of(side.getValue()), side.getKey());
		}
	}

	private void scanClasses(final List<Path> entries, final Side side)
		throws IOException
	{
		for (final Path entry : entries) {
			if (Listing.isHidden(entry)) skip(entry, "hidden");
			else if (Files.isDirectory(entry)) scanClass(entry, side);
			else skip(entry, "beside the class folders, so without a class");
		}
	}

	private void scanClass(final Path folder, final Side side)
		throws IOException
	{
		final int before = samples.size();
		for (final Path entry : Listing.of(folder)) {
			if (Listing.isHidden(entry)) skip(entry, "hidden");
			else if (Files.isDirectory(entry)) skip(entry,
				"a folder inside a class folder");
			else if (!reader.looksLikeImage(entry)) skip(entry, "not an image");
			else samples.add(new Sample(Listing.name(folder), relative(entry), side,
				() -> reader.read(entry)));
		}
		if (samples.size() == before) skip(folder,
			"a folder without images, so not a class");
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
