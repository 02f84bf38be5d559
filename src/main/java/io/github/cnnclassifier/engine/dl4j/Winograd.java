
package io.github.cnnclassifier.engine.dl4j;

/**
 * The transforms of Winograd's convolution of 4 x 4 output pixels with a kernel
 * of 3 x 3 (Lavin and Gray, 2016): of 6 x 6 input pixels and of the kernel, 36
 * values each, whose products sum up to 36 values of the output, so that 36
 * multiplications do the work of 144. The polynomials are evaluated at 0, the
 * square roots of 1/2 and of 2 with both signs, and infinity, which rounds less
 * than the usual 1 and 2.
 * <p>
 * Each goes over a grid of 6 x 6 arrays, row by row, in place: down the
 * columns, then along the rows.
 */
final class Winograd {

	/** Pixels of the output that a side of a tile has. */
	static final int OUT = 4;
	/** Pixels of the input that a side of a tile sees. */
	static final int IN = 6;

	/** Values that a side of the kernel has, and the whole. */
	static final int KERNEL = 3;
	static final int TAPS = KERNEL * KERNEL;

	/** The points, and their cubes. */
	private static final float A = (float) Math.sqrt(0.5);
	private static final float B = (float) Math.sqrt(2);
	private static final float A3 = (float) (Math.sqrt(0.5) / 2);
	private static final float B3 = (float) (Math.sqrt(2) * 2);
	/** One divided by the products of differences of points. */
	private static final float NA = -1 / 1.5f;
	private static final float NB = 1 / 6f;

	private Winograd() {}

	private interface Pass {

		/** @param a the 6 arrays of a row or column */
		void run(float[][] a, int n);
	}

	/** 6 x 6 input pixels to 6 x 6 values. */
	static void input(final float[][] grid, final int n) {
		run(grid, IN, IN, Winograd::inputLine, n);
	}

	/** Sums of 6 x 6 products to 4 x 4 output pixels. */
	static void output(final float[][] grid, final int n) {
		run(grid, IN, OUT, Winograd::outputLine, n);
	}

	/** 3 x 3 values of a kernel to 6 x 6. */
	static void kernel(final float[][] grid, final int n) {
		run(grid, KERNEL, IN, Winograd::kernelLine, n);
	}

	/** The way back of {@link #input}, for gradients. */
	static void inputGradient(final float[][] grid, final int n) {
		run(grid, IN, IN, Winograd::inputGradientLine, n);
	}

	/** The way back of {@link #output}, for gradients: 4 x 4 to 6 x 6. */
	static void outputGradient(final float[][] grid, final int n) {
		run(grid, OUT, IN, Winograd::outputGradientLine, n);
	}

	/** The way back of {@link #kernel}, for gradients: 6 x 6 to 3 x 3. */
	static void kernelGradient(final float[][] grid, final int n) {
		run(grid, IN, KERNEL, Winograd::kernelGradientLine, n);
	}

	/** @return the arrays of the first rows and columns */
	static float[][] corner(final float[][] grid, final int side) {
		final float[][] corner = new float[side * side][];
		for (int i = 0; i < corner.length; i++)
			corner[i] = grid[i / side * IN + i % side];
		return corner;
	}

	private static void run(final float[][] grid, final int columns,
		final int rows, final Pass pass, final int n)
	{
		final float[][] line = new float[IN][];
		for (int x = 0; x < columns; x++) {
			for (int y = 0; y < IN; y++)
				line[y] = grid[y * IN + x];
			pass.run(line, n);
		}
		for (int y = 0; y < rows; y++) {
			System.arraycopy(grid, y * IN, line, 0, IN);
			pass.run(line, n);
		}
	}

	private static void inputLine(final float[][] a, final int n) {
		addTwo(a[0], a[2], -2.5f, a[4], 1, n);
		addTwo(a[5], a[3], -2.5f, a[1], 1, n);
		mix(a[2], a[4], -2, 1, -0.5f, 1, n);
		mix(a[1], a[3], -2 * A, A, -0.5f * B, B, n);
		sumAndDifference(a, n);
	}

	private static void inputGradientLine(final float[][] a, final int n) {
		differenceAndSum(a, n);
		mix(a[2], a[4], -2, -0.5f, 1, 1, n);
		Loops.addScaled(a[2], a[0], -2.5f, n);
		Loops.add(a[4], a[0], 0, n);
		mix(a[1], a[3], -2 * A, -0.5f * B, A, B, n);
		Loops.add(a[1], a[5], 0, n);
		Loops.addScaled(a[3], a[5], -2.5f, n);
	}

	private static void outputLine(final float[][] a, final int n) {
		differenceAndSum(a, n);
		addTwo(a[0], a[2], 1, a[4], 1, n);
		mix(a[2], a[4], 0.5f, 2, 0, 0, n);
		mix(a[1], a[3], A, B, A3, B3, n);
		Loops.add(a[3], a[5], 0, n);
	}

	private static void outputGradientLine(final float[][] a, final int n) {
		System.arraycopy(a[0], 0, a[4], 0, n);
		System.arraycopy(a[3], 0, a[5], 0, n);
		mix(a[2], a[4], 0.5f, 1, 2, 1, n);
		mix(a[1], a[3], A, A3, B, B3, n);
		sumAndDifference(a, n);
	}

	private static void kernelLine(final float[][] a, final int n) {
		System.arraycopy(a[1], 0, a[3], 0, n);
		System.arraycopy(a[0], 0, a[4], 0, n);
		System.arraycopy(a[2], 0, a[5], 0, n);
		mix(a[2], a[4], 0.5f * NA, NA, 2 * NB, NB, n);
		mix(a[1], a[3], NA * A, 0, 0, NB * B, n);
		sumAndDifference(a, n);
	}

	private static void kernelGradientLine(final float[][] a, final int n) {
		differenceAndSum(a, n);
		addTwo(a[0], a[2], NA, a[4], NB, n);
		mix(a[2], a[4], 0.5f * NA, 2 * NB, 0, 0, n);
		Loops.add(a[2], a[5], 0, n);
		mix(a[1], a[3], NA * A, NB * B, 0, 0, n);
	}

	/** From odd and even parts to the values at a point and its negative. */
	private static void sumAndDifference(final float[][] a, final int n) {
		mix(a[1], a[2], 1, 1, -1, 1, n);
		mix(a[3], a[4], 1, 1, -1, 1, n);
	}

	/** The way back. */
	private static void differenceAndSum(final float[][] a, final int n) {
		mix(a[1], a[2], 1, -1, 1, 1, n);
		mix(a[3], a[4], 1, -1, 1, 1, n);
	}

	/** a, b = aa a + ab b, ba a + bb b. */
	private static void mix(final float[] a, final float[] b, final float aa,
		final float ab, final float ba, final float bb, final int n)
	{
		for (int i = 0; i < n; i++) {
			final float x = a[i];
			final float y = b[i];
			a[i] = aa * x + ab * y;
			b[i] = ba * x + bb * y;
		}
	}

	/** a += fb b + fc c. */
	private static void addTwo(final float[] a, final float[] b, final float fb,
		final float[] c, final float fc, final int n)
	{
		for (int i = 0; i < n; i++)
			a[i] += fb * b[i] + fc * c[i];
	}
}
