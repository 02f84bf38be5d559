
package io.github.cnnclassifier.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.image.FreeHeap;

/**
 * The zip around a model. Only the parts of a model are kept; how much is
 * unpacked is counted while unpacking, whatever the zip says of itself.
 */
final class ModelZip {

	static final String DESCRIPTION = "classifier.json";
	static final String WEIGHTS = "weights.onnx";
	static final String TEST_INPUT = "test_input.npy";
	static final String TEST_OUTPUT = "test_output.npy";
	static final String RDF = "rdf.yaml";
	static final String README = "README.md";
	/** Only where the description says so. */
	static final String UNLIKE = "unlike.npy";

	private static final long MB = 1L << 20;
	/** The largest unpacked size of each part that is read, in bytes. */
	private static final Map<String, Long> SIZES = Map.of(DESCRIPTION, 32 * MB,
		WEIGHTS, 4 * Limits.WEIGHTS + 4 * MB, TEST_INPUT, 8 * Limits.INPUT_VALUES +
			MB, TEST_OUTPUT, 4 * MB, RDF, 8 * MB, README, 8 * MB, UNLIKE, 2 * MB);
	/** The names of all parts of a model. */
	static final Set<String> ALL = SIZES.keySet();
	/** Those that every model has. */
	private static final Set<String> REQUIRED = Set.of(DESCRIPTION, WEIGHTS,
		TEST_INPUT, TEST_OUTPUT, RDF, README);
	private static final long TOTAL_SIZE = 512 * MB;
	/** Of all that is no part of a model. */
	private static final long OTHER_SIZE = 64 * MB;
	private static final int ENTRIES = 100;
	/** Bytes of the heap that stay free for all else. */
	private static final long MARGIN = 16 * MB;

	private ModelZip() {}

	/** Looks at the description before anything larger is unpacked. */
	@FunctionalInterface
	interface Gate {

		/**
		 * @param description the content of classifier.json
		 * @return the parts that must be there beside those of every model
		 * @throws InvalidModel if the model cannot be used
		 */
		Set<String> check(byte[] description) throws InvalidModel;
	}

	/**
	 * @param in a zip; not closed
	 * @param kept the parts to keep; the others must be there and whole
	 * @param gate is asked once, as soon as the description is unpacked, which in
	 *          files of ours comes first
	 * @return content by name, for the parts to keep; reading ends when all are
	 *         found
	 * @throws InvalidModel if it is no zip, damaged, too large, or lacks a part
	 * @throws IOException if the stream fails
	 */
	static Map<String, byte[]> read(final InputStream in, final Set<String> kept,
		final Gate gate) throws InvalidModel, IOException
	{
		try {
			return parts(new ZipInputStream(in, StandardCharsets.UTF_8), kept, gate);
		}
		catch (ZipException | EOFException e) {
			throw damaged(e);
		}
	}

	/** @return what is said of a zip that cannot be unpacked */
	static InvalidModel damaged(final Exception cause) {
		return new InvalidModel("The file is damaged or was cut off. " +
			"Get it again from where it came from.", cause);
	}

	private static Map<String, byte[]> parts(final ZipInputStream zip,
		final Set<String> kept, final Gate gate) throws InvalidModel, IOException
	{
		final Map<String, byte[]> parts = new HashMap<>();
		final Set<String> seen = new HashSet<>();
		final Set<String> missing = new HashSet<>(REQUIRED);
		long left = TOTAL_SIZE;
		long otherLeft = OTHER_SIZE;
		for (ZipEntry entry; !missing.isEmpty() && (entry = zip
			.getNextEntry()) != null;)
		{
			final String name = entry.getName();
			if (seen.size() == ENTRIES || !seen.add(name)) throw new InvalidModel(
				"It is a zip with too many or repeated entries, not a model.");
			missing.remove(name);
			if (!ALL.contains(name)) {
				otherLeft -= skip(zip, name, otherLeft);
				continue;
			}
			final long limit = Math.min(left, SIZES.get(name));
			if (!kept.contains(name) && !name.equals(DESCRIPTION)) {
				left -= skip(zip, name, limit);
				continue;
			}
			final byte[] content = content(zip, name, limit);
			left -= content.length;
			if (name.equals(DESCRIPTION)) {
				missing.addAll(gate.check(content));
				missing.removeAll(seen);
			}
			if (kept.contains(name)) parts.put(name, content);
		}
		if (seen.isEmpty()) throw new InvalidModel(
			"It is not a model file of CNN Classifier, which is a zip. " +
				"Choose a file that 'Train CNN Classifier...' has written.");
		for (final String name : ALL) {
			if (missing.contains(name)) throw new InvalidModel(
				"It is a zip without the part " + name +
					". Choose a file that 'Train CNN Classifier...' has written, " +
					"and do not unpack or repack it.");
		}
		return parts;
	}

	private static long skip(final InputStream from, final String name,
		final long limit) throws InvalidModel, IOException
	{
		final byte[] buffer = new byte[1 << 16];
		long size = 0;
		for (int n; (n = from.read(buffer)) >= 0;) {
			size += n;
			requireAtMost(limit, size, name);
		}
		return size;
	}

	/** Grows with what is there, not with what the zip says. */
	private static byte[] content(final InputStream from, final String name,
		final long limit) throws InvalidModel, IOException
	{
		byte[] content = new byte[1 << 16];
		int size = 0;
		while (true) {
			size += from.readNBytes(content, size, content.length - size);
			requireAtMost(limit, size, name);
			final boolean whole = size < content.length;
			final int length = whole ? size : (int) Math.min(2L * size, limit + 1);
			if (!FreeHeap.has(length + MARGIN)) throw tooLittleMemory();
			content = Arrays.copyOf(content, length);
			if (whole) return content;
		}
	}

	/** @return what is said when the memory that is free does not do */
	static InvalidModel tooLittleMemory() {
		return new InvalidModel("It needs more memory than Java has left. " +
			"Close images, or give Java more memory.");
	}

	private static void requireAtMost(final long limit, final long size,
		final String name) throws InvalidModel
	{
		if (size > limit) throw new InvalidModel("Its part " + Legible.quote(name) +
			" is larger than the " + limit / MB + " MB that are allowed.");
	}

	/**
	 * Looks only at the first entry, which takes no memory whatever the file is.
	 *
	 * @param in any bytes; not closed
	 * @return whether they begin as {@link #write} begins
	 * @throws IOException if the stream fails
	 */
	static boolean isBegin(final InputStream in) throws IOException {
		try {
			final ZipEntry first = new ZipInputStream(in, StandardCharsets.UTF_8)
				.getNextEntry();
			return first != null && first.getName().equals(DESCRIPTION);
		}
		// the JDK reports a name in a broken encoding as an illegal argument
		catch (ZipException | EOFException | IllegalArgumentException e) {
			return false;
		}
	}

	/**
	 * @param out where to write; not closed
	 * @param parts content by name, written in order
	 * @param time of all entries, so that the same content gives the same bytes
	 * @throws IOException if writing fails
	 */
	static void write(final OutputStream out, final Map<String, byte[]> parts,
		final LocalDateTime time) throws IOException
	{
		final ZipOutputStream zip = new ZipOutputStream(out,
			StandardCharsets.UTF_8);
		for (final Map.Entry<String, byte[]> part : parts.entrySet()) {
			final ZipEntry entry = new ZipEntry(part.getKey());
			entry.setTimeLocal(time);
			zip.putNextEntry(entry);
			zip.write(part.getValue());
			zip.closeEntry();
		}
		zip.finish();
	}

	/**
	 * @param parts content by name
	 * @throws InvalidModel if one is larger than what {@link #read} accepts
	 */
	static void checkSizes(final Map<String, byte[]> parts) throws InvalidModel {
		for (final Map.Entry<String, Long> size : SIZES.entrySet()) {
			final byte[] content = parts.get(size.getKey());
			if (content != null && content.length > size.getValue())
				throw new InvalidModel("Its part " + size.getKey() +
					" is larger than the " + size.getValue() / MB +
					" MB that are allowed.");
		}
	}
}
