
package io.github.cnnclassifier.engine.dl4j;

/**
 * A convolution of each channel by itself, N,H,W,C to N,H',W',C, kernel Y,X,C,
 * in plain Java.
 */
final class PortableDepthwise implements FastLayer {

	private final Signal output;
	private final Parameter weight;
	private final Windows windows;
	private final Team team;
	private final int images;
	private final int longest;
	private final Floats x;
	private final Floats y;
	private final BiasPass bias;
	private Floats ofX;
	private Floats ofY;

	/** @param bias null for none */
	PortableDepthwise(final Windows windows, final Signal input,
		final Signal output, final Parameter weight, final Parameter bias,
		final Team team)
	{
		this.output = output;
		this.weight = weight;
		this.windows = windows;
		this.team = team;
		images = (int) input.size(0);
		longest = Math.max(windows.line(), windows.cells());
		x = new Floats(input.value());
		y = new Floats(output.value());
		this.bias = bias == null ? null : new BiasPass(bias, output, team);
		if (!output.hasGradient()) return;
		ofY = new Floats(output.gradient());
		if (input.hasGradient()) ofX = new Floats(input.gradient());
	}

	@Override
	public Signal output() {
		return output;
	}

	/** @return for each tap its factors, repeated for a row of windows */
	private float[][] factors() {
		final int channels = windows.channels();
		final float[][] factors = new float[windows.taps()][];
		for (int tap = 0; tap < factors.length; tap++) {
			factors[tap] = new float[windows.cells()];
			System.arraycopy(weight.values(), tap * channels, factors[tap], 0,
				channels);
			Loops.repeat(factors[tap], channels, windows.cells());
		}
		return factors;
	}

	@Override
	public void forward(final boolean training) {
		final float[][] factors = factors();
		final float[] start = bias == null ? new float[windows.cells()] : bias.line(
			windows.columns());
		final int n = windows.cells();
		team.split(images * windows.rows(), (part, from, to) -> {
			final float[][] arrays = team.scratch(part).arrays(3, longest);
			final float[] line = arrays[0];
			final float[] tap = arrays[1];
			final float[] sums = arrays[2];
			for (int row = from; row < to; row++) {
				System.arraycopy(start, 0, sums, 0, n);
				for (int ty = 0; ty < windows.kernelHeight(); ty++) {
					final long at = windows.lineStart(row, ty);
					if (at < 0) continue;
					x.get(at, line, windows.line());
					for (int tx = 0; tx < windows.kernelWidth(); tx++) {
						windows.gather(line, tx, tap, 0);
						Loops.addProduct(sums, tap, factors[ty * windows.kernelWidth() +
							tx], n);
					}
				}
				y.put((long) row * n, sums, n);
			}
		});
	}

	@Override
	public void backward() {
		final float[][] factors = factors();
		final float[][][] sums = new float[windows.taps()][team.size()][];
		final int parts = team.split(images, (part, from, to) -> {
			for (final float[][] sum : sums)
				sum[part] = new float[windows.cells()];
			if (ofX != null) windows.clear(ofX, from, to);
			for (int row = from * windows.rows(); row < to * windows.rows(); row++)
				backward(part, row, factors, sums);
		});
		final int channels = windows.channels();
		final double[] gradient = new double[weight.values().length];
		for (int tap = 0; tap < sums.length; tap++)
			System.arraycopy(BiasPass.folded(sums[tap], parts, channels), 0, gradient,
				tap * channels, channels);
		weight.writeGradient(gradient);
		if (bias != null) bias.backward();
	}

	private void backward(final int part, final int row, final float[][] factors,
		final float[][][] sums)
	{
		final float[][] arrays = team.scratch(part).arrays(5, longest);
		final float[] line = arrays[0];
		final float[] tap = arrays[1];
		final float[] gradient = arrays[2];
		final float[] ofLine = arrays[3];
		final float[] ofTap = arrays[4];
		final int n = windows.cells();
		ofY.get((long) row * n, gradient, n);
		for (int ty = 0; ty < windows.kernelHeight(); ty++) {
			final long at = windows.lineStart(row, ty);
			if (at < 0) continue;
			x.get(at, line, windows.line());
			if (ofX != null) ofX.get(at, ofLine, windows.line());
			for (int tx = 0; tx < windows.kernelWidth(); tx++) {
				final int index = ty * windows.kernelWidth() + tx;
				windows.gather(line, tx, tap, 0);
				Loops.addProduct(sums[index][part], tap, gradient, n);
				if (ofX == null) continue;
				windows.gather(ofLine, tx, ofTap, 0);
				Loops.addProduct(ofTap, gradient, factors[index], n);
				windows.scatter(ofTap, 0, tx, ofLine);
			}
			if (ofX != null) ofX.put(at, ofLine, windows.line());
		}
	}
}
