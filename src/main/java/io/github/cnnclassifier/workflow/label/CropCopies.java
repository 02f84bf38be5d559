
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.SafeName;
import io.github.cnnclassifier.image.ImageWriter;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.storage.Sha256;

/**
 * Copies of the pixels of crops that a list cannot name, such as regions of an
 * open image: in a folder beside the list, each written once a session. Not
 * thread-safe.
 */
final class CropCopies {

	private static final String FOLDER = "crops";
	private static final int DIGITS = 8;

	private final Path folder;
	private final ImageWriter writer;
	private final Set<Crop> written = new HashSet<>();

	/** @param list the file of the labels */
	CropCopies(final Path list, final ImageWriter writer) {
		folder = list.toAbsolutePath().resolveSibling(FOLDER);
		this.writer = writer;
	}

	/**
	 * @return whether its pixels have to be saved, also since they were deleted
	 */
	boolean needs(final Crop crop) {
		return !written.contains(crop) || !Files.exists(file(crop));
	}

	/** @throws IOException if the disk fails */
	void save(final Crop crop, final SampleImage pixels) throws IOException {
		writer.write(pixels, file(crop));
		written.add(crop);
	}

	private Path file(final Crop crop) {
		return folder.resolve(name(crop, writer.extension()));
	}

	/** @return its path in the list */
	String path(final Crop crop) {
		return FOLDER + "/" + name(crop, writer.extension());
	}

	/**
	 * @return the same name for the same crop, and another one for any other,
	 *         which a person recognizes
	 */
	static String name(final Crop crop, final String extension) {
		return SafeName.ofTitle(crop.title()) + "-" + Sha256.of(crop.name()
			.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS) + extension;
	}
}
