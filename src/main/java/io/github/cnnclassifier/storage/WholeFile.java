
package io.github.cnnclassifier.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that appear whole or not at all: the content goes to a temporary
 * neighbour, is forced to the disk and then moved over the target. A process
 * killed at any moment leaves the old file, or none.
 */
public final class WholeFile {

	/** Writes the content of a file. */
	@FunctionalInterface
	public interface Content {

		/**
		 * @param out where to write; closed by the caller
		 * @throws IOException if writing fails; the target then stays as it was
		 */
		void writeTo(OutputStream out) throws IOException;
	}

	private WholeFile() {}

	/**
	 * Writes a file, replacing an existing one. Missing parent folders are made.
	 *
	 * @param target the file that shall exist afterwards
	 * @param content writes it
	 * @throws IOException if the content or the disk fails; the target is then as
	 *           it was and the temporary neighbour is gone
	 */
	public static void write(final Path target, final Content content)
		throws IOException
	{
		final Path absolute = target.toAbsolutePath();
		final Path folder = absolute.getParent();
		Files.createDirectories(folder);
		// Files.createTempFile would make the result readable by its owner alone.
		final Path temporary = folder.resolve("." + absolute.getFileName() + "." +
			ProcessHandle.current().pid() + "-" + Long.toHexString(System
				.nanoTime()) + ".part");
		try {
			try (FileChannel channel = FileChannel.open(temporary,
				StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
					OutputStream out = new BufferedOutputStream(Channels.newOutputStream(
						channel), 1 << 16))
			{
				content.writeTo(out);
				out.flush();
				channel.force(true);
			}
			move(temporary, absolute);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
