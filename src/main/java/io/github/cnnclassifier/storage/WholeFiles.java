
package io.github.cnnclassifier.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that belong together: each is written whole beside its target before
 * the first one appears, so that a disk that fills on the way leaves none of
 * them. Closed without {@link #commit()}, all are gone and the targets stay as
 * they were. Whoever makes it closes it. Not thread-safe.
 */
public final class WholeFiles implements AutoCloseable {

	private final List<PendingFile> files = new ArrayList<>();
	private final TemporaryFile.Place place;

	/** On the disks of this computer. */
	public WholeFiles() {
		this(PendingFile::create);
	}

	WholeFiles(final TemporaryFile.Place place) {
		this.place = place;
	}

	/**
	 * @param target the file that shall exist after {@link #commit()}; missing
	 *          parent folders are made
	 * @return where to write; this closes it
	 * @throws IOException if the folder cannot be written to
	 */
	public PendingFile open(final Path target) throws IOException {
		final PendingFile file = PendingFile.open(target, place);
		files.add(file);
		return file;
	}

	/**
	 * Puts all files in place, in the order in which they were opened.
	 *
	 * @throws IOException if one of them cannot be written to its end; all
	 *           targets are then as they were. Only if a file that is on the disk
	 *           cannot be given its name, those before it stay
	 */
	public void commit() throws IOException {
		for (final PendingFile file : files) {
			file.complete();
		}
		for (final PendingFile file : files) {
			file.commit();
		}
	}

	/** Drops what was not committed, each file whatever happens to others. */
	@Override
	public void close() throws IOException {
		IOException trouble = null;
		for (final PendingFile file : files) {
			try {
				file.close();
			}
			catch (final IOException e) {
				if (trouble == null) trouble = e;
				else trouble.addSuppressed(e);
			}
		}
		if (trouble != null) throw trouble;
	}
}
