
package io.github.cnnclassifier.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
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

	/** What has room for files. */
	@FunctionalInterface
	interface Place {

		/**
		 * @param file that does not exist
		 * @return to write it
		 * @throws IOException if it cannot be made
		 */
		FileChannel create(Path file) throws IOException;
	}

	private final Path target;
	private final Path temporary;
	private final FileChannel channel;
	private final OutputStream out;

	private PendingFile(final Path target, final Path temporary,
		final Place place) throws IOException
	{
		this.target = target;
		this.temporary = temporary;
		try {
			this.channel = place.create(temporary);
		}
		catch (final FileSystemException e) {
			// nobody knows the name of the temporary neighbour
			throw new FileSystemException(target.toString(), null, e
				.getReason() == null ? "its folder takes no files" : e.getReason());
		}
		this.out = new BufferedOutputStream(new Named(), 1 << 16);
	}

	/**
	 * @param target the file that shall exist after {@link #commit()}; missing
	 *          parent folders are made
	 * @return an empty file in the making
	 * @throws IOException if the folder cannot be written to
	 */
	public static PendingFile open(final Path target) throws IOException {
		return open(target, PendingFile::create);
	}

	static FileChannel create(final Path file) throws IOException {
		return FileChannel.open(file, StandardOpenOption.CREATE_NEW,
			StandardOpenOption.WRITE);
	}

	static PendingFile open(final Path target, final Place place)
		throws IOException
	{
		final Path absolute = target.toAbsolutePath();
		final Path folder = absolute.getParent();
		Files.createDirectories(folder);
		// Files.createTempFile would make the result readable by its owner alone.
		return new PendingFile(absolute, folder.resolve("." + absolute
			.getFileName() + "." + ProcessHandle.current().pid() + "-" + Long
				.toHexString(System.nanoTime()) + ".part"), place);
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
		try {
			while (bytes.hasRemaining()) {
				next += channel.write(bytes, next);
			}
		}
		catch (final IOException e) {
			throw named(e);
		}
	}

	/** A full disk does not say for which file it has no room. */
	private IOException named(final IOException e) {
		if (e.getClass() != IOException.class) return e;
		final IOException named = new FileSystemException(target.toString(), null, e
			.getMessage());
		named.initCause(e);
		return named;
	}

	/** Forces the content to the disk; then only the move is left to do. */
	void complete() throws IOException {
		if (!channel.isOpen()) return;
		out.flush();
		force();
		channel.close();
	}

	/**
	 * Forces the content to the disk and moves it over the target. Nothing can be
	 * written afterwards.
	 *
	 * @throws IOException if the disk fails; the target is then as it was
	 */
	public void commit() throws IOException {
		complete();
		try {
			Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private void force() throws IOException {
		try {
			channel.force(true);
		}
		catch (final IOException e) {
			throw named(e);
		}
	}

	/** Drops what was not committed; may be called more than once. */
	@Override
	public void close() throws IOException {
		channel.close();
		Files.deleteIfExists(temporary);
	}

	/** Writes to the end; what goes wrong names the target. */
	private final class Named extends OutputStream {

		@Override
		public void write(final int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(final byte[] bytes, final int from, final int length)
			throws IOException
		{
			PendingFile.this.write(ByteBuffer.wrap(bytes, from, length), channel
				.size());
		}
	}
}
