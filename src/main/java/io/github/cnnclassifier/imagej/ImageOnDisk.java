
package io.github.cnnclassifier.imagej;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import io.github.cnnclassifier.dataset.source.SafeName;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.storage.FreeName;
import io.github.cnnclassifier.storage.Outputs;

/**
 * An open image as it is on the disk: as it is seen, as it was once, or not at
 * all.
 */
public final class ImageOnDisk {

	private static final String ENDING = ".tif";
	private static final String FOLDER = "CNN images";

	private final ImagePlus image;
	/** Null if there is none. */
	private final Path file;
	/** Why the file is not what is seen, a sentence; empty if it is. */
	private final String difference;

	private ImageOnDisk(final ImagePlus image, final Path file,
		final String difference)
	{
		this.image = image;
		this.file = file;
		this.difference = difference;
	}

	/**
	 * @param image open, only read
	 * @param reader tells how many planes its file has
	 * @return where it is; the head of its file is read, so not for the event
	 *         thread
	 */
	public static ImageOnDisk of(final ImagePlus image,
		final ImageReader reader)
	{
		final String title = "'" + image.getTitle() + "'";
		final Path named = named(image.getOriginalFileInfo());
		if (named == null) return new ImageOnDisk(image, null, title +
			" was never saved.");
		if (!Files.isRegularFile(named)) return new ImageOnDisk(image, named,
			"The file of " + title + ", '" + named + "', is not there any more.");
		if (image.changes) return new ImageOnDisk(image, named, title +
			" was changed since it was saved as '" + named.getFileName() + "'.");
		return new ImageOnDisk(image, named, otherPlanes(image, named, reader));
	}

	private static Path named(final FileInfo info) {
		if (info == null || info.directory == null || info.directory.isEmpty() ||
			info.fileName == null || info.fileName.isEmpty()) return null;
		try {
			return Path.of(info.directory, info.fileName).toAbsolutePath()
				.normalize();
		}
		catch (final InvalidPathException e) {
			// a place in the net
			return null;
		}
	}

	/** To delete or add a slice is no change to ImageJ. */
	private static String otherPlanes(final ImagePlus image, final Path file,
		final ImageReader reader)
	{
		final int open = image.getNSlices() * image.getNFrames();
		final ItemOutcome<Integer> stored = ItemOutcome.of(() -> reader.planeCount(
			file));
		return stored.isFailed() || stored.result() == open ? "" : "'" + image
			.getTitle() + "' has " + open + (open == 1 ? " plane" : " planes") +
			", and its file '" + file.getFileName() + "' has " + stored.result() +
			".";
	}

	/** @return the file that has what is seen; empty if there is none */
	public Optional<Path> file() {
		return difference.isEmpty() ? Optional.of(file) : Optional.empty();
	}

	/** @return why there is no such file, a sentence; empty if there is one */
	public String difference() {
		return difference;
	}

	/**
	 * @return a TIFF file that does not exist: beside the former file, else in
	 *         the folder {@code CNN images} of the user's home
	 */
	public Path proposed() {
		final Path folder = file == null || !Files.isDirectory(file.getParent())
			? Path.of(System.getProperty("user.home"), FOLDER) : file.getParent();
		return FreeName.beside(folder.resolve(SafeName.ofTitle(image.getTitle()) +
			ENDING));
	}

	/**
	 * Saves it; the open image is that of the file from then on, as ImageJ has
	 * it. Not for the event thread.
	 *
	 * @param target a TIFF file that does not exist; appears whole or not at all,
	 *          missing folders are made
	 * @throws UserFailure if it exists, cannot be written, or would not be what
	 *           is seen
	 * @throws IOException if the disk fails
	 */
	public void save(final Path target) throws IOException {
		final Path whole = target.toAbsolutePath().normalize();
		if (Files.exists(whole)) throw new UserFailure("There is a '" + whole +
			"' already, which is not replaced. Choose another name.");
		Outputs.requireWritableFile(whole, false);
		if (FilePalette.of(image) != FilePalette.NONE) throw new UserFailure("'" +
			image.getTitle() +
			"' has a palette, whose numbers a TIFF file of ImageJ " +
			"takes for values. Convert it first, with Image > Type > RGB Color.");
		Files.createDirectories(whole.getParent());
		final Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
		final boolean changed = image.changes;
		boolean done = false;
		try {
			if (!new FileSaver(image).saveAsTiff(part.toString()))
				throw new IOException("'" + whole +
					"' could not be written; ImageJ's message says why");
			Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
			done = true;
		}
		finally {
			if (!done) {
				image.changes = changed;
				Files.deleteIfExists(part);
			}
		}
		belongTo(whole);
	}

	private void belongTo(final Path saved) {
		final FileInfo info = image.getFileInfo();
		info.fileFormat = FileInfo.TIFF;
		info.fileName = saved.getFileName().toString();
		info.directory = saved.getParent() + File.separator;
		info.url = "";
		info.description = null;
		image.setFileInfo(info);
		image.setTitle(info.fileName);
		image.changes = false;
	}
}
