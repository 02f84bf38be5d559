
package io.github.cnnclassifier.workflow.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;
import io.github.cnnclassifier.report.PredictionRow;
import io.github.cnnclassifier.workflow.Existing;

/**
 * What is made of the files of a folder once its table is there: sorted files,
 * labeled copies. A file that fails is told and counted; the others go on.
 */
final class FolderFiles {

	private static final int AHEAD = 16;

	/** A file with its rows, which follow each other in the table. */
	private record Classified(String name, List<PredictionRow> rows) {
	}

	/** Makes something of a file. */
	@FunctionalInterface
	private interface Work {

		void of(Classified file) throws IOException;
	}

	private final Path images;
	private final List<Classified> files;
	private final Progress progress;

	/**
	 * @param images the folder that was searched
	 * @param rows answers in the order of the table
	 * @param progress shows and cancels
	 */
	FolderFiles(final Path images, final List<PredictionRow> rows,
		final Progress progress)
	{
		this.images = images;
		this.files = files(rows);
		this.progress = progress;
	}

	private static List<Classified> files(final List<PredictionRow> rows) {
		final List<Classified> files = new ArrayList<>();
		for (final PredictionRow row : rows) {
			final String name = RowName.parse(row.name()).file();
			if (files.isEmpty() || !files.get(files.size() - 1).name().equals(name))
				files.add(new Classified(name, new ArrayList<>(1)));
			files.get(files.size() - 1).rows().add(row);
		}
		return files;
	}

	/**
	 * Checks, before any work is done, a folder that is to be filled.
	 *
	 * @param key of the folder, for messages
	 * @param folder to be filled
	 * @param images the folder that is searched
	 * @param existing whether the folder may hold files of the same run
	 * @throws UserFailure if it is in the folder of images, or not empty
	 * @throws IOException if the disk fails
	 */
	static void requireUsable(final String key, final Path folder,
		final Path images, final Existing existing) throws IOException
	{
		if (!Files.exists(folder)) {
			requireOutside(key, folder.toAbsolutePath().normalize(), images
				.toAbsolutePath().normalize());
			return;
		}
		if (!Files.isDirectory(folder)) throw new UserFailure("Expected " + key +
			" to be a folder, but '" + folder + "' is a file. Name a folder.");
		requireOutside(key, folder.toRealPath(), images.toRealPath());
		if (existing == Existing.CONTINUED) return;
		try (Stream<Path> entries = Files.list(folder)) {
			if (entries.findAny().isPresent()) throw new UserFailure("Expected " +
				key + " to be a new or empty folder, so that files of two runs do " +
				"not mix, but '" + folder + "' is not empty. Name another folder, or " +
				"continue the same run with resume=true.");
		}
	}

	private static void requireOutside(final String key, final Path folder,
		final Path images)
	{
		if (folder.startsWith(images)) throw new WrongUsage("Expected " + key +
			" to be outside of the folder of images, where the next run would take " +
			"its files for new images, found '" + folder +
			"'. Name a folder beside it.");
	}

	/**
	 * @param sorted takes each file that has one answer
	 * @return how many could not be put there
	 * @throws IOException if the disk fails
	 */
	int sort(final SortedFiles sorted) throws IOException {
		return each("Sorted", file -> sorted.put(path(file), file.name(), file
			.rows().get(0).answer()));
	}

	/**
	 * @param labeled takes each file
	 * @return how many could not be written
	 * @throws IOException if the disk fails
	 */
	int label(final LabeledFiles labeled) throws IOException {
		return each("Labeled", file -> labeled.write(path(file), file.name(), file
			.rows().stream().map(row -> new LabeledCopies.Answer(RowName.parse(row
				.name()).plane(), row.prediction())).toList()));
	}

	private Path path(final Classified file) {
		return images.resolve(file.name());
	}

	/**
	 * @throws CanceledException if the user stopped the run; what is done stays
	 */
	private int each(final String done, final Work work) {
		int failed = 0;
		try (ReadAhead<Optional<String>> reasons = new ReadAhead<>(files.size(),
			AHEAD, i -> attempt(files.get(i), work), progress))
		{
			for (int i = 0; reasons.hasNext(); i++) {
				final Optional<String> reason = reasons.next();
				if (reason.isPresent()) {
					failed++;
					progress.message("Nothing was saved of '" + files.get(i).name() +
						"': " + reason.get());
				}
				progress.update((i + 1.0) / files.size(), done + " " + (i + 1) +
					" of " + files.size() + " files");
			}
		}
		return failed;
	}

	private static Optional<String> attempt(final Classified file,
		final Work work)
	{
		return Optional.ofNullable(ItemOutcome.of(() -> {
			work.of(file);
			return file;
		}).reason());
	}
}
