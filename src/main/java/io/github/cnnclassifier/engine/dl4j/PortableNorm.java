
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.model.LayerSpec.BatchNorm;

/**
 * Batch normalisation of N,H,W,C in plain Java, each pass over the data as few
 * times as can be. With g the gradient of the output and x^ = (x - mean) /
 * deviation, the gradient of x is scale / deviation * (g - mean(g) - x^ *
 * mean(g x^)) (Ioffe and Szegedy, 2015). A frozen one always takes the stored
 * mean and variance, which do not depend on x.
 */
final class PortableNorm implements FastLayer {

	private static final int PIECE = 2048;

	private final Signal output;
	private final NormParameters parameters;
	private final CurrentStep current;
	private final boolean frozen;
	private final Team team;
	private final Floats x;
	private final Floats y;
	private final int channels;
	private final long length;
	private final int piece;
	private final int pieces;
	private final double[] mean;
	private final double[] variance;
	private Floats ofX;
	private Floats ofY;

	PortableNorm(final Signal input, final Signal output,
		final NormParameters parameters, final CurrentStep current,
		final boolean frozen, final Team team)
	{
		this.output = output;
		this.parameters = parameters;
		this.current = current;
		this.frozen = frozen;
		this.team = team;
		x = new Floats(input.value());
		y = new Floats(output.value());
		channels = (int) input.size(3);
		length = input.value().length();
		piece = channels * Math.max(1, PIECE / channels);
		pieces = (int) ((length + piece - 1) / piece);
		mean = new double[channels];
		variance = new double[channels];
		if (!output.hasGradient()) return;
		ofY = new Floats(output.gradient());
		if (input.hasGradient()) ofX = new Floats(input.gradient());
	}

	@Override
	public Signal output() {
		return output;
	}

	@Override
	public void forward(final boolean training) {
		if (training && !frozen) {
			computeMoments();
			move(parameters.mean().values(), mean);
			move(parameters.variance().values(), variance);
		}
		else {
			copy(parameters.mean().values(), mean);
			copy(parameters.variance().values(), variance);
		}
		final float[] center = line(c -> mean[c]);
		final float[] factor = line(this::factor);
		final float[] shift = line(c -> parameters.shift().values()[c]);
		forEachPiece((at, n, arrays) -> {
			x.get(at, arrays[0], n);
			map(arrays[0], center, factor, shift, n);
			y.put(at, arrays[0], n);
		});
	}

	private static void map(final float[] a, final float[] center,
		final float[] factor, final float[] shift, final int n)
	{
		for (int i = 0; i < n; i++)
			a[i] = (a[i] - center[i]) * factor[i] + shift[i];
	}

	private double factor(final int c) {
		return parameters.scale().values()[c] / deviation(c);
	}

	private double deviation(final int c) {
		return Math.sqrt(variance[c] + BatchNorm.EPSILON);
	}

	private void move(final float[] running, final double[] batch) {
		final double share = 1 - current.keptShare();
		for (int c = 0; c < running.length; c++)
			running[c] += (float) (share * (batch[c] - running[c]));
	}

	private static void copy(final float[] from, final double[] to) {
		for (int c = 0; c < to.length; c++)
			to[c] = from[c];
	}

	/**
	 * Sums of values and squares are taken from a pivot near the mean, so that
	 * they do not cancel out where means dwarf deviations.
	 */
	private void computeMoments() {
		final double[] pivot = meanOfFirstPiece();
		final float[] center = line(c -> pivot[c]);
		final double[][] sums = sums((at, n, arrays, sum, squares) -> {
			x.get(at, arrays[0], n);
			addMoments(arrays[0], center, sum, squares, n);
		});
		final double count = (double) length / channels;
		for (int c = 0; c < channels; c++) {
			final double beyond = sums[0][c] / count;
			mean[c] = (float) pivot[c] + beyond;
			variance[c] = Math.max(0, sums[1][c] / count - beyond * beyond);
		}
	}

	private double[] meanOfFirstPiece() {
		final int n = (int) Math.min(piece, length);
		final float[] first = new float[n];
		x.get(0, first, n);
		final double[] pivot = BiasPass.folded(new float[][] { first }, 1,
			channels);
		for (int c = 0; c < channels; c++)
			pivot[c] = pivot[c] * channels / n;
		return pivot;
	}

	private static void addMoments(final float[] a, final float[] center,
		final float[] sum, final float[] squares, final int n)
	{
		for (int i = 0; i < n; i++) {
			final float d = a[i] - center[i];
			sum[i] += d;
			squares[i] += d * d;
		}
	}

	@Override
	public void backward() {
		final double[] slope = new double[channels];
		final double[] offset = new double[channels];
		if (!frozen) setGradients(slope, offset);
		if (ofX == null) return;
		final float[] center = line(c -> mean[c]);
		final float[] factor = line(this::factor);
		final float[] slopes = line(c -> slope[c]);
		final float[] offsets = line(c -> offset[c]);
		forEachPiece((at, n, arrays) -> {
			x.get(at, arrays[0], n);
			ofY.get(at, arrays[1], n);
			mapBack(arrays[0], arrays[1], center, factor, slopes, offsets, n);
			ofX.put(at, arrays[1], n);
		});
	}

	private static void mapBack(final float[] a, final float[] g,
		final float[] center, final float[] factor, final float[] slope,
		final float[] offset, final int n)
	{
		for (int i = 0; i < n; i++)
			g[i] = g[i] * factor[i] + (a[i] - center[i]) * slope[i] + offset[i];
	}

	/** Fills what the gradient of x gets beside g times the factor. */
	private void setGradients(final double[] slope, final double[] offset) {
		final float[] center = line(c -> mean[c]);
		final double[][] sums = sums((at, n, arrays, sum, products) -> {
			x.get(at, arrays[0], n);
			ofY.get(at, arrays[1], n);
			addProducts(arrays[0], arrays[1], center, sum, products, n);
		});
		final double count = (double) length / channels;
		final double[] ofScale = new double[channels];
		for (int c = 0; c < channels; c++) {
			ofScale[c] = sums[1][c] / deviation(c);
			offset[c] = -factor(c) * sums[0][c] / count;
			slope[c] = -factor(c) * ofScale[c] / (count * deviation(c));
		}
		parameters.shift().writeGradient(sums[0]);
		parameters.scale().writeGradient(ofScale);
	}

	private static void addProducts(final float[] a, final float[] g,
		final float[] center, final float[] sum, final float[] products,
		final int n)
	{
		for (int i = 0; i < n; i++) {
			sum[i] += g[i];
			products[i] += g[i] * (a[i] - center[i]);
		}
	}

	private interface Value {

		double of(int channel);
	}

	/** @return a value of each channel, repeated over a piece */
	private float[] line(final Value value) {
		final float[] line = new float[piece];
		for (int c = 0; c < channels; c++)
			line[c] = (float) value.of(c);
		Loops.repeat(line, channels, piece);
		return line;
	}

	private interface Pass {

		void run(long at, int n, float[][] arrays);
	}

	private void forEachPiece(final Pass pass) {
		team.split(pieces, (part, from, to) -> forEachPiece(part, from, to, pass));
	}

	private void forEachPiece(final int part, final int from, final int to,
		final Pass pass)
	{
		final float[][] arrays = team.scratch(part).arrays(2, piece);
		for (int p = from; p < to; p++) {
			final long at = (long) p * piece;
			pass.run(at, (int) Math.min(piece, length - at), arrays);
		}
	}

	private interface SummingPass {

		void run(long at, int n, float[][] arrays, float[] sum, float[] other);
	}

	/** @return two sums for each channel */
	private double[][] sums(final SummingPass pass) {
		final float[][] sum = new float[team.size()][piece];
		final float[][] other = new float[team.size()][piece];
		final int parts = team.split(pieces, (part, from, to) -> forEachPiece(part,
			from, to, (at, n, arrays) -> pass.run(at, n, arrays, sum[part],
				other[part])));
		return new double[][] { BiasPass.folded(sum, parts, channels), BiasPass
			.folded(other, parts, channels) };
	}
}
