
package io.github.cnnclassifier.dataset.prepare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.Outputs;

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
	private static final long RESERVE_BYTES = 1L << 29;

	private final MemoryBudget memory;
	/** Null if nothing goes to the disk. */
	private final DiskImages disk;

	private ImageCache(final long memoryBytes, final DiskImages disk) {
		memory = new MemoryBudget(memoryBytes);
		this.disk = disk;
	}

	/**
	 * @param memoryBytes for resized images; beyond it they are read again
	 * @return a cache that never writes a file and needs no closing
	 */
	public static ImageCache inMemory(final long memoryBytes) {
		return new ImageCache(memoryBytes, null);
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
		final DiskImages disk = new DiskImages(place, reserveBytes, progress);
		disk.removeAbandoned();
		return new ImageCache(memoryBytes, disk);
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

	/** The memory that is left. */
	MemoryBudget memory() {
		return memory;
	}

	/**
	 * @param resized to keep on disk
	 * @return where {@link #read} finds it, at least 0; -1 if it is not kept
	 */
	long write(final SampleImage resized) {
		return disk == null ? -1 : disk.write(resized);
	}

	/**
	 * @param place that {@link #write} gave
	 * @return the image; null if it is not kept any more
	 */
	SampleImage read(final long place) {
		return disk.read(place);
	}

	/** @return how many bytes are kept on disk now */
	public long bytesOnDisk() {
		return disk == null ? 0 : disk.size();
	}

	/**
	 * @return how much is kept on disk and where, in words; empty if that is no
	 *         more than when it was last asked
	 */
	public Optional<String> notice() {
		return disk == null ? Optional.empty() : disk.notice();
	}

	/** Removes the file. */
	@Override
	public void close() {
		if (disk != null) disk.close();
	}
}
