
package io.github.cnnclassifier.dataset.split;

/**
 * The eight ways to lay down a square picture: four quarter turns, each as it
 * is and mirrored.
 */
final class Turns {

	static final int COUNT = 8;

	private final int[][] sources;

	/** @param side of the square */
	Turns(final int side) {
		sources = new int[COUNT][side * side];
		for (int turn = 0; turn < COUNT; turn++) {
			for (int y = 0; y < side; y++) {
				for (int x = 0; x < side; x++) {
					final int u = (turn & 1) == 0 ? x : side - 1 - x;
					final int v = (turn & 2) == 0 ? y : side - 1 - y;
					sources[turn][y * side + x] = (turn & 4) == 0 ? v * side + u : u *
						side + v;
				}
			}
		}
	}

	/**
	 * @param a values of a square, row by row
	 * @param b values of the square that is turned
	 * @param turn 0, as it is, to 7
	 * @param limit where to stop
	 * @return the sum of squared differences; any number above the limit if it is
	 *         above the limit
	 */
	long squaredDistance(final byte[] a, final byte[] b, final int turn,
		final long limit)
	{
		final int[] source = sources[turn];
		long sum = 0;
		for (int i = 0; i < source.length && sum <= limit; i++) {
			final int difference = a[i] - b[source[i]];
			sum += difference * difference;
		}
		return sum;
	}
}
