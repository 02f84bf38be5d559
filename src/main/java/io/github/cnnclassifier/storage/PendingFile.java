
package io.github.cnnclassifier.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file in the making, for content that comes bit by bit: it grows in a
 * temporary neighbour of its target and replaces the target on
 * {@link #commit()}. Closed without that, it is gone and the target stays as it
 * was. Whoever opens it closes it. Not thread-safe.
 */
public final class PendingFile implements AutoCloseable {

	private final Path target;
	private final Path temporary;
	private final FileChannel channel;
	private final OutputStream out;

	private PendingFile(final Path target, final Path temporary)
		throws IOException
	{
		this.target = target;
		this.temporary = temporary;
		this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW,
			StandardOpenOption.WRITE);
		this.out = new BufferedOutputStream(Channels.newOutputStream(channel),
			1 << 16);
	}

	/**
	 * @param target the file that shall exist after {@link #commit()}; missing
	 *          parent folders are made
	 * @return an empty file in the making
	 * @throws IOException if the folder cannot be written to
	 */
	public static PendingFile open(final Path target) throws IOException {
		final Path absolute = target.toAbsolutePath();
		final Path folder = absolute.getParent();
		Files.createDirectories(folder);
		// Files.createTempFile would make the result readable by its owner alone.
		return new PendingFile(absolute, folder.resolve("." + absolute
			.getFileName() + "." + ProcessHandle.current().pid() + "-" + Long
				.toHexString(System.nanoTime()) + ".part"));
	}

	/** @return where to write, buffered; needs no closing */
	public OutputStream out() {
		return out;
	}

	/**
	 * For content that does not come in order; not to be mixed with
	 * {@link #out()}.
	 *
	 * @param bytes written whole
	 * @param position in the file, in bytes
	 * @throws IOException if the disk fails
	 */
	public void write(final ByteBuffer bytes, final long position)
		throws IOException
	{
		long next = position;
		while (bytes.hasRemaining()) {
			next += channel.write(bytes, next);
		}
	}

	/**
	 * Forces the content to the disk and moves it over the target. Nothing can be
	 * written afterwards.
	 *
	 * @throws IOException if the disk fails; the target is then as it was
	 */
	public void commit() throws IOException {
		out.flush();
		channel.force(true);
		channel.close();
		try {
			Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Drops what was not committed; may be called more than once. */
	@Override
	public void close() throws IOException {
		channel.close();
		Files.deleteIfExists(temporary);
	}
}
