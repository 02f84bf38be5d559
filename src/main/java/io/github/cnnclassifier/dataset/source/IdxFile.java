
package io.github.cnnclassifier.dataset.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * One array of unsigned bytes in the IDX format of the MNIST database, plain or
 * gzip (told by content, because browsers unpack without renaming).
 */
final class IdxFile {

	private static final int UNSIGNED_BYTE = 0x08;

	/** Deflate cannot pack tighter than this. */
	private static final long LARGEST_GZIP_RATIO = 1032;

	private final int[] lengths;
	private final byte[] data;

	private IdxFile(final int[] lengths, final byte[] data) {
		this.lengths = lengths;
		this.data = data;
	}

	/** @return the length of one axis */
	int length(final int axis) {
		return lengths[axis];
	}

	/** @return the values, the last axis fastest; not a copy */
	byte[] data() {
		return data;
	}

	/**
	 * @throws UserFailure if the file is no IDX file of that many axes, is
	 *           damaged or does not have the length it declares
	 */
	static IdxFile read(final Path file, final int axes) throws IOException {
		try (BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(
			file), 1 << 16))
		{
			final boolean packed = isGzip(raw);
			try (InputStream in = packed ? new GZIPInputStream(raw, 1 << 16) : raw) {
				return read(file, in, packed, axes);
			}
		}
		catch (final EOFException e) {
			throw new UserFailure("The gzip file '" + file +
				"' is cut short before its content begins. Get it again.", e);
		}
		catch (final ZipException e) {
			throw new UserFailure("The gzip file '" + file + "' is damaged (" + e
				.getMessage() + "). Get it again.", e);
		}
	}

	private static boolean isGzip(final InputStream in) throws IOException {
		in.mark(2);
		final int magic = in.read() | in.read() << 8;
		in.reset();
		return magic == GZIPInputStream.GZIP_MAGIC;
	}

	private static IdxFile read(final Path file, final InputStream in,
		final boolean packed, final int axes) throws IOException
	{
		final byte[] header = new byte[4 + 4 * axes];
		requireAll(file, fill(in, header), header.length, header.length);
		requireMagic(file, number(header, 0), UNSIGNED_BYTE << 8 | axes);
		final int[] lengths = new int[axes];
		long size = 1;
		for (int i = 0; i < axes; i++) {
			lengths[i] = number(header, 4 + 4 * i);
			size = lengths[i] < 1 || size > Integer.MAX_VALUE ? Long.MAX_VALUE
				: size * lengths[i];
		}
		if (size > Integer.MAX_VALUE - 64) throw new UserFailure("The IDX file '" +
			file + "' declares impossible lengths (each must be at least 1, " +
			"all together at most 2 GB). It is damaged; get it again.");
		requirePlausible(file, packed, header.length + size);
		final byte[] data = new byte[(int) size];
		requireAll(file, fill(in, data), data.length, header.length);
		if (in.read() >= 0) throw new UserFailure("The IDX file '" + file +
			"' is longer than it declares: expected " + (header.length + size) +
			" bytes. It is damaged; get it again.");
		return new IdxFile(lengths, data);
	}

	private static void requireMagic(final Path file, final int found,
		final int expected)
	{
		if (found == expected) return;
		final int type = found >>> 8;
		if ((found & 0xff) == (expected & 0xff) && type >= 0x09 && type <= 0x0E)
			throw new UserFailure(String.format(
				"Expected unsigned bytes (IDX type 0x08), found type 0x%02X in '%s'. " +
					"Convert the values to 0..255 first.", type, file));
		throw new UserFailure(String.format(
			"Expected the magic number 0x%08X of IDX %s, found 0x%08X in '%s'. " +
				"It is another kind of file, or damaged.", expected, (expected &
					0xff) == 3 ? "images" : "labels", found, file));
	}

	/** Keeps a small file from claiming a huge array. */
	private static void requirePlausible(final Path file, final boolean packed,
		final long expected) throws IOException
	{
		final long found = Files.size(file);
		if (packed ? expected > found * LARGEST_GZIP_RATIO : expected > found)
			throw cutShort(file, expected, packed ? "a packed file of " + found : Long
				.toString(found));
	}

	private static void requireAll(final Path file, final int found,
		final int expected, final int header)
	{
		if (found == expected) return;
		final int before = expected == header ? 0 : header;
		throw cutShort(file, (long) before + expected, Long.toString((long) before +
			found));
	}

	private static UserFailure cutShort(final Path file, final long expected,
		final String found)
	{
		return new UserFailure("The IDX file '" + file +
			"' is cut short: expected " + expected + " bytes, found " + found +
			" bytes. Get it again.");
	}

	/** @return how many bytes there were */
	private static int fill(final InputStream in, final byte[] target)
		throws IOException
	{
		int count = 0;
		try {
			while (count < target.length) {
				final int read = in.read(target, count, target.length - count);
				if (read < 0) break;
				count += read;
			}
		}
		catch (final EOFException e) {
			// a packed stream that ends early; the count tells
			return count;
		}
		return count;
	}

	private static int number(final byte[] bytes, final int at) {
		return (bytes[at] & 0xff) << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at +
			2] & 0xff) << 8 | bytes[at + 3] & 0xff;
	}
}
