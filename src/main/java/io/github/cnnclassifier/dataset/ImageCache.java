
package io.github.cnnclassifier.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageBytes;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.ScratchFile;

/**
 * Where resized images are kept while a run lasts: in memory up to a budget,
 * beyond it in one file on disk. A disk that is full or fails never ends the
 * run: the user is told once, and images are then read from their own files
 * again.
 * <p>
 * Thread-safe. Whoever makes it closes it, which removes the file; images can
 * still be asked for then and are read again.
 */
public final class ImageCache implements AutoCloseable {

	/** Left on the disk for the model and for everybody else. */
	static final long RESERVE_BYTES = 1L << 29;

	private static final String PREFIX = "cnn-classifier-images-";
	private static final long BYTES_BETWEEN_LOOKS = 1L << 24;

	private final MemoryBudget memory;
	private final Path folder;
	private final long reserveBytes;
	private final Progress progress;
	private ScratchFile file;
	private boolean open;
	private long nextLook;
	private long toldBytes;

	private ImageCache(final long memoryBytes, final Path folder,
		final long reserveBytes, final Progress progress)
	{
		memory = new MemoryBudget(memoryBytes);
		this.folder = folder;
		this.reserveBytes = reserveBytes;
		this.progress = progress;
		open = folder != null;
	}

	/**
	 * @param memoryBytes for resized images; beyond it they are read again
	 * @return a cache that never writes a file and needs no closing
	 */
	public static ImageCache inMemory(final long memoryBytes) {
		return new ImageCache(memoryBytes, null, 0, Progress.none());
	}

	/**
	 * Also removes what killed runs have left in the folder. The file itself is
	 * only made when the memory is used up.
	 *
	 * @param memoryBytes for resized images
	 * @param folder of the file for all others; null for Java's folder for
	 *          temporary files
	 * @param progress told where and how much is kept, and what goes wrong
	 * @return an empty cache
	 * @throws UserFailure if the folder does not exist or cannot be written to
	 */
	public static ImageCache open(final long memoryBytes, final Path folder,
		final Progress progress)
	{
		return open(memoryBytes, folder, RESERVE_BYTES, progress);
	}

	static ImageCache open(final long memoryBytes, final Path folder,
		final long reserveBytes, final Progress progress)
	{
		if (folder != null) requireWritable(folder);
		final Path place = folder != null ? folder : Path.of(System.getProperty(
			"java.io.tmpdir"));
		final ImageCache cache = new ImageCache(memoryBytes, place, reserveBytes,
			progress);
		cache.removeAbandoned();
		return cache;
	}

	/**
	 * @param folder named by the user
	 * @throws UserFailure if it does not exist or cannot be written to
	 */
	public static void requireWritable(final Path folder) {
		if (!Files.exists(folder)) throw new UserFailure(
			"Expected cacheFolder to be an existing folder, but '" + folder +
				"' does not exist. Make it, or leave cacheFolder out.");
		Outputs.requireWritableFolder(folder);
	}

	private void removeAbandoned() {
		try {
			final long bytes = ScratchFile.removeAbandoned(folder, PREFIX);
			if (bytes > 0) progress.message(
				"Removed the resized images that a killed run had left in '" + folder +
					"', " + size(bytes) + ".");
		}
		catch (final IOException e) {
			progress.message("What a killed run may have left in '" + folder +
				"' could not be removed: " + e.getMessage());
		}
	}

	/** The memory that is left. */
	MemoryBudget memory() {
		return memory;
	}

	/**
	 * @param resized to keep on disk
	 * @return where {@link #read} finds it, at least 0; -1 if it is not kept
	 */
	synchronized long write(final SampleImage resized) {
		if (!open || !hasRoom()) return -1;
		try {
			if (file == null) create();
			return file.append(ImageBytes.of(resized));
		}
		catch (final IOException e) {
			giveUp("cannot be written (" + e.getMessage() + ")");
			return -1;
		}
	}

	private boolean hasRoom() {
		final long size = bytesOnDisk();
		if (size < nextLook) return true;
		nextLook = size + BYTES_BETWEEN_LOOKS;
		try {
			if (Files.getFileStore(folder).getUsableSpace() >= reserveBytes)
				return true;
		}
		catch (final IOException e) {
			giveUp("cannot be looked at (" + e.getMessage() + ")");
			return false;
		}
		open = false;
		progress.message("The disk of '" + folder + "' is nearly full, so " +
			(size > 0 ? "only " + size(size) + " of" : "no") +
			" resized images are kept there. " + ADVICE);
		return false;
	}

	private static final String ADVICE =
		"The others are read from their own files in each epoch, which is slower. " +
			"cacheFolder=FOLDER names another place.";

	private void create() throws IOException {
		file = ScratchFile.create(folder, PREFIX);
		progress.message(
			"The images need more memory than there is; those beyond " +
				"it are kept in '" + folder + "' until the run ends.");
	}

	/**
	 * @param place that {@link #write} gave
	 * @return the image; null if it is not kept any more
	 */
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
		if (!open && file == null) return;
		open = false;
		progress.message("The file for resized images in '" + folder + "' " +
			reason + ". " + ADVICE);
		try {
			remove();
		}
		catch (final IOException e) {
			progress.message("It could not be removed either: " + e.getMessage());
		}
	}

	/** @return how much is kept on disk now */
	public synchronized long bytesOnDisk() {
		return file == null ? 0 : file.size();
	}

	/**
	 * @return how much is kept where, in words; empty if nothing was added since
	 *         it was last asked
	 */
	public synchronized Optional<String> news() {
		final long bytes = bytesOnDisk();
		if (bytes <= toldBytes) return Optional.empty();
		toldBytes = bytes;
		return Optional.of(size(bytes) + " of resized images are kept in '" + file
			.path() + "' until the run ends.");
	}

	private static String size(final long bytes) {
		return bytes >= 1L << 30 ? String.format(Locale.ROOT, "%.1f GB", bytes /
			(double) (1L << 30)) : String.format(Locale.ROOT, "%.1f MB", bytes /
				(double) (1L << 20));
	}

	private void remove() throws IOException {
		final ScratchFile old = file;
		file = null;
		if (old != null) old.close();
	}

	/** Removes the file. */
	@Override
	public synchronized void close() {
		open = false;
		try {
			remove();
		}
		catch (final IOException e) {
			progress.message("The file for resized images in '" + folder +
				"' could not be removed: " + e.getMessage());
		}
	}
}
