
package io.github.cnnclassifier.engine.dl4j;

/**
 * A kernel of 3 x 3 as {@link Winograd}'s products want it, 36 matrices I,O;
 * one for all runs of a network.
 */
final class WinogradKernel {

	private static final int CELLS = Winograd.IN * Winograd.IN;
	private static final int PIECE = 1024;

	private final Floats matrices;
	private long version = -1;

	/**
	 * @param size values of a matrix
	 * @param memory of the parameter
	 */
	WinogradKernel(final int size, final Memory memory) {
		matrices = new Floats(memory.array((long) CELLS * size));
	}

	/**
	 * @param values Y,X,I,O
	 * @param changes how often they have been changed so far
	 * @return the matrices, one after the other
	 */
	synchronized Floats matrices(final float[] values, final long changes) {
		if (version == changes) return matrices;
		final int size = values.length / Winograd.TAPS;
		final float[][] grid = new float[CELLS][Math.min(size, PIECE)];
		final float[][] taps = Winograd.corner(grid, Winograd.KERNEL);
		for (int start = 0; start < size; start += PIECE) {
			final int n = Math.min(PIECE, size - start);
			for (int tap = 0; tap < taps.length; tap++)
				System.arraycopy(values, tap * size + start, taps[tap], 0, n);
			Winograd.kernel(grid, n);
			for (int cell = 0; cell < CELLS; cell++)
				matrices.put((long) cell * size + start, grid[cell], n);
		}
		version = changes;
		return matrices;
	}
}
