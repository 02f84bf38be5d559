
package io.github.cnnclassifier.engine.dl4j;

/**
 * Any convolution, N,H,W,C to N,H',W',O, kernel Y,X,I,O: for each tap of the
 * window a product of the pixels that it sees with a matrix. Rows of windows go
 * through in chunks that the processor's cache holds.
 */
final class PortableConv implements FastLayer {

	/** Bytes of the pixels that all taps of a chunk see, for each thread. */
	private static final long CHUNK_BYTES = 1 << 20;

	private final Signal output;
	private final Parameter weight;
	private final Team team;
	private final MatrixProduct product;
	private final Windows windows;
	private final Floats kernel;
	private final Floats scratch;
	private final int images;
	private final int in;
	private final int out;
	private final int chunkRows;
	private final long laneSize;
	private final int longest;
	private final ConvArrays floats;

	/** @param bias null for none */
	PortableConv(final Windows windows, final Signal input, final Signal output,
		final Parameter weight, final Parameter bias, final Team team,
		final MatrixProduct product, final Memory memory)
	{
		this.output = output;
		this.weight = weight;
		this.team = team;
		this.product = product;
		this.windows = windows;
		images = (int) input.size(0);
		in = windows.channels();
		out = (int) output.size(3);
		kernel = new Floats(weight.array(weight.values().length));
		chunkRows = (int) Math.max(1, Math.min((long) images * windows.rows(),
			CHUNK_BYTES / ((long) Float.BYTES * windows.taps() * windows.cells())));
		longest = Math.max(Math.max(windows.line(), windows.cells()), Floats
			.pieceLength());
		laneSize = (long) windows.taps() * chunkRows * windows.cells() + (memory
			.hasGradients() ? weight.values().length : 0);
		scratch = new Floats(memory.scratch(laneSize * team.size()));
		floats = ConvArrays.of(input, output, weight, bias, team, memory);
	}

	@Override
	public Signal output() {
		return output;
	}

	@Override
	public void forward(final boolean training) {
		if (floats.bias() != null) floats.bias().prepare();
		team.split(images * windows.rows(), (part, from, to) -> {
			for (int row = from; row < to; row += chunkRows) {
				final int count = Math.min(chunkRows, to - row);
				read(part, row, count);
				if (floats.bias() != null) floats.bias().fill(row * windows.columns(),
					count * windows.columns());
				for (int tap = 0; tap < windows.taps(); tap++)
					product.multiply(pixels(part, tap, count), false, matrix(tap), false,
						tap > 0 || floats.bias() != null ? 1 : 0, rows(floats.y(), row,
							count));
			}
		});
	}

	@Override
	public void backward() {
		final int parts = team.split(images, (part, from, to) -> {
			if (floats.ofX() != null) windows.clear(floats.ofX(), from, to);
			final int end = to * windows.rows();
			final int begin = from * windows.rows();
			for (int row = begin; row < end; row += chunkRows) {
				final int count = Math.min(chunkRows, end - row);
				read(part, row, count);
				final Matrix ofRows = rows(floats.ofY(), row, count);
				for (int tap = 0; tap < windows.taps(); tap++) {
					final Matrix pixels = pixels(part, tap, count);
					product.multiply(pixels, true, ofRows, false, row > begin ? 1 : 0,
						gradient(part, tap));
					if (floats.ofX() != null) product.multiply(ofRows, false, matrix(tap),
						true, 0, pixels);
				}
				if (floats.ofX() != null) addInputGradient(part, row, count);
			}
		});
		final long[] starts = new long[parts];
		for (int part = 0; part < parts; part++)
			starts[part] = gradientStart(part);
		floats.ofKernel().putSum(0, weight.values().length, scratch, starts, team
			.scratch(0).arrays(2, longest));
		if (floats.bias() != null) floats.bias().backward();
	}

	private void read(final int part, final int row, final int count) {
		final int taps = windows.taps();
		final float[][] arrays = team.scratch(part).arrays(taps + 2, longest);
		for (int r = 0; r < count; r++) {
			windows.read(floats.x(), row + r, arrays[taps], arrays, 0);
			for (int tap = 0; tap < taps; tap++)
				scratch.put(pixelStart(part, tap) + (long) r * windows.cells(),
					arrays[tap], windows.cells());
		}
	}

	private void addInputGradient(final int part, final int row,
		final int count)
	{
		final int taps = windows.taps();
		final float[][] arrays = team.scratch(part).arrays(taps + 2, longest);
		for (int r = 0; r < count; r++) {
			for (int tap = 0; tap < taps; tap++)
				scratch.get(pixelStart(part, tap) + (long) r * windows.cells(),
					arrays[tap], windows.cells());
			windows.add(floats.ofX(), row + r, arrays[taps], arrays[taps + 1], arrays,
				0);
		}
	}

	private long pixelStart(final int part, final int tap) {
		return part * laneSize + (long) tap * chunkRows * windows.cells();
	}

	private long gradientStart(final int part) {
		return pixelStart(part, windows.taps());
	}

	private Matrix pixels(final int part, final int tap, final int rows) {
		return Matrix.of(scratch.address(pixelStart(part, tap)), rows * windows
			.columns(), in);
	}

	private Matrix rows(final Floats of, final int row, final int count) {
		return Matrix.of(of.address((long) row * windows.columns() * out), count *
			windows.columns(), out);
	}

	private Matrix matrix(final int tap) {
		return Matrix.of(kernel.address((long) tap * in * out), in, out);
	}

	private Matrix gradient(final int part, final int tap) {
		return Matrix.of(scratch.address(gradientStart(part) + (long) tap * in *
			out), in, out);
	}
}
