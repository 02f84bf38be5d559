
package io.github.cnnclassifier.engine.dl4j;

/**
 * Rows times weights plus bias: R,I times I,O. Also the convolution whose input
 * comes as patches, one row per output pixel.
 */
final class PortableDense implements FastLayer {

	/** Values of a chunk of the output, which the cache holds. */
	private static final int CHUNK = 1 << 16;

	private final Signal output;
	private final Team team;
	private final MatrixProduct product;
	private final int rows;
	private final int in;
	private final int out;
	private final int chunkRows;
	private final Matrix x;
	private final Matrix y;
	private final Matrix w;
	private final BiasPass bias;
	private Matrix ofX;
	private Matrix ofY;
	private Matrix ofW;
	private Floats gradient;
	private Floats partialSums;

	/**
	 * @param input R,I
	 * @param output of R times O values in any shape
	 * @param bias null for none
	 */
	PortableDense(final Signal input, final Signal output, final Parameter weight,
		final Parameter bias, final Team team, final MatrixProduct product,
		final Memory memory)
	{
		this.output = output;
		this.team = team;
		this.product = product;
		rows = (int) input.size(0);
		in = (int) input.size(1);
		out = (int) (output.value().length() / rows);
		chunkRows = Math.max(64, CHUNK / out);
		x = matrix(new Floats(input.value()), rows, in);
		y = matrix(new Floats(output.value()), rows, out);
		w = matrix(new Floats(weight.array((long) in * out)), in, out);
		this.bias = bias == null ? null : new BiasPass(bias, output, team);
		if (!output.hasGradient()) return;
		ofY = matrix(new Floats(output.gradient()), rows, out);
		gradient = new Floats(weight.gradient((long) in * out));
		ofW = matrix(gradient, in, out);
		if (input.hasGradient()) ofX = matrix(new Floats(input.gradient()), rows,
			in);
		if (manyRows()) partialSums = new Floats(memory.scratch((long) team.size() *
			in * out));
	}

	private static Matrix matrix(final Floats floats, final int rows,
		final int columns)
	{
		return Matrix.of(floats.address(0), rows, columns);
	}

	@Override
	public Signal output() {
		return output;
	}

	@Override
	public void forward(final boolean training) {
		if (bias != null) bias.prepare();
		team.split(rows, (part, from, to) -> {
			for (int row = from; row < to; row += chunkRows) {
				final int count = Math.min(chunkRows, to - row);
				if (bias != null) bias.fill(row, count);
				product.multiply(x.rows(row, count), false, w, false, bias == null ? 0
					: 1, y.rows(row, count));
			}
		});
	}

	@Override
	public void backward() {
		if (manyRows()) sumOverRows();
		else team.split(in, (part, from, to) -> product.multiply(x.columns(from,
			to - from), true, ofY, false, 0, ofW.rows(from, to - from)));
		if (bias != null) bias.backward();
		if (ofX != null) team.split(rows, (part, from, to) -> product.multiply(ofY
			.rows(from, to - from), false, w, true, 0, ofX.rows(from, to - from)));
	}

	/** Whether threads share the rows instead of the inputs. */
	private boolean manyRows() {
		return team.size() > 1 && rows > in;
	}

	private void sumOverRows() {
		final int size = in * out;
		final int parts = team.split(rows, (part, from, to) -> product.multiply(x
			.rows(from, to - from), true, ofY.rows(from, to - from), false, 0, Matrix
				.of(partialSums.address((long) part * size), in, out)));
		final long[] starts = new long[parts];
		for (int part = 0; part < parts; part++)
			starts[part] = (long) part * size;
		gradient.putSum(0, size, partialSums, starts, team.scratch(0).arrays(2,
			Floats.pieceLength()));
	}
}
