
package io.github.cnnclassifier.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * A file in the making, for content that comes bit by bit: it grows in a
 * temporary neighbour of its target and replaces the target on
 * {@link #commit()}. Closed without that, it is gone and the target stays as it
 * was; so it is when the program ends before. Goes on when a thread is
 * interrupted. Whoever opens it closes it. Not thread-safe.
 */
public final class PendingFile implements AutoCloseable {

	/** A name that nothing else has: of what, by which process, when. */
	private static final Pattern NAME = Pattern.compile(
		"\\..+\\.\\d+-[0-9a-f]+\\.part");

	private final Path target;
	private final TemporaryFile temporary;
	private final OutputStream out;
	private boolean complete;

	private PendingFile(final Path target, final TemporaryFile temporary) {
		this.target = target;
		this.temporary = temporary;
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

	/** On the disks of this computer. */
	static DiskFile create(final Path file) throws IOException {
		return new DiskFile(file, StandardOpenOption.CREATE_NEW,
			StandardOpenOption.WRITE);
	}

	static PendingFile open(final Path target, final TemporaryFile.Place place)
		throws IOException
	{
		final Path absolute = target.toAbsolutePath();
		Files.createDirectories(absolute.getParent());
		try {
			return new PendingFile(absolute, TemporaryFile.create(() -> neighbour(
				absolute), place));
		}
		catch (final FileSystemException e) {
			// nobody knows the name of the temporary neighbour
			throw new FileSystemException(target.toString(), null, e
				.getReason() == null ? "its folder takes no files" : e.getReason());
		}
	}

	/** Files.createTempFile would make the result readable by its owner alone. */
	private static Path neighbour(final Path target) {
		return target.resolveSibling("." + target.getFileName() + "." +
			ProcessHandle.current().pid() + "-" + Long.toHexString(System
				.nanoTime()) + ".part");
	}

	/**
	 * Removes what killed programs have left, whatever the name of its target.
	 *
	 * @param folder of the targets; need not exist
	 * @return the number of bytes that are free again
	 * @throws IOException if the folder cannot be listed, or the disk fails
	 */
	static long removeAbandoned(final Path folder) throws IOException {
		return TemporaryFile.removeAbandoned(folder, NAME.asMatchPredicate(),
			new byte[0]);
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
		try {
			temporary.disk().write(bytes, position);
		}
		catch (final IOException e) {
			throw DiskFile.named(target, e);
		}
	}

	/** Forces the content to the disk; then only the move is left to do. */
	void complete() throws IOException {
		if (complete) return;
		out.flush();
		try {
			temporary.disk().force();
		}
		catch (final IOException e) {
			throw DiskFile.named(target, e);
		}
		complete = true;
	}

	/**
	 * Forces the content to the disk and moves it over the target. Nothing can be
	 * written afterwards.
	 *
	 * @throws IOException if the disk fails; the target is then as it was
	 */
	public void commit() throws IOException {
		complete();
		temporary.moveTo(target);
	}

	/** Drops what was not committed; may be called more than once. */
	@Override
	public void close() throws IOException {
		temporary.close();
	}

	/** Writes to the end; what goes wrong names the target. */
	private final class Named extends OutputStream {

		private long size;

		@Override
		public void write(final int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(final byte[] bytes, final int from, final int length)
			throws IOException
		{
			PendingFile.this.write(ByteBuffer.wrap(bytes, from, length), size);
			size += length;
		}
	}
}
