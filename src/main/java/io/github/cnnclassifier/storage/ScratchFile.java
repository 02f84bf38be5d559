
package io.github.cnnclassifier.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file of records that a run needs only while it lasts. Records are appended
 * and never changed. The file is locked and is gone when it is closed or the
 * program ends; only a killed program leaves one, which
 * {@link #removeAbandoned} knows by the missing lock. Nobody but the user may
 * read it.
 * <p>
 * Thread-safe, and reading goes on when a thread is interrupted. Whoever
 * creates it closes it.
 */
public final class ScratchFile implements AutoCloseable {

	private static final String ENDING = ".scratch";

	/**
	 * Opening and closing a file of this very program once more would release its
	 * lock on some systems.
	 */
	private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

	private final Path path;
	// A channel would be closed by the interruption of any thread that reads.
	private final RandomAccessFile file;
	private long length;

	private ScratchFile(final Path path, final RandomAccessFile file) {
		this.path = path;
		this.file = file;
	}

	/**
	 * @param folder an existing folder
	 * @param prefix of the file's name
	 * @return a new, empty file
	 * @throws IOException if the folder cannot be written to
	 */
	public static ScratchFile create(final Path folder, final String prefix)
		throws IOException
	{
		final Path path = Files.createTempFile(folder.toAbsolutePath().normalize(),
			prefix, ENDING);
		OPEN.add(path);
		// for programs that are stopped from outside
		path.toFile().deleteOnExit();
		final RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
		final ScratchFile scratch = new ScratchFile(path, file);
		try {
			file.getChannel().lock();
			return scratch;
		}
		catch (final IOException e) {
			scratch.close();
			throw e;
		}
	}

	/**
	 * Removes what killed programs have left.
	 *
	 * @param folder where to look; need not exist
	 * @param prefix of the files' names
	 * @return the number of bytes that are free again
	 * @throws IOException if the folder cannot be listed
	 */
	public static long removeAbandoned(final Path folder, final String prefix)
		throws IOException
	{
		if (!Files.isDirectory(folder)) return 0;
		long bytes = 0;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder
			.toAbsolutePath().normalize(), file -> isScratch(file, prefix)))
		{
			for (final Path file : files) {
				bytes += remove(file);
			}
		}
		return bytes;
	}

	private static boolean isScratch(final Path file, final String prefix) {
		final String name = file.getFileName().toString();
		return name.startsWith(prefix) && name.endsWith(ENDING) && Files
			.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !OPEN.contains(file) &&
			// in a shared folder, that of another user stays
			Files.isWritable(file);
	}

	private static long remove(final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE,
			LinkOption.NOFOLLOW_LINKS))
		{
			final FileLock lock = channel.tryLock();
			if (lock == null) return 0;
			final long bytes = channel.size();
			lock.release();
			channel.close();
			return Files.deleteIfExists(file) ? bytes : 0;
		}
		catch (final OverlappingFileLockException e) {
			// in use by this very program
			return 0;
		}
	}

	/** @return where the file is */
	public Path path() {
		return path;
	}

	/** @return how many bytes are in the file */
	public synchronized long size() {
		return length;
	}

	/**
	 * @param record any bytes
	 * @return the position to read it from, at least 0
	 * @throws IOException if the disk is full or fails, or the file is closed;
	 *           earlier records stay readable
	 */
	public synchronized long append(final byte[] record) throws IOException {
		final long position = length;
		file.seek(position);
		file.write(lengthBytes(record.length));
		file.write(record);
		length = position + Integer.BYTES + record.length;
		return position;
	}

	/**
	 * @param position that {@link #append} gave
	 * @return the record
	 * @throws IOException if the disk fails or the file is closed
	 */
	public synchronized byte[] read(final long position) throws IOException {
		if (position < 0 || position + Integer.BYTES > length)
			throw new EOFException("No record at " + position);
		file.seek(position);
		final byte[] head = new byte[Integer.BYTES];
		file.readFully(head);
		final byte[] record = new byte[(head[0] & 0xff) << 24 | (head[1] &
			0xff) << 16 | (head[2] & 0xff) << 8 | head[3] & 0xff];
		file.readFully(record);
		return record;
	}

	private static byte[] lengthBytes(final int length) {
		return new byte[] { (byte) (length >> 24), (byte) (length >> 16),
			(byte) (length >> 8), (byte) length };
	}

	/** Removes the file; may be called more than once. */
	@Override
	public synchronized void close() throws IOException {
		file.close();
		Files.deleteIfExists(path);
		OPEN.remove(path);
	}
}
