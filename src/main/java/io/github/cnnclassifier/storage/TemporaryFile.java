
package io.github.cnnclassifier.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A file that is locked as long as it is open and gone when it is closed or the
 * program ends, also by a signal. Only a killed program leaves one behind;
 * {@link #removeAbandoned} knows it by the missing lock.
 * <p>
 * All locks of this program are taken here, and its own list of them is asked
 * before a file is opened: POSIX systems drop all locks that a program has on a
 * file as soon as it closes that file once, however often it has it open. So
 * who tries in vain may not even have opened it. For the same reason only files
 * that nobody else has a reason to open are locked.
 */
final class TemporaryFile implements AutoCloseable {

	/** Opens a file. */
	@FunctionalInterface
	interface Place {

		/**
		 * @param file to open
		 * @return the open file
		 * @throws IOException if it cannot be opened
		 */
		DiskFile open(Path file) throws IOException;
	}

	/** Finds a name that no other file has. */
	@FunctionalInterface
	interface Naming {

		/**
		 * @return another one each time
		 * @throws IOException if the disk fails
		 */
		Path next() throws IOException;
	}

	private static final int ATTEMPTS = 3;
	private static final long NANOS_BETWEEN_ATTEMPTS = TimeUnit.MILLISECONDS
		.toNanos(50);

	/** All that this program has open. Also guards {@link #ending}. */
	private static final List<TemporaryFile> OPEN = new ArrayList<>();
	private static boolean ending;

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFile::closeAll,
			"CNN Classifier, removes its temporary files"));
	}

	private final Path path;
	private final DiskFile file;
	private final boolean locked;

	private TemporaryFile(final Path path, final DiskFile file,
		final boolean locked)
	{
		this.path = path;
		this.file = file;
		this.locked = locked;
	}

	/**
	 * @param naming of the new file
	 * @param place opens it
	 * @return a file of this run alone
	 * @throws IOException if it cannot be made
	 */
	static TemporaryFile create(final Naming naming, final Place place)
		throws IOException
	{
		Path path = naming.next();
		for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
			final Optional<TemporaryFile> file = open(path, place);
			if (file.isPresent()) return file.get();
			// whoever removes abandoned files was there before the lock
			path = naming.next();
		}
		throw new IOException("'" + path + "' is removed again and again");
	}

	/**
	 * @param path of a file that all runs open which want the same
	 * @param mark its content, by which an abandoned one is known to be ours
	 * @return the file; empty if another run has it
	 * @throws IOException if it cannot be made
	 */
	static Optional<TemporaryFile> claim(final Path path, final byte[] mark)
		throws IOException
	{
		for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
			final Optional<TemporaryFile> claimed = open(path, p -> new DiskFile(p,
				StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE));
			if (claimed.isPresent()) {
				claimed.get().mark(mark);
				return claimed;
			}
			// it may be that somebody was just removing what a killed run left
			LockSupport.parkNanos(NANOS_BETWEEN_ATTEMPTS);
		}
		return Optional.empty();
	}

	private void mark(final byte[] mark) throws IOException {
		boolean marked = false;
		try {
			file.truncate(0);
			file.write(ByteBuffer.wrap(mark), 0);
			marked = true;
		}
		finally {
			if (!marked) close();
		}
	}

	/** @return empty if another run has it, or has just removed it */
	private static Optional<TemporaryFile> open(final Path path,
		final Place place) throws IOException
	{
		final TemporaryFile opened;
		synchronized (OPEN) {
			if (ending) throw new IOException("The program is ending");
			for (final TemporaryFile own : OPEN) {
				if (Outputs.isSame(own.path, path)) return Optional.empty();
			}
			final DiskFile file = place.open(path);
			final DiskFile.Lock lock = file.lock();
			if (lock == DiskFile.Lock.REFUSED || !Files.exists(path)) {
				file.close();
				return Optional.empty();
			}
			opened = new TemporaryFile(path, file, lock == DiskFile.Lock.HELD);
			OPEN.add(opened);
		}
		return Optional.of(opened);
	}

	/**
	 * Removes what killed programs have left.
	 *
	 * @param folder where to look; need not exist
	 * @param names of the files
	 * @param mark with which the files begin
	 * @return the number of bytes that are free again
	 * @throws IOException if the folder cannot be listed, or the disk fails
	 */
	static long removeAbandoned(final Path folder, final Predicate<String> names,
		final byte[] mark) throws IOException
	{
		if (!Files.isDirectory(folder) || !Files.isReadable(folder)) return 0;
		long bytes = 0;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder
			.toAbsolutePath().normalize(), file -> names.test(file.getFileName()
				.toString()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) &&
				// in a shared folder, that of another user stays
				Files.isWritable(file)))
		{
			for (final Path file : files) {
				bytes += remove(file, mark);
			}
		}
		return bytes;
	}

	private static long remove(final Path path, final byte[] mark)
		throws IOException
	{
		final Optional<TemporaryFile> opened;
		try {
			opened = open(path, p -> new DiskFile(p, StandardOpenOption.READ,
				StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
		}
		catch (final NoSuchFileException e) {
			// another run was faster
			return 0;
		}
		if (opened.isEmpty()) return 0;
		final TemporaryFile file = opened.get();
		final long bytes = file.disk().size();
		// without locks nobody knows whether it is in use
		if (!file.locked || !file.beginsWith(mark)) {
			file.release();
			return 0;
		}
		file.close();
		return bytes;
	}

	private boolean beginsWith(final byte[] mark) throws IOException {
		if (file.size() < mark.length) return false;
		final ByteBuffer begin = ByteBuffer.allocate(mark.length);
		file.read(begin, 0);
		return Arrays.equals(begin.array(), mark);
	}

	private static void closeAll() {
		final List<TemporaryFile> left;
		synchronized (OPEN) {
			ending = true;
			left = List.copyOf(OPEN);
		}
		for (final TemporaryFile file : left) {
			try {
				file.close();
			}
			catch (final IOException e) {
				// nobody is there any more to be told; the next run tries again
				continue;
			}
		}
	}

	/** @return where it is */
	Path path() {
		return path;
	}

	/** @return for its content */
	DiskFile disk() {
		return file;
	}

	/** @return whether another run would notice that it is in use */
	boolean isLocked() {
		return locked;
	}

	/**
	 * Gives the file to the user, under another name, and closes it.
	 *
	 * @param target replaced if it exists
	 * @throws IOException if it cannot be moved
	 */
	void moveTo(final Path target) throws IOException {
		try {
			Files.move(path, target, StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
		}
		release();
	}

	/** Closes, and leaves what is there. */
	private void release() throws IOException {
		try {
			file.close();
		}
		finally {
			synchronized (OPEN) {
				OPEN.remove(this);
			}
		}
	}

	/** Removes the file; may be called more than once. */
	@Override
	public void close() throws IOException {
		synchronized (OPEN) {
			if (!OPEN.contains(this)) return;
		}
		// removed first: once it is unlocked, another run could have it
		try {
			Files.deleteIfExists(path);
		}
		finally {
			release();
		}
	}
}
