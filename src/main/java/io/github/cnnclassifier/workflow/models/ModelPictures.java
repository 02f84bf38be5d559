
package io.github.cnnclassifier.workflow.models;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.archive.SelfTestImage;
import io.github.cnnclassifier.dataset.source.Listing;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.workflow.OpenModel;

/**
 * Images by which a person knows a model again: one each of its first classes
 * if its training images are still where they were, else that of its self-test.
 * A model file never holds an image of anybody.
 */
public final class ModelPictures {

	private static final int MOST = 4;
	/** A field of view is none to know a model by, and takes long to read. */
	private static final long LARGEST_FILE = 20L << 20;
	/** Of one folder; what comes behind is not tried. */
	private static final int MOST_TRIES = 5;

	private final ImageReader reader;
	private final RecentModels recent;

	/**
	 * @param reader opens images
	 * @param recent knows where training images were
	 */
	public ModelPictures(final ImageReader reader, final RecentModels recent) {
		this.reader = reader;
		this.recent = recent;
	}

	/**
	 * Takes a moment: for a thread in the background.
	 *
	 * @param model a file that can be used, or the name of a shipped model
	 * @return one to four images
	 * @throws io.github.cnnclassifier.failure.UserFailure if the model cannot be
	 *           used any more
	 * @throws IOException if a folder of images cannot be looked into
	 */
	public List<SampleImage> of(final Path model) throws IOException {
		final List<SampleImage> images = new ArrayList<>();
		final Optional<Path> folder = recent.imagesOf(model).filter(
			Files::isDirectory);
		if (folder.isPresent()) {
			for (final Path entry : Listing.of(folder.get())) {
				if (images.size() < MOST && Files.isDirectory(entry)) first(entry)
					.ifPresent(images::add);
			}
		}
		if (images.isEmpty()) images.add(SelfTestImage.of(OpenModel.describe(
			model)));
		return images;
	}

	private Optional<SampleImage> first(final Path folder) throws IOException {
		int tries = 0;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
			for (final Path file : files) {
				if (tries++ == MOST_TRIES) break;
				if (!Files.isRegularFile(file) || !reader.looksLikeImage(file) || Files
					.size(file) > LARGEST_FILE) continue;
				final ItemOutcome<SampleImage> read = ItemOutcome.of(() -> reader.read(
					file));
				if (!read.isFailed()) return Optional.of(read.result());
			}
		}
		return Optional.empty();
	}
}
