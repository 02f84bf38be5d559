
package io.github.cnnclassifier.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Adds to the end of files what must not be lost: when a call returns, the disk
 * has it, so that neither a killed program nor a crash of the system takes it
 * back. Goes on when a thread is interrupted.
 */
public final class AppendedFile {

	private AppendedFile() {}

	/**
	 * @param file an existing one, which nobody else writes at this moment
	 * @param bytes to add at its end
	 * @throws IOException with the name of the file and the reason, if the disk
	 *           is full or fails; the file then is as it was, unless the disk
	 *           does not even allow that
	 */
	public static void append(final Path file, final byte[] bytes)
		throws IOException
	{
		try (DiskFile disk = new DiskFile(file.toAbsolutePath(),
			StandardOpenOption.READ, StandardOpenOption.WRITE))
		{
			final long end = disk.size();
			try {
				disk.write(ByteBuffer.wrap(bytes), end);
				disk.force();
			}
			catch (final IOException e) {
				withoutPart(disk, end, e);
				throw DiskFile.named(file, e);
			}
		}
	}

	private static void withoutPart(final DiskFile disk, final long end,
		final IOException trouble)
	{
		try {
			disk.truncate(end);
		}
		catch (final IOException e) {
			trouble.addSuppressed(e);
		}
	}
}
