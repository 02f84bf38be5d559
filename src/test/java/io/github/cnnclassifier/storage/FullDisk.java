
package io.github.cnnclassifier.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file on a disk that has room for so many more bytes. */
final class FullDisk extends FileChannel {

	private final FileChannel file;
	private long free;

	private FullDisk(final FileChannel file, final long free) {
		this.file = file;
		this.free = free;
	}

	static FileChannel open(final Path path, final long free) throws IOException {
		return new FullDisk(FileChannel.open(path, StandardOpenOption.CREATE_NEW,
			StandardOpenOption.WRITE), free);
	}

	@Override
	public int write(final ByteBuffer bytes, final long position)
		throws IOException
	{
		if (free == 0) throw new IOException("No space left on device");
		final ByteBuffer fitting = bytes.slice().limit((int) Math.min(free, bytes
			.remaining()));
		final int written = file.write(fitting, position);
		bytes.position(bytes.position() + written);
		free -= written;
		return written;
	}

	@Override
	public long size() throws IOException {
		return file.size();
	}

	@Override
	public void force(final boolean metaData) throws IOException {
		file.force(metaData);
	}

	@Override
	protected void implCloseChannel() throws IOException {
		file.close();
	}

	@Override
	public int write(final ByteBuffer bytes) throws IOException {
		return write(bytes, size());
	}

	@Override
	public int read(final ByteBuffer target) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long read(final ByteBuffer[] targets, final int from,
		final int length)
	{
		throw new UnsupportedOperationException();
	}

	@Override
	public int read(final ByteBuffer target, final long position) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long write(final ByteBuffer[] sources, final int from,
		final int length)
	{
		throw new UnsupportedOperationException();
	}

	@Override
	public long position() {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileChannel position(final long position) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileChannel truncate(final long size) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long transferTo(final long position, final long count,
		final WritableByteChannel target)
	{
		throw new UnsupportedOperationException();
	}

	@Override
	public long transferFrom(final ReadableByteChannel source,
		final long position, final long count)
	{
		throw new UnsupportedOperationException();
	}

	@Override
	public MappedByteBuffer map(final MapMode mode, final long position,
		final long size)
	{
		throw new UnsupportedOperationException();
	}

	@Override
	public FileLock lock(final long position, final long size,
		final boolean shared)
	{
		throw new UnsupportedOperationException();
	}

	@Override
	public FileLock tryLock(final long position, final long size,
		final boolean shared)
	{
		throw new UnsupportedOperationException();
	}
}
