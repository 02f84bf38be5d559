
package io.github.cnnclassifier.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * An open file that stays open when a thread that uses it is interrupted: an
 * ordinary channel would be closed, and whatever was being saved would be lost
 * with it. Unlike {@link java.io.RandomAccessFile} it lets its file be moved
 * and removed while it is open, on all systems. Thread-safe.
 */
class DiskFile implements AutoCloseable {

	/** Far behind all content. */
	private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

	/** What was found when a lock was asked for. */
	enum Lock {
			/** Nobody else can have it now. */
			HELD,
			/** Somebody else has it. */
			REFUSED,
			/** Some network drives know no locks. */
			UNKNOWN
	}

	private final AsynchronousFileChannel channel;

	/**
	 * @param path of the file
	 * @param options how to open it
	 * @throws IOException if it cannot be opened
	 */
	DiskFile(final Path path, final OpenOption... options) throws IOException {
		channel = AsynchronousFileChannel.open(path, options);
	}

	/** @return what came of it; the lock ends with {@link #close()} */
	Lock lock() {
		try {
			final FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
			return lock == null ? Lock.REFUSED : Lock.HELD;
		}
		catch (final OverlappingFileLockException e) {
			return Lock.REFUSED;
		}
		catch (final IOException e) {
			return Lock.UNKNOWN;
		}
	}

	/**
	 * @param bytes written whole
	 * @param position in the file, in bytes
	 * @throws IOException if the disk is full or fails; a part may be there
	 */
	void write(final ByteBuffer bytes, final long position) throws IOException {
		long next = position;
		while (bytes.hasRemaining()) {
			next += await(channel.write(bytes, next));
		}
	}

	/**
	 * @param bytes filled whole
	 * @param position in the file, in bytes
	 * @throws EOFException if there are fewer
	 * @throws IOException if the disk fails
	 */
	void read(final ByteBuffer bytes, final long position) throws IOException {
		long next = position;
		while (bytes.hasRemaining()) {
			final int count = await(channel.read(bytes, next));
			if (count < 0) throw new EOFException("it became shorter");
			next += count;
		}
	}

	/** The operation goes on whatever happens to the thread that waits for it. */
	private static int await(final Future<Integer> operation) throws IOException {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return operation.get();
				}
				catch (final InterruptedException e) {
					interrupted = true;
				}
				catch (final ExecutionException e) {
					if (e.getCause() instanceof final IOException cause) throw cause;
					throw new IOException(e.getCause());
				}
			}
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	/**
	 * @return bytes
	 * @throws IOException if the disk fails
	 */
	long size() throws IOException {
		return channel.size();
	}

	/**
	 * @param size of what stays
	 * @throws IOException if the disk fails
	 */
	void truncate(final long size) throws IOException {
		channel.truncate(size);
	}

	/**
	 * Forces the content to the disk.
	 *
	 * @throws IOException if the disk fails
	 */
	void force() throws IOException {
		channel.force(true);
	}

	/** May be called more than once. */
	@Override
	public void close() throws IOException {
		channel.close();
	}

	/**
	 * @param path that the user knows the file by
	 * @param trouble which may not say for which file there is no room
	 * @return the same, with a name
	 */
	static IOException named(final Path path, final IOException trouble) {
		if (trouble.getClass() != IOException.class) return trouble;
		final IOException named = new FileSystemException(path.toString(), null,
			trouble.getMessage());
		named.initCause(trouble);
		return named;
	}
}
