
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Finds images in IDX files. A class is called like its number and classes are
 * ordered by number. Images stay as the bytes that were read.
 */
final class IdxDataset {

	private final List<Sample> samples = new ArrayList<>();
	private final TreeSet<Integer> classes = new TreeSet<>();
	private final Set<Path> used = new HashSet<>();

	private IdxDataset() {}

	/** @return whether one of the files is an IDX images file by its name */
	static boolean isIn(final List<Path> entries) throws IOException {
		return !names(entries).isEmpty();
	}

	/** Reads one images file and the labels file beside it. */
	static Found ofFile(final Path file) throws IOException {
		final IdxName name = IdxName.of(file).orElseThrow(() -> new UserFailure(
			"Expected a folder with one sub-folder of images for each class, a list " +
				"with a name ending in .csv, .tsv or .txt, or an IDX images file with " +
				"a name like train-images-idx3-ubyte, found the file '" + file + "'."));
		final IdxDataset dataset = new IdxDataset();
		dataset.add(name, Listing.of(file.toAbsolutePath().getParent()));
		return dataset.found(List.of());
	}

	/** Reads the training and test files of the one data set in a folder. */
	static Found ofFolder(final Path folder, final List<Path> entries)
		throws IOException
	{
		final List<IdxName> names = withoutPackedTwins(names(entries));
		requireOneFamily(folder, names);
		final IdxDataset dataset = new IdxDataset();
		for (final Side side : new Side[] { Side.TRAINING, Side.TEST, null }) {
			for (final IdxName name : names) {
				if (name.side() == side) dataset.add(name, entries);
			}
		}
		return dataset.found(entries);
	}

	private static List<IdxName> names(final List<Path> entries)
		throws IOException
	{
		final List<IdxName> names = new ArrayList<>();
		for (final Path entry : entries) {
			if (Files.isRegularFile(entry) && !Listing.isHidden(entry)) IdxName.of(
				entry).ifPresent(names::add);
		}
		return names;
	}

	private static List<IdxName> withoutPackedTwins(final List<IdxName> names) {
		final Set<String> plain = names.stream().filter(name -> !name.isPacked())
			.map(IdxName::plainName).collect(Collectors.toSet());
		return names.stream().filter(name -> !name.isPacked() || !plain.contains(
			name.plainName())).collect(Collectors.toList());
	}

	private static void requireOneFamily(final Path folder,
		final List<IdxName> names)
	{
		final long families = names.stream().map(IdxName::family).distinct()
			.count();
		final long sides = names.stream().map(IdxName::side).distinct().count();
		if (families == 1 && sides == names.size()) return;
		throw new UserFailure("Expected the IDX files of one data set in '" +
			folder + "', found several: " + LabelRules.quoted(names.stream().map(
				IdxName::plainName).collect(Collectors.toList())) +
			". Give the path of one images file instead of the folder.");
	}

	private void add(final IdxName name, final List<Path> neighbors)
		throws IOException
	{
		final Path labelsFile = name.labelsFile(neighbors).orElseThrow(
			() -> new UserFailure("Expected the labels file '" + name.labelsName() +
				"' (or .gz) beside '" + name.file() + "', found none. Put it there."));
		final IdxFile images = IdxFile.read(name.file(), 3);
		final IdxFile labels = IdxFile.read(labelsFile, 1);
		if (images.length(0) != labels.length(0)) throw new UserFailure(
			"Expected a label for each image, found " + images.length(0) +
				" images in '" + name.file() + "' and " + labels.length(0) +
				" labels in '" + labelsFile + "'. The files do not belong together.");
		used.add(name.file());
		used.add(labelsFile);
		for (int i = 0; i < images.length(0); i++) {
			final int label = labels.data()[i] & 0xff;
			classes.add(label);
			final String sample = name.plainName() + "[" + i + "]";
			final int index = i;
			samples.add(new Sample(Integer.toString(label), sample, name.side(),
				() -> image(images, index, sample)));
		}
	}

	private static SampleImage image(final IdxFile images, final int index,
		final String name)
	{
		final int height = images.length(1);
		final int width = images.length(2);
		final int area = height * width;
		final byte[] pixels = Arrays.copyOfRange(images.data(), index * area,
			(index + 1) * area);
		return new SampleImage(width, height, 1, false, 8, Pixels.ofUnsignedBytes(
			pixels), null, name);
	}

	private Found found(final List<Path> entries) throws IOException {
		final List<SkippedFile> skipped = new ArrayList<>();
		for (final Path entry : entries) {
			if (!used.contains(entry)) skipped.add(new SkippedFile(Listing.name(
				entry), Listing.isHidden(entry) ? "hidden"
					: "not one of the IDX files that are used"));
		}
		return new Found(classes.stream().map(String::valueOf).collect(Collectors
			.toList()), samples, skipped);
	}
}
