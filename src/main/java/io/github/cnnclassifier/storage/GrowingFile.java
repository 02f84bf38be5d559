
package io.github.cnnclassifier.storage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * A file that everybody may watch growing, and that only one run at a time
 * writes: it is claimed as long as it is open. What was flushed stays there.
 * Goes on when a thread is interrupted.
 * <p>
 * Where the file system knows no locks, {@link #isLocked()} is false. Whoever
 * opens it closes it. Not thread-safe.
 */
public final class GrowingFile implements AutoCloseable {

	private final Path path;
	/**
	 * Beside the file, not a lock of the file itself, which this program would
	 * lose as soon as something in it has looked into the file.
	 */
	private final OutputClaim claim;
	private final DiskFile disk;
	private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

	private GrowingFile(final Path path, final OutputClaim claim)
		throws IOException
	{
		this.path = path;
		this.claim = claim;
		this.disk = new DiskFile(path.toAbsolutePath(), StandardOpenOption.CREATE,
			StandardOpenOption.READ, StandardOpenOption.WRITE);
	}

	/**
	 * @param path of the file; made, with missing folders, if it does not exist
	 * @return the file with what it holds already
	 * @throws UserFailure if another run is writing it
	 * @throws IOException if it cannot be written
	 */
	public static GrowingFile open(final Path path) throws IOException {
		final OutputClaim claim = OutputClaim.of(path);
		boolean opened = false;
		try {
			final GrowingFile file = new GrowingFile(path, claim);
			opened = true;
			return file;
		}
		finally {
			if (!opened) claim.close();
		}
	}

	/** @return whether a second run would be noticed */
	public boolean isLocked() {
		return claim.isLocked();
	}

	/** @return where it is */
	public Path path() {
		return path;
	}

	/**
	 * @return bytes, with those that wait to be flushed
	 * @throws IOException if the disk fails
	 */
	public long size() throws IOException {
		return disk.size() + waiting.size();
	}

	/** @return bytes that wait to be flushed */
	public int waiting() {
		return waiting.size();
	}

	/**
	 * Adds to the end, in memory until {@link #flush()}.
	 *
	 * @param bytes to add
	 */
	public void append(final byte[] bytes) {
		waiting.writeBytes(bytes);
	}

	/**
	 * Hands everything to the system, so that it outlives this process.
	 *
	 * @throws IOException with the name of the file and the reason, if the disk
	 *           is full or fails; a part of the bytes may be there
	 */
	public void flush() throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap(waiting.toByteArray());
		waiting.reset();
		try {
			disk.write(bytes, disk.size());
		}
		catch (final IOException e) {
			throw DiskFile.named(path, e);
		}
	}

	/**
	 * Puts bytes in the place of others.
	 *
	 * @param start of bytes that were flushed, at least as many
	 * @param bytes to write
	 * @throws IOException if the disk fails
	 */
	public void replace(final long start, final byte[] bytes) throws IOException {
		try {
			disk.write(ByteBuffer.wrap(bytes), start);
		}
		catch (final IOException e) {
			throw DiskFile.named(path, e);
		}
	}

	/**
	 * Forgets the end of the file.
	 *
	 * @param size of what stays
	 * @throws IOException if the disk fails
	 */
	public void truncate(final long size) throws IOException {
		disk.truncate(size);
	}

	/**
	 * @return the content from its begin, without what waits to be flushed; one
	 *         at a time, not together with other calls; needs no closing
	 * @throws IOException if the disk fails
	 */
	public InputStream content() throws IOException {
		return new BufferedInputStream(new Content(disk.size()), 1 << 16);
	}

	/**
	 * @param start of the bytes, which were flushed
	 * @param length of them
	 * @return the bytes
	 * @throws IOException if the disk fails or there are fewer
	 */
	public byte[] read(final long start, final int length) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(length);
		try {
			disk.read(bytes, start);
		}
		catch (final EOFException e) {
			throw new FileSystemException(path.toString(), null, e.getMessage());
		}
		return bytes.array();
	}

	/**
	 * Removes the file while nobody else can have it.
	 *
	 * @throws IOException if the disk fails
	 */
	public void delete() throws IOException {
		Files.deleteIfExists(path);
	}

	/** What waits to be flushed is dropped. */
	@Override
	public void close() throws IOException {
		try {
			disk.close();
		}
		finally {
			claim.close();
		}
	}

	/** From the begin to where the end was. */
	private final class Content extends InputStream {

		private final long end;
		private long position;

		private Content(final long end) {
			this.end = end;
		}

		@Override
		public int read() throws IOException {
			final byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(final byte[] bytes, final int from, final int length)
			throws IOException
		{
			if (position >= end) return -1;
			final int count = (int) Math.min(length, end - position);
			disk.read(ByteBuffer.wrap(bytes, from, count), position);
			position += count;
			return count;
		}
	}
}
