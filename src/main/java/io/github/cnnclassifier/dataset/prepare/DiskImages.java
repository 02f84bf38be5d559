
package io.github.cnnclassifier.dataset.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import io.github.cnnclassifier.image.ImageBytes;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.ScratchFile;

/**
 * Images in one file on disk, which is made with the first one. Trouble is told
 * once and then there are no images, instead of an exception. Thread-safe;
 * closing removes the file.
 */
final class DiskImages implements AutoCloseable {

	private static final String PREFIX = "cnn-classifier-images-";
	private static final long BYTES_BETWEEN_LOOKS = 1L << 24;
	private static final String ADVICE =
		"are read from their own files in each epoch, which is slower. " +
			"cacheFolder=FOLDER names another place.";

	private final Path folder;
	private final long reserveBytes;
	private final Progress progress;
	private ScratchFile file;
	private boolean growing = true;
	private long nextLook;
	private long toldBytes;

	/**
	 * @param folder of the file
	 * @param reserveBytes that stay free on the disk
	 * @param progress told what goes wrong
	 */
	DiskImages(final Path folder, final long reserveBytes,
		final Progress progress)
	{
		this.folder = folder;
		this.reserveBytes = reserveBytes;
		this.progress = progress;
	}

	/** Removes what killed runs have left in the folder. */
	void removeAbandoned() {
		try {
			final long bytes = ScratchFile.removeAbandoned(folder, PREFIX);
			if (bytes > 0) progress.message(
				"Removed the resized images that a killed run had left in '" + folder +
					"', " + text(bytes) + ".");
		}
		catch (final IOException e) {
			progress.message("What a killed run may have left in '" + folder +
				"' could not be removed: " + e.getMessage());
		}
	}

	/** @return where {@link #read} finds it, at least 0; -1 if it is not kept */
	synchronized long write(final SampleImage image) {
		if (!growing || !hasRoom()) return -1;
		try {
			if (file == null) create();
			return file.append(ImageBytes.of(image));
		}
		catch (final IOException e) {
			giveUp("cannot be written (" + e.getMessage() + ")");
			return -1;
		}
	}

	private boolean hasRoom() {
		final long bytes = size();
		if (bytes < nextLook) return true;
		nextLook = bytes + BYTES_BETWEEN_LOOKS;
		try {
			if (Files.getFileStore(folder).getUsableSpace() >= reserveBytes)
				return true;
		}
		catch (final IOException e) {
			giveUp("cannot be written (" + e.getMessage() + ")");
			return false;
		}
		growing = false;
		progress.message("The disk of '" + folder + "' is nearly full, so " +
			(bytes > 0 ? "only " + text(bytes) + " of" : "no") +
			" resized images are kept there. The others " + ADVICE);
		return false;
	}

	private void create() throws IOException {
		file = ScratchFile.create(folder, PREFIX);
		progress.message(
			"The images need more memory than there is; those beyond " +
				"it are kept in '" + folder + "' until the run ends.");
	}

	/** @return null if it is not kept any more */
	SampleImage read(final long place) {
		final ScratchFile current;
		synchronized (this) {
			current = file;
		}
		if (current == null) return null;
		try {
			return ImageBytes.read(current.read(place));
		}
		catch (final IOException e) {
			giveUp("cannot be read (" + e.getMessage() + ")");
			return null;
		}
	}

	/** Frees the disk, on which the model must still find room. */
	private synchronized void giveUp(final String reason) {
		// another thread told it, or the run is over
		if (!growing && file == null) return;
		progress.message("The file for resized images in '" + folder + "' " +
			reason + ". Images beyond the memory " + ADVICE);
		close();
	}

	/** @return bytes on the disk */
	synchronized long size() {
		return file == null ? 0 : file.size();
	}

	/** @return how much is where, a sentence; empty if it is no more by now */
	synchronized Optional<String> notice() {
		final long bytes = size();
		if (bytes <= toldBytes) return Optional.empty();
		toldBytes = bytes;
		return Optional.of(text(bytes) + " of resized images are kept in '" + file
			.path() + "' until the run ends.");
	}

	private static String text(final long bytes) {
		return bytes >= 1L << 30 ? String.format(Locale.ROOT, "%.1f GB", bytes /
			(double) (1L << 30)) : String.format(Locale.ROOT, "%.1f MB", bytes /
				(double) (1L << 20));
	}

	@Override
	public synchronized void close() {
		growing = false;
		final ScratchFile old = file;
		file = null;
		if (old == null) return;
		try {
			old.close();
		}
		catch (final IOException e) {
			progress.message("The file '" + old.path() + "' could not be removed: " +
				e.getMessage() + ". Remove it by hand.");
		}
	}
}
