
package io.github.cnnclassifier.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * Keeps an output to one run at a time, as two would replace what the other has
 * written. A hidden neighbour of the output is locked as long as the claim is
 * open; the lock ends with the process, however that ends. Where the file
 * system knows no locks, nobody is kept out. Whoever makes it closes it.
 */
public final class OutputClaim implements AutoCloseable {

	private final Path output;
	private final Path file;
	private final FileChannel channel;
	/** Deepest first. */
	private final List<Path> madeFolders;

	private OutputClaim(final Path output, final Path file,
		final FileChannel channel, final List<Path> madeFolders)
	{
		this.madeFolders = madeFolders;
		this.output = output;
		this.file = file;
		this.channel = channel;
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
		final Path absolute = output.toAbsolutePath();
		final List<Path> missing = new ArrayList<>();
		for (Path parent = absolute.getParent(); parent != null && !Files.exists(
			parent); parent = parent.getParent())
			missing.add(parent);
		Files.createDirectories(absolute.getParent());
		final Path file = absolute.resolveSibling("." + absolute.getFileName() +
			".lock");
		final OutputClaim claim = new OutputClaim(output, file, FileChannel.open(
			file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), missing);
		boolean claimed = false;
		try {
			claim.lock();
			claimed = true;
			return claim;
		}
		finally {
			if (!claimed) claim.channel.close();
		}
	}

	private void lock() {
		try {
			final FileLock lock = channel.tryLock();
			// the other run may have ended and removed it since it was opened
			if (lock == null || !Files.exists(file)) throw inUse();
		}
		catch (final OverlappingFileLockException e) {
			throw inUse();
		}
		catch (final IOException e) {
			// some network drives know no locks; they are no reason not to work
			return;
		}
	}

	private UserFailure inUse() {
		return new UserFailure("Another run is writing '" + output +
			"' at this moment. Wait until it has ended, or choose another name.");
	}

	/** Lets others write the output. */
	@Override
	public void close() throws IOException {
		// removed first: later, another run could have locked it
		Files.deleteIfExists(file);
		channel.close();
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
