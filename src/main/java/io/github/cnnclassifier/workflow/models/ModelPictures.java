
package io.github.cnnclassifier.workflow.models;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.archive.SelfTestImage;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Listing;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.PlanePolicy;
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
		final Optional<Path> source = recent.imagesOf(model);
		if (source.isPresent()) {
			images.addAll(ofClassFolders(source.get()));
			if (images.isEmpty()) images.addAll(ofClasses(source.get()));
		}
		if (images.isEmpty()) images.add(SelfTestImage.of(OpenModel.describe(
			model)));
		return images;
	}

	/** The quick way, for the usual folder. */
	private List<SampleImage> ofClassFolders(final Path source)
		throws IOException
	{
		final List<SampleImage> images = new ArrayList<>();
		if (!Files.isDirectory(source)) return images;
		for (final Path entry : Listing.of(source)) {
			if (images.size() < MOST && Files.isDirectory(entry)) first(entry)
				.ifPresent(images::add);
		}
		return images;
	}

	/** Of lists, of stacks, and of folders that are laid out in other ways. */
	private List<SampleImage> ofClasses(final Path source) {
		final Map<String, SampleImage> images = new LinkedHashMap<>();
		final Map<String, Integer> tries = new HashMap<>();
		for (final Sample sample : samples(source)) {
			if (images.size() == MOST) break;
			if (images.containsKey(sample.label()) || tries.merge(sample.label(), 1,
				Integer::sum) > MOST_TRIES) continue;
			final ItemOutcome<SampleImage> read = ItemOutcome.of(() -> read(sample));
			if (!read.isFailed()) images.put(sample.label(), read.result());
		}
		return List.copyOf(images.values());
	}

	private List<Sample> samples(final Path source) {
		try {
			return LabeledImages.openAsFound(source, reader, Set.of(),
				PlanePolicy.MIDDLE, CorrectionUse.IGNORE).samples();
		}
		catch (final UserFailure e) {
			// they are not where they were: the self-test has an image
			return List.of();
		}
	}

	private static SampleImage read(final Sample sample) throws IOException {
		final Optional<ImagePlace> place = sample.source().place();
		if (place.isPresent() && Files.size(place.get().file()) > LARGEST_FILE)
			throw new IOException("too large to be looked at");
		return sample.source().read();
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
