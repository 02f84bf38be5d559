
package io.github.cnnclassifier.engine.dl4j;

import java.util.Arrays;

/** What layers of the portable path do with a bias, one value per channel. */
final class BiasPass {

	private static final int PIECE = 4096;

	private final Parameter bias;
	private final Floats output;
	private final Team team;
	private final int channels;
	private final int rows;
	private final float[] line;
	private Floats gradient;

	/** @param output its last axis are the channels */
	BiasPass(final Parameter bias, final Signal output, final Team team) {
		this.bias = bias;
		this.team = team;
		this.output = new Floats(output.value());
		channels = bias.values().length;
		rows = (int) (output.value().length() / channels);
		line = new float[channels * Math.max(1, PIECE / channels)];
		if (output.hasGradient()) gradient = new Floats(output.gradient());
	}

	/** @return the bias, repeated for so many pixels; a new array */
	float[] line(final int pixels) {
		final float[] repeated = Arrays.copyOf(bias.values(), pixels * channels);
		Loops.repeat(repeated, channels, repeated.length);
		return repeated;
	}

	/** To be called before {@link #fill}, once in a pass. */
	void prepare() {
		System.arraycopy(bias.values(), 0, line, 0, channels);
		Loops.repeat(line, channels, line.length);
	}

	/** Sets each of these rows of the output to the bias. */
	void fill(final int row, final int count) {
		final long end = (long) (row + count) * channels;
		for (long at = (long) row * channels; at < end; at += line.length)
			output.put(at, line, (int) Math.min(line.length, end - at));
	}

	/** Sets the gradient of the bias: the sums over all rows. */
	void backward() {
		final int pieces = (int) (((long) rows * channels + line.length - 1) /
			line.length);
		final float[][] sums = new float[team.size()][];
		final int parts = team.split(pieces, (part, from, to) -> sums[part] = sum(
			part, from, to));
		bias.writeGradient(folded(sums, parts, channels));
	}

	private float[] sum(final int part, final int from, final int to) {
		final float[] sum = new float[line.length];
		final float[] piece = team.scratch(part).arrays(1, line.length)[0];
		final long end = (long) rows * channels;
		for (int p = from; p < to; p++) {
			final long at = (long) p * line.length;
			final int n = (int) Math.min(line.length, end - at);
			gradient.get(at, piece, n);
			Loops.add(sum, piece, 0, n);
		}
		return sum;
	}

	/** @return the sum of all arrays and, in them, of each channel */
	static double[] folded(final float[][] sums, final int parts,
		final int channels)
	{
		final double[] folded = new double[channels];
		for (int part = 0; part < parts; part++) {
			for (int start = 0; start < sums[part].length; start += channels) {
				for (int c = 0; c < channels; c++)
					folded[c] += sums[part][start + c];
			}
		}
		return folded;
	}
}
