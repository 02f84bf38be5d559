
package io.github.cnnclassifier.workflow.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

import io.github.cnnclassifier.random.SeedTree;

/** The files of a data set of two classes, as they are published. */
final class PublishedHalves {

	static final String TRAIN = "train-images-idx3-ubyte.gz";

	private final Map<String, byte[]> packed = new LinkedHashMap<>();
	private final Map<String, byte[]> plain = new LinkedHashMap<>();
	private final List<PublicFile> files = new ArrayList<>();

	PublishedHalves() throws Exception {
		final SplittableRandom random = new SeedTree(1).random();
		add(TRAIN, idx(random, 256, 40, 28, 28));
		add("train-labels-idx1-ubyte.gz", idx(random, 2, 40));
		add("t10k-images-idx3-ubyte.gz", idx(random, 256, 10, 28, 28));
		add("t10k-labels-idx1-ubyte.gz", idx(random, 2, 10));
	}

	/** Content by name; tests may change it. */
	Map<String, byte[]> packed() {
		return packed;
	}

	/** The same without the ending .gz. */
	Map<String, byte[]> plain() {
		return plain;
	}

	/** Names and check sums. */
	List<PublicFile> files() {
		return files;
	}

	private static byte[] idx(final SplittableRandom random, final int bound,
		final int... lengths)
	{
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(new byte[] { 0, 0, 8, (byte) lengths.length });
		int size = 1;
		for (final int length : lengths) {
			out.writeBytes(new byte[] { 0, 0, 0, (byte) length });
			size *= length;
		}
		for (int i = 0; i < size; i++)
			out.write(i < 2 ? i : random.nextInt(bound));
		return out.toByteArray();
	}

	private void add(final String name, final byte[] content) throws Exception {
		final byte[] gz = gzip(content);
		packed.put(name, gz);
		plain.put(name.replace(".gz", ""), content);
		files.add(new PublicFile(name, md5(gz), md5(content)));
	}

	static byte[] gzip(final byte[] content) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(content);
		}
		return out.toByteArray();
	}

	private static String md5(final byte[] content) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(
			content));
	}
}
