
package io.github.cnnclassifier.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * Keeps an output to one run at a time, as two would replace what the other has
 * written. A hidden neighbour of the output is locked as long as the claim is
 * open, and gone afterwards; the lock ends with the process, however that ends.
 * Where the file system knows no locks, nobody is kept out. Whoever makes it
 * closes it.
 */
public final class OutputClaim implements AutoCloseable {

	private static final String ENDING = ".lock";
	private static final byte[] MARK =
		"CNN Classifier writes the file of this name at this moment.\n".getBytes(
			StandardCharsets.UTF_8);

	private final TemporaryFile lock;
	/** Deepest first. */
	private final List<Path> madeFolders;

	private OutputClaim(final TemporaryFile lock, final List<Path> madeFolders) {
		this.lock = lock;
		this.madeFolders = madeFolders;
	}

	/**
	 * @param output a file that is going to be written; its folder is made if it
	 *          does not exist, and removed if nothing was written there
	 * @return closed when the output is complete or given up
	 * @throws UserFailure if another run, in this process or another one, has
	 *           claimed it
	 * @throws IOException if the folder cannot be written to
	 */
	public static OutputClaim of(final Path output) throws IOException {
		return of(output, "Another run is writing '" + output +
			"' at this moment. Wait until it has ended, or choose another name.");
	}

	/**
	 * The same for what is claimed longer than a run takes.
	 *
	 * @param output as above
	 * @param taken what is said if it has been claimed: by whom, and what to do
	 * @return closed when the output is complete or given up
	 * @throws UserFailure if it has been claimed, in this process or another one
	 * @throws IOException if the folder cannot be written to
	 */
	public static OutputClaim of(final Path output, final String taken)
		throws IOException
	{
		final Path absolute = output.toAbsolutePath();
		final List<Path> missing = new ArrayList<>();
		for (Path parent = absolute.getParent(); parent != null && !Files.exists(
			parent); parent = parent.getParent())
			missing.add(parent);
		Files.createDirectories(absolute.getParent());
		final Optional<TemporaryFile> lock = TemporaryFile.claim(absolute
			.resolveSibling("." + absolute.getFileName() + ENDING), MARK);
		return new OutputClaim(lock.orElseThrow(() -> new UserFailure(taken)),
			missing);
	}

	/**
	 * Removes what killed programs have left, whatever output they had claimed.
	 *
	 * @param folder of the outputs; need not exist
	 * @throws IOException if the folder cannot be listed, or the disk fails
	 */
	static void removeAbandoned(final Path folder) throws IOException {
		TemporaryFile.removeAbandoned(folder, name -> name.startsWith(".") && name
			.endsWith(ENDING), MARK);
	}

	/** @return whether a second run would be noticed */
	public boolean isLocked() {
		return lock.isLocked();
	}

	/** Lets others write the output. */
	@Override
	public void close() throws IOException {
		lock.close();
		try {
			for (final Path made : madeFolders) {
				Files.deleteIfExists(made);
			}
		}
		catch (final DirectoryNotEmptyException e) {
			// the output is there, or somebody else's file
			return;
		}
	}
}
