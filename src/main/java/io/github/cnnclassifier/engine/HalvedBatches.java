
package io.github.cnnclassifier.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Progress;

/**
 * Asks a network about batches. When the memory is full, the batch is halved,
 * which is said, and so are those that come after it: what is asked for goes
 * on. Not thread-safe.
 */
public final class HalvedBatches {

	private final Network network;
	private int most = Integer.MAX_VALUE;

	/** @param network that is asked; closed by the caller */
	public HalvedBatches(final Network network) {
		this.network = network;
	}

	/** What is asked of the network. */
	private interface Question {

		BatchOutputs ask(float[] inputs, int count);
	}

	/**
	 * @param inputs N,C,H,W, row-major; only read
	 * @param count how many inputs these are, at least 1
	 * @param progress told when a batch is halved
	 * @return as {@link Network#predict} gives them
	 * @throws UserFailure if not even one input at a time fits the memory
	 */
	public float[] predict(final float[] inputs, final int count,
		final Progress progress)
	{
		return joined(asked((some, n) -> new BatchOutputs(network.predict(some, n),
			null), inputs, count, progress), BatchOutputs::probabilities);
	}

	/**
	 * @param inputs N,C,H,W, row-major; only read
	 * @param count how many inputs these are, at least 1
	 * @param progress told when a batch is halved
	 * @return as {@link Network#features} gives them
	 * @throws UserFailure if not even one input at a time fits the memory
	 */
	public float[] features(final float[] inputs, final int count,
		final Progress progress)
	{
		return joined(asked((some, n) -> new BatchOutputs(null, network.features(
			some, n)), inputs, count, progress), BatchOutputs::features);
	}

	/**
	 * @param inputs N,C,H,W, row-major; only read
	 * @param count how many inputs these are, at least 1
	 * @param progress told when a batch is halved
	 * @return as {@link Network#predictWithFeatures} gives them
	 * @throws UserFailure if not even one input at a time fits the memory
	 */
	public BatchOutputs predictWithFeatures(final float[] inputs, final int count,
		final Progress progress)
	{
		final List<BatchOutputs> parts = asked(network::predictWithFeatures, inputs,
			count, progress);
		return new BatchOutputs(joined(parts, BatchOutputs::probabilities), joined(
			parts, BatchOutputs::features));
	}

	private List<BatchOutputs> asked(final Question question,
		final float[] inputs, final int count, final Progress progress)
	{
		final List<BatchOutputs> parts = new ArrayList<>();
		final int length = inputs.length / count;
		int done = 0;
		while (done < count) {
			final int size = Math.min(most, count - done);
			try {
				parts.add(question.ask(size == count ? inputs : Arrays.copyOfRange(
					inputs, done * length, (done + size) * length), size));
				done += size;
			}
			catch (final OutOfMemoryError e) {
				halve(size, e, progress);
			}
		}
		return parts;
	}

	private void halve(final int size, final OutOfMemoryError full,
		final Progress progress)
	{
		if (size == 1) throw new UserFailure(
			"The memory is full: it does not do for a single image in the network (" +
				full.getMessage() +
				"). Close images and programs that are open, use a " +
				"network for smaller images, or a machine with more memory.", full);
		most = (size + 1) / 2;
		progress.message("Warning: the memory was full (" + full.getMessage() +
			"). From now on " + most + " images instead of " + size +
			" go through the network at once.");
	}

	private static float[] joined(final List<BatchOutputs> parts,
		final Function<BatchOutputs, float[]> which)
	{
		if (parts.size() == 1) return which.apply(parts.get(0));
		final float[] all = new float[parts.stream().mapToInt(p -> which.apply(
			p).length).sum()];
		int at = 0;
		for (final BatchOutputs part : parts) {
			final float[] rows = which.apply(part);
			System.arraycopy(rows, 0, all, at, rows.length);
			at += rows.length;
		}
		return all;
	}
}
