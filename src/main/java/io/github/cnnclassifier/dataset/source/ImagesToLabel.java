
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;

/**
 * Finds images that somebody is going to label: those of class folders, which
 * have a class already, and those beside them, which have none; rows of a list
 * with or without a class; the planes of a single file.
 */
final class ImagesToLabel {

	private final Path source;
	private final ImageReader reader;
	private final StackFiles files;

	ImagesToLabel(final Path source, final ImageReader reader,
		final StackFiles files)
	{
		this.source = source;
		this.reader = reader;
		this.files = files;
	}

	/** @throws UserFailure if there are none, or the form is not known */
	Found find() throws IOException {
		if (!Files.exists(source)) throw new UserFailure(
			"Expected a folder of images, a list or an image, but '" + source +
				"' does not exist. Check the path.");
		if (Files.isDirectory(source)) return folder();
		if (ListTable.isNamedSo(source)) return new ImageList(source, files, false)
			.find();
		if (IdxName.of(source).isPresent()) return IdxDataset.ofFile(source);
		if (!reader.looksLikeImage(source)) throw new UserFailure(
			"Expected a folder of images, a list with a name ending in .csv, .tsv " +
				"or .txt, or an image, found the file '" + source +
				"'. Choose another one.");
		return new Found(List.of(), files.samples(source, Listing.name(source),
			LabeledImages.NO_CLASS, null), List.of());
	}

	private Found folder() throws IOException {
		final List<Path> entries = Listing.of(source);
		if (IdxDataset.isIn(entries)) return IdxDataset.ofFolder(source, entries);
		final List<Path> folders = new ArrayList<>();
		final List<Sample> samples = new ArrayList<>();
		final List<SkippedFile> skipped = new ArrayList<>();
		for (final Path entry : entries) {
			final String name = Listing.name(entry);
			if (Listing.isHidden(entry)) skipped.add(new SkippedFile(name, "hidden"));
			else if (Files.isDirectory(entry)) folders.add(entry);
			else if (!reader.looksLikeImage(entry)) skipped.add(new SkippedFile(name,
				"not an image"));
			else samples.addAll(files.samples(entry, name, LabeledImages.NO_CLASS,
				null));
		}
		final TreeSet<String> labels = new TreeSet<>(CodePointOrder.INSTANCE);
		if (!folders.isEmpty()) try {
			final Found classes = new ClassFolders(source, reader, files).scan(
				folders);
			labels.addAll(classes.labels());
			samples.addAll(classes.samples());
			skipped.addAll(classes.skipped());
		}
		catch (final UserFailure e) {
			// folders without images are no reason not to label those beside them
			if (samples.isEmpty()) throw e;
		}
		if (samples.isEmpty()) throw new UserFailure("Expected images in '" +
			source + "', found none. Choose another folder.");
		return new Found(List.copyOf(labels), samples, skipped).grouped(RegionList
			.of(source));
	}
}
