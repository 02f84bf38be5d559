
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;

/**
 * Finds classes in a folder of stacks: each stack is a class, called like the
 * file without its ending, and its planes are the images of the class. The
 * planes are separate images, not views of one thing: they form no group. A
 * file that cannot be read is a class whose image fails.
 */
final class StackClasses {

	/** The last ending, and the one that OME-TIFF files have before it. */
	private static final Pattern ENDING = Pattern.compile(
		"(?i)(\\.ome)?\\.[^.]+$");

	private static final int UNREADABLE = -1;

	private final ImageReader reader;
	private final StackFiles files;

	StackClasses(final ImageReader reader, final StackFiles files) {
		this.reader = reader;
		this.files = files;
	}

	/** @return nothing unless there are at least two stacks */
	Found scan(final List<Path> entries) throws IOException {
		final List<Sample> samples = new ArrayList<>();
		final List<SkippedFile> skipped = new ArrayList<>();
		int stacks = 0;
		for (final Path entry : entries) {
			final int planes = planeCount(entry);
			if (planes > 1) stacks++;
			if (planes == UNREADABLE || planes > 1) samples.addAll(planes(entry));
			else skipped.add(new SkippedFile(Listing.name(entry), reason(entry)));
		}
		if (stacks < 2) return new Found(List.of(), List.of(), List.of());
		if (files.policy() != null && files.policy().isSingle())
			throw new UserFailure("Expected planes=each for a folder of stacks, " +
				"where each stack is a class and its planes are the images, found " +
				"planes=" + files.policy().label() + ", which would leave one image " +
				"for each class. Use planes=each, or put stacks into class folders.");
		return new Found(labels(samples), samples, skipped);
	}

	/** @return 0 for what is no image; {@link #UNREADABLE} for a damaged one */
	private int planeCount(final Path entry) throws IOException {
		if (Files.isDirectory(entry) || Listing.isHidden(entry) || !reader
			.looksLikeImage(entry)) return 0;
		try {
			return reader.planeCount(entry);
		}
		catch (final IOException e) {
			// reading it as a sample fails as well and tells why
			return UNREADABLE;
		}
	}

	private String reason(final Path entry) throws IOException {
		if (Listing.isHidden(entry)) return "hidden";
		if (Files.isDirectory(entry))
			return "a folder without images, so not a class";
		return reader.looksLikeImage(entry)
			? "beside the stacks that are the classes, but a single image"
			: "not an image";
	}

	private List<Sample> planes(final Path stack) {
		final String file = Listing.name(stack);
		final String label = ENDING.matcher(file).replaceFirst("");
		final int count = files.count(stack);
		return IntStream.range(0, count).mapToObj(i -> new Sample(label, StackFiles
			.name(file, i, count), null, new StackSource(files, stack, i, count,
				null))).toList();
	}

	private static List<String> labels(final List<Sample> samples) {
		final TreeSet<String> labels = new TreeSet<>(CodePointOrder.INSTANCE);
		samples.forEach(sample -> labels.add(sample.label()));
		return List.copyOf(labels);
	}
}
