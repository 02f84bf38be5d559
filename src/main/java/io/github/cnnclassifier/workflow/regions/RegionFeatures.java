
package io.github.cnnclassifier.workflow.regions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;

import io.github.cnnclassifier.inference.RegionAnswer;
import io.github.cnnclassifier.report.FeatureCsv;
import io.github.cnnclassifier.report.RegionTable;
import io.github.cnnclassifier.storage.ScratchFile;
import io.github.cnnclassifier.storage.WholeFile;

/**
 * The features of regions on their way into a table. They come plane by plane
 * and wait on the disk until all are there, as the table has the order of the
 * user's list. Not thread-safe.
 */
final class RegionFeatures implements AutoCloseable {

	private static final String PREFIX = "cnn-features";

	private final ClassifyRegions.FeatureFile target;
	private final ScratchFile waiting;
	private final Map<RegionAnswer, Long> places = new IdentityHashMap<>();
	private int count;

	/**
	 * @param target the table to be made; its folder is made if it is missing
	 * @throws IOException if the folder cannot be written to
	 */
	RegionFeatures(final ClassifyRegions.FeatureFile target) throws IOException {
		this.target = target;
		final Path folder = target.file().toAbsolutePath().getParent();
		Files.createDirectories(folder);
		ScratchFile.removeAbandoned(folder, PREFIX);
		waiting = ScratchFile.create(folder, PREFIX);
	}

	/**
	 * @param answer this very one is asked for in {@link #write}
	 * @param features of its region
	 * @throws IOException if the disk is full or fails
	 */
	void add(final RegionAnswer answer, final float[] features)
		throws IOException
	{
		count = features.length;
		final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count);
		bytes.asFloatBuffer().put(features);
		places.put(answer, waiting.append(bytes.array()));
	}

	/**
	 * Makes the table appear, whole.
	 *
	 * @param result of the run, with at least one answer that has features
	 * @throws IOException if the disk is full or fails
	 */
	void write(final ClassifyRegions.Result result) throws IOException {
		final FeatureCsv<RegionAnswer> csv = RegionTable.features(target.image(),
			result.labels(), result.threshold(), count);
		WholeFile.write(target.file(), out -> {
			out.write(utf8(csv.header()));
			for (final RegionAnswer answer : result.answers())
				out.write(utf8(row(csv, answer)));
		});
	}

	private String row(final FeatureCsv<RegionAnswer> csv,
		final RegionAnswer answer) throws IOException
	{
		final Long place = places.get(answer);
		if (place == null) return csv.failedRow(answer, answer.error());
		final float[] features = new float[count];
		ByteBuffer.wrap(waiting.read(place)).asFloatBuffer().get(features);
		return csv.row(answer, features);
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void close() throws IOException {
		waiting.close();
	}
}
