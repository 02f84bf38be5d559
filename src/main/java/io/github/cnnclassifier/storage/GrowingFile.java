
package io.github.cnnclassifier.storage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * A file that everybody may watch growing, and that only one run at a time
 * writes: it is locked as long as it is open, and the lock ends with the
 * process, however that ends. What was flushed stays there.
 * <p>
 * Where the file system knows no locks, {@link #isLocked()} is false. Whoever
 * opens it closes it. Not thread-safe.
 */
public final class GrowingFile implements AutoCloseable {

	/** Far behind all content, which others may read meanwhile. */
	private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

	private final Path path;
	private final FileChannel channel;
	private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
	private boolean locked;

	private GrowingFile(final Path path, final FileChannel channel) {
		this.path = path;
		this.channel = channel;
	}

	/**
	 * @param path of the file; made, with missing folders, if it does not exist
	 * @return the file with what it holds already
	 * @throws UserFailure if another run is writing it
	 * @throws IOException if it cannot be written
	 */
	public static GrowingFile open(final Path path) throws IOException {
		final Path absolute = path.toAbsolutePath();
		Files.createDirectories(absolute.getParent());
		final GrowingFile file = new GrowingFile(path, FileChannel.open(absolute,
			StandardOpenOption.CREATE, StandardOpenOption.READ,
			StandardOpenOption.WRITE));
		boolean opened = false;
		try {
			file.lock();
			opened = true;
			return file;
		}
		finally {
			if (!opened) file.close();
		}
	}

	private void lock() {
		try {
			final FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
			// another run may have finished and removed it since it was opened
			if (lock == null || !Files.exists(path)) throw inUse();
			locked = true;
		}
		catch (final OverlappingFileLockException e) {
			throw inUse();
		}
		catch (final IOException e) {
			// some network drives know no locks; they are no reason not to work
			locked = false;
		}
	}

	private UserFailure inUse() {
		return new UserFailure("Another run is writing '" + path +
			"' at this moment. Wait until it has ended, or choose another output.");
	}

	/** @return whether a second run would be noticed */
	public boolean isLocked() {
		return locked;
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
		return channel.size() + waiting.size();
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
			channel.position(channel.size());
			while (bytes.hasRemaining())
				channel.write(bytes);
		}
		catch (final IOException e) {
			final FileSystemException named = new FileSystemException(path.toString(),
				null, e.getMessage());
			named.initCause(e);
			throw named;
		}
	}

	/**
	 * Forgets the end of the file.
	 *
	 * @param size of what stays
	 * @throws IOException if the disk fails
	 */
	public void truncate(final long size) throws IOException {
		channel.truncate(size);
	}

	/**
	 * @return the content from its begin, without what waits to be flushed; one
	 *         at a time, not together with other calls; needs no closing
	 * @throws IOException if the disk fails
	 */
	public InputStream content() throws IOException {
		return new BufferedInputStream(Channels.newInputStream(channel.position(0)),
			1 << 16);
	}

	/**
	 * @param start of the bytes, which were flushed
	 * @param length of them
	 * @return the bytes
	 * @throws IOException if the disk fails or there are fewer
	 */
	public byte[] read(final long start, final int length) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(length);
		while (bytes.hasRemaining()) {
			if (channel.read(bytes, start + bytes.position()) < 0)
				throw new FileSystemException(path.toString(), null,
					"it became shorter");
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
		channel.close();
	}
}
