
package io.github.cnnclassifier.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Writes files that appear whole or not at all: the content goes to a temporary
 * neighbour, is forced to the disk and then moved over the target. A process
 * killed at any moment leaves the old file, or none.
 */
public final class WholeFile {

	/** Writes the content of a file. */
	@FunctionalInterface
	public interface Content {

		/**
		 * @param out where to write; closed by the caller
		 * @throws IOException if writing fails; the target then stays as it was
		 */
		void writeTo(OutputStream out) throws IOException;
	}

	private WholeFile() {}

	/**
	 * Writes a file, replacing an existing one. Missing parent folders are made.
	 *
	 * @param target the file that shall exist afterwards
	 * @param content writes it
	 * @throws IOException if the content or the disk fails; the target is then as
	 *           it was and the temporary neighbour is gone
	 */
	public static void write(final Path target, final Content content)
		throws IOException
	{
		try (PendingFile file = PendingFile.open(target)) {
			content.writeTo(file.out());
			file.commit();
		}
	}
}
