
package io.github.cnnclassifier.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file on a disk that has room for so many more bytes. */
final class FullDisk extends DiskFile {

	private long free;

	private FullDisk(final Path path, final long free) throws IOException {
		super(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		this.free = free;
	}

	static FullDisk open(final Path path, final long free) throws IOException {
		return new FullDisk(path, free);
	}

	@Override
	void write(final ByteBuffer bytes, final long position) throws IOException {
		final ByteBuffer fitting = bytes.slice().limit((int) Math.min(free, bytes
			.remaining()));
		final boolean fits = fitting.remaining() == bytes.remaining();
		free -= fitting.remaining();
		super.write(fitting, position);
		if (!fits) throw new IOException("No space left on device");
	}
}
