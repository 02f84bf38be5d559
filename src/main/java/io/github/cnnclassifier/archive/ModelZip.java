
package io.github.cnnclassifier.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

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

	private static final long MB = 1L << 20;
	/** The largest unpacked size of each part that is read, in bytes. */
	private static final Map<String, Long> SIZES = Map.of(DESCRIPTION, 32 * MB,
		WEIGHTS, 4 * Limits.WEIGHTS + 4 * MB, TEST_INPUT, 8 * Limits.INPUT_VALUES +
			MB, TEST_OUTPUT, 4 * MB, RDF, 32 * MB, README, 32 * MB);
	/** The names of all parts of a model. */
	private static final Set<String> ALL = SIZES.keySet();
	private static final long TOTAL_SIZE = 1024 * MB;
	private static final int ENTRIES = 100;

	private ModelZip() {}

	/**
	 * @param in a zip; not closed
	 * @return content by name, for all parts; reading ends when all are found
	 * @throws InvalidModel if it is no zip, damaged, too large, or lacks a part
	 * @throws IOException if the stream fails
	 */
	static Map<String, byte[]> read(final InputStream in) throws InvalidModel,
		IOException
	{
		try {
			return parts(new ZipInputStream(in, StandardCharsets.UTF_8));
		}
		// the JDK reports a name in a broken encoding as an illegal argument
		catch (ZipException | EOFException | IllegalArgumentException e) {
			throw new InvalidModel("The file is damaged or was cut off. " +
				"Get it again from where it came from.", e);
		}
	}

	private static Map<String, byte[]> parts(final ZipInputStream zip)
		throws InvalidModel, IOException
	{
		final Map<String, byte[]> parts = new HashMap<>();
		final Set<String> seen = new HashSet<>();
		long left = TOTAL_SIZE;
		for (ZipEntry entry; parts.size() < ALL.size() && (entry = zip
			.getNextEntry()) != null;)
		{
			final String name = entry.getName();
			if (seen.size() == ENTRIES || !seen.add(name)) throw new InvalidModel(
				"It is a zip with too many or repeated entries, not a model.");
			final boolean wanted = ALL.contains(name);
			final long limit = Math.min(left, wanted ? SIZES.get(name) : TOTAL_SIZE);
			final ByteArrayOutputStream content = new ByteArrayOutputStream();
			left -= copy(zip, wanted ? content : OutputStream.nullOutputStream(),
				name, limit);
			if (wanted) parts.put(name, content.toByteArray());
		}
		if (seen.isEmpty()) throw new InvalidModel(
			"It is not a model file of CNN Classifier, which is a zip. " +
				"Choose a file that 'Train CNN Classifier...' has written.");
		for (final String name : ALL) {
			if (!parts.containsKey(name)) throw new InvalidModel(
				"It is a zip without the part " + name +
					". Choose a file that 'Train CNN Classifier...' has written, " +
					"and do not unpack or repack it.");
		}
		return parts;
	}

	private static long copy(final InputStream from, final OutputStream to,
		final String name, final long limit) throws InvalidModel, IOException
	{
		final byte[] buffer = new byte[1 << 16];
		long size = 0;
		for (int n; (n = from.read(buffer)) >= 0;) {
			size += n;
			if (size > limit) throw new InvalidModel("Its part " + name +
				" is larger than the " + limit / MB + " MB that are allowed.");
			to.write(buffer, 0, n);
		}
		return size;
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
			if (parts.get(size.getKey()).length > size.getValue())
				throw new InvalidModel("Its part " + size.getKey() +
					" is larger than the " + size.getValue() / MB +
					" MB that are allowed.");
		}
	}
}
