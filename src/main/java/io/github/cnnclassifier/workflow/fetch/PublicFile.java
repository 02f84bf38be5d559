
package io.github.cnnclassifier.workflow.fetch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A packed file of a public data set and how to know it again. The check sums
 * are the ones that the data sets are published with; they notice what is
 * damaged, cut short or something else.
 *
 * @param name of the file, ending with .gz
 * @param packedMd5 32 hex digits over the file as it is published
 * @param contentMd5 32 hex digits over the unpacked content, so that it may be
 *          packed in another way or not at all; null if not known
 */
record PublicFile(String name, String packedMd5, String contentMd5) {

	private static final String ENDING = ".gz";

	/** No file of these data sets is nearly as large when it is unpacked. */
	private static final long LARGEST_CONTENT = 1L << 28;

	/** @return the name without .gz */
	String plainName() {
		return name.substring(0, name.length() - ENDING.length());
	}

	/**
	 * @param folder where to look
	 * @return the file there, whatever is in it: unpacked before packed, as the
	 *         images are read
	 */
	Optional<Path> in(final Path folder) {
		return Stream.of(plainName(), name).map(folder::resolve).filter(
			Files::isRegularFile).findFirst();
	}

	/**
	 * @param file an existing file, packed or not, whatever its name
	 * @return whether it has the right content
	 * @throws IOException if it cannot be read
	 */
	boolean matches(final Path file) throws IOException {
		final String md5 = md5(file, false);
		if (md5.equals(packedMd5) || md5.equals(contentMd5)) return true;
		return contentMd5 != null && contentMd5.equals(md5(file, true));
	}

	/** @return empty if it cannot be unpacked or is far too large */
	private static String md5(final Path file, final boolean unpacked)
		throws IOException
	{
		try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
				InputStream in = unpacked ? new GZIPInputStream(raw) : raw)
		{
			final MessageDigest digest = MessageDigest.getInstance("MD5");
			final byte[] buffer = new byte[1 << 16];
			long size = 0;
			for (int n; (n = in.read(buffer)) >= 0;) {
				size += n;
				if (size > LARGEST_CONTENT) return "";
				digest.update(buffer, 0, n);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (EOFException | ZipException e) {
			// damaged, so not the file
			return "";
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has MD5", e);
		}
	}

	/**
	 * @param file that does not match
	 * @return what it is instead, for the user
	 * @throws IOException if it cannot be read
	 */
	static String described(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			final boolean page = in.read() == '<';
			return (page ? "a web page of " : "") + Files.size(file) +
				" bytes with another check sum";
		}
	}
}
