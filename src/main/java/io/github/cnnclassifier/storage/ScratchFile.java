
package io.github.cnnclassifier.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of records that a run needs only while it lasts. Records are appended
 * and never changed. The file is locked and is gone when it is closed or the
 * program ends; only a killed program leaves one, which
 * {@link #removeAbandoned} knows by the missing lock. Nobody but the user may
 * read it.
 * <p>
 * Thread-safe, and goes on when a thread is interrupted. Whoever creates it
 * closes it.
 */
public final class ScratchFile implements AutoCloseable {

	private static final String ENDING = ".scratch";

	private final TemporaryFile file;
	private long length;

	private ScratchFile(final TemporaryFile file) {
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
		final Path place = folder.toAbsolutePath().normalize();
		return new ScratchFile(TemporaryFile.create(() -> Files.createTempFile(
			place, prefix, ENDING), path -> new DiskFile(path,
				StandardOpenOption.READ, StandardOpenOption.WRITE,
				LinkOption.NOFOLLOW_LINKS)));
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
		return TemporaryFile.removeAbandoned(folder, name -> name.startsWith(
			prefix) && name.endsWith(ENDING), new byte[0]);
	}

	/** @return where the file is */
	public Path path() {
		return file.path();
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
		final ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + record.length)
			.putInt(record.length).put(record).flip();
		file.disk().write(bytes, position);
		length = position + bytes.capacity();
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
		final ByteBuffer head = ByteBuffer.allocate(Integer.BYTES);
		file.disk().read(head, position);
		final ByteBuffer record = ByteBuffer.allocate(head.getInt(0));
		file.disk().read(record, position + Integer.BYTES);
		return record.array();
	}

	/** Removes the file; may be called more than once. */
	@Override
	public synchronized void close() throws IOException {
		file.close();
	}
}
