
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution of 3 x 3 with stride 1, N,H,W,C to N,H',W',O, kernel Y,X,I,O:
 * tiles of 4 x 4 output pixels by {@link Winograd}'s transforms, in which each
 * of the 36 values of all tiles is a product with a matrix of its own. Tiles go
 * through in chunks that the processor's cache holds.
 */
final class WinogradConv implements FastLayer {

	private static final int CELLS = Winograd.IN * Winograd.IN;
	/** Bytes of both sides of the products, for each thread. */
	private static final long CHUNK_BYTES = 2L << 20;
	/** Values that are transformed at a time, 36 arrays of them. */
	private static final int PIECE = 1024;

	private final Signal output;
	private final Parameter weight;
	private final Team team;
	private final MatrixProduct product;
	private final Windows tiles;
	private final Windows outTiles;
	private final Floats scratch;
	private final int images;
	private final int in;
	private final int out;
	/** Rows of tiles in a chunk, and of them those in a piece. */
	private final int chunkRows;
	private final int pieceRows;
	private final long laneSize;
	private final int longest;
	private final ConvArrays floats;
	/** Of the last forward pass. */
	private Floats kernels;

	/** @param bias null for none */
	WinogradConv(final int padding, final Signal input, final Signal output,
		final Parameter weight, final Parameter bias, final Team team,
		final MatrixProduct product, final Memory memory)
	{
		this.output = output;
		this.weight = weight;
		this.team = team;
		this.product = product;
		images = (int) input.size(0);
		in = (int) input.size(3);
		out = (int) output.size(3);
		final int height = (int) output.size(1);
		final int width = (int) output.size(2);
		final int rows = tilesAlong(height);
		final int columns = tilesAlong(width);
		tiles = new Windows((int) input.size(1), (int) input.size(2), in,
			Winograd.IN, Winograd.IN, Winograd.OUT, padding, rows, columns);
		outTiles = new Windows(height, width, out, Winograd.OUT, Winograd.OUT,
			Winograd.OUT, 0, rows, columns);
		final long rowBytes = (long) Float.BYTES * CELLS * columns * (in + out);
		chunkRows = (int) Math.max(1, Math.min((long) images * rows, CHUNK_BYTES /
			rowBytes));
		final int widest = Math.max(in, out);
		pieceRows = Math.max(1, PIECE / (columns * widest));
		longest = Math.max(Math.max(tiles.line(), outTiles.line()), Math.max(
			pieceRows * columns * widest, PIECE));
		laneSize = (long) CELLS * chunkRows * columns * (in + out) + (memory
			.hasGradients() ? (long) CELLS * in * out : 0);
		final INDArray lanes = memory.scratch(laneSize * team.size());
		scratch = new Floats(lanes);
		floats = ConvArrays.of(input, output, weight, bias, team, memory);
	}

	/** @return how many tiles it takes to cover that many output pixels */
	static int tilesAlong(final int pixels) {
		return (pixels + Winograd.OUT - 1) / Winograd.OUT;
	}

	@Override
	public Signal output() {
		return output;
	}

	@Override
	public void forward(final boolean training) {
		kernels = weight.winograd();
		final float[] offsets = floats.bias() == null ? null : floats.bias().line(
			outTiles.line() / out);
		team.split(images * tiles.rows(), (part, from, to) -> {
			final float[][] grid = grid(part);
			for (int row = from; row < to; row += chunkRows) {
				final int count = Math.min(chunkRows, to - row);
				readInput(part, grid, row, count);
				for (int cell = 0; cell < CELLS; cell++)
					product.multiply(inputs(part, cell, count), false, kernel(cell),
						false, 0, outputs(part, cell, count));
				writeOutput(part, grid, row, count, offsets);
			}
		});
	}

	@Override
	public void backward() {
		final int parts = team.split(images, (part, from, to) -> {
			final float[][] grid = grid(part);
			if (floats.ofX() != null) tiles.clear(floats.ofX(), from, to);
			final int end = to * tiles.rows();
			final int begin = from * tiles.rows();
			for (int row = begin; row < end; row += chunkRows) {
				final int count = Math.min(chunkRows, end - row);
				readInput(part, grid, row, count);
				readOutputGradient(part, grid, row, count);
				for (int cell = 0; cell < CELLS; cell++)
					multiplyBack(part, cell, count, row > begin);
				if (floats.ofX() != null) addInputGradient(part, grid, row, count);
			}
		});
		writeKernelGradient(parts);
		if (floats.bias() != null) floats.bias().backward();
	}

	private void multiplyBack(final int part, final int cell, final int count,
		final boolean add)
	{
		final Matrix ofOutputs = outputs(part, cell, count);
		product.multiply(inputs(part, cell, count), true, ofOutputs, false, add ? 1
			: 0, kernelGradient(part, cell));
		if (floats.ofX() != null) product.multiply(ofOutputs, false, kernel(cell),
			true, 0, inputs(part, cell, count));
	}

	/** @return the grid of transforms, a line and another array */
	private float[][] grid(final int part) {
		return team.scratch(part).arrays(CELLS + 2, longest);
	}

	private long inputStart(final int part, final int cell) {
		return part * laneSize + (long) cell * chunkRows * tiles.cells();
	}

	private long outputStart(final int part, final int cell) {
		return inputStart(part, CELLS) + (long) cell * chunkRows * outTiles.cells();
	}

	private long gradientStart(final int part, final int cell) {
		return outputStart(part, CELLS) + (long) cell * in * out;
	}

	private Matrix inputs(final int part, final int cell, final int rows) {
		return Matrix.of(scratch.address(inputStart(part, cell)), rows * tiles
			.columns(), in);
	}

	private Matrix outputs(final int part, final int cell, final int rows) {
		return Matrix.of(scratch.address(outputStart(part, cell)), rows * tiles
			.columns(), out);
	}

	private Matrix kernel(final int cell) {
		return Matrix.of(kernels.address((long) cell * in * out), in, out);
	}

	private Matrix kernelGradient(final int part, final int cell) {
		return Matrix.of(scratch.address(gradientStart(part, cell)), in, out);
	}

	private void readInput(final int part, final float[][] grid, final int row,
		final int count)
	{
		for (int done = 0; done < count; done += pieceRows) {
			final int rows = Math.min(pieceRows, count - done);
			for (int r = 0; r < rows; r++)
				tiles.read(floats.x(), row + done + r, grid[CELLS], grid, r * tiles
					.cells());
			final int n = rows * tiles.cells();
			Winograd.input(grid, n);
			for (int cell = 0; cell < CELLS; cell++)
				scratch.put(inputStart(part, cell) + (long) done * tiles.cells(),
					grid[cell], n);
		}
	}

	private void addInputGradient(final int part, final float[][] grid,
		final int row, final int count)
	{
		for (int done = 0; done < count; done += pieceRows) {
			final int rows = Math.min(pieceRows, count - done);
			final int n = rows * tiles.cells();
			for (int cell = 0; cell < CELLS; cell++)
				scratch.get(inputStart(part, cell) + (long) done * tiles.cells(),
					grid[cell], n);
			Winograd.inputGradient(grid, n);
			for (int r = 0; r < rows; r++)
				tiles.add(floats.ofX(), row + done + r, grid[CELLS], grid[CELLS + 1],
					grid, r * tiles.cells());
		}
	}

	private void writeOutput(final int part, final float[][] grid, final int row,
		final int count, final float[] offsets)
	{
		final float[][] pixels = outputPixels(grid);
		for (int done = 0; done < count; done += pieceRows) {
			final int rows = Math.min(pieceRows, count - done);
			final int n = rows * outTiles.cells();
			for (int cell = 0; cell < CELLS; cell++)
				scratch.get(outputStart(part, cell) + (long) done * outTiles.cells(),
					grid[cell], n);
			Winograd.output(grid, n);
			for (int r = 0; r < rows; r++)
				outTiles.write(floats.y(), row + done + r, grid[CELLS], pixels, r *
					outTiles.cells(), offsets);
		}
	}

	private void readOutputGradient(final int part, final float[][] grid,
		final int row, final int count)
	{
		final float[][] pixels = outputPixels(grid);
		for (int done = 0; done < count; done += pieceRows) {
			final int rows = Math.min(pieceRows, count - done);
			for (int r = 0; r < rows; r++)
				outTiles.read(floats.ofY(), row + done + r, grid[CELLS], pixels, r *
					outTiles.cells());
			final int n = rows * outTiles.cells();
			Winograd.outputGradient(grid, n);
			for (int cell = 0; cell < CELLS; cell++)
				scratch.put(outputStart(part, cell) + (long) done * outTiles.cells(),
					grid[cell], n);
		}
	}

	/** Of the grid, what holds output pixels. */
	private static float[][] outputPixels(final float[][] grid) {
		return Winograd.corner(grid, Winograd.OUT);
	}

	private static int pieces(final int size) {
		return (size + PIECE - 1) / PIECE;
	}

	private void writeKernelGradient(final int parts) {
		final int size = in * out;
		team.split(pieces(size), (part, from, to) -> {
			final float[][] grid = grid(part);
			final float[][] taps = Winograd.corner(grid, Winograd.KERNEL);
			for (int start = from * PIECE; start < to * PIECE; start += PIECE) {
				final int n = Math.min(PIECE, size - start);
				for (int cell = 0; cell < CELLS; cell++) {
					scratch.get(gradientStart(0, cell) + start, grid[cell], n);
					for (int other = 1; other < parts; other++) {
						scratch.get(gradientStart(other, cell) + start, grid[CELLS], n);
						Loops.add(grid[cell], grid[CELLS], 0, n);
					}
				}
				Winograd.kernelGradient(grid, n);
				for (int tap = 0; tap < taps.length; tap++)
					floats.ofKernel().put((long) tap * size + start, taps[tap], n);
			}
		});
	}
}
