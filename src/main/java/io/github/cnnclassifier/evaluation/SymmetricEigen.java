
package io.github.cnnclassifier.evaluation;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's
 * rotations.
 *
 * @param values in no order
 * @param vectors one row for each value, of length 1, at right angles
 */
record SymmetricEigen(double[] values, double[][] vectors) {

	private static final int MOST_SWEEPS = 60;
	private static final double NEGLIGIBLE = 1e-24;

	/** @param symmetric square; only read */
	static SymmetricEigen of(final double[][] symmetric) {
		final int n = symmetric.length;
		final double[][] a = new double[n][];
		final double[][] vectors = new double[n][n];
		for (int i = 0; i < n; i++) {
			a[i] = symmetric[i].clone();
			vectors[i][i] = 1;
		}
		for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a); sweep++) {
			for (int p = 0; p < n; p++) {
				for (int q = p + 1; q < n; q++)
					rotate(a, vectors, p, q);
			}
		}
		final double[] values = new double[n];
		for (int i = 0; i < n; i++)
			values[i] = a[i][i];
		return new SymmetricEigen(values, vectors);
	}

	private static boolean isDiagonal(final double[][] a) {
		double outside = 0;
		double all = 0;
		for (int i = 0; i < a.length; i++) {
			for (int j = 0; j < a.length; j++) {
				final double square = a[i][j] * a[i][j];
				all += square;
				if (i != j) outside += square;
			}
		}
		return outside <= NEGLIGIBLE * all;
	}

	/** Makes the entry p, q become 0. */
	private static void rotate(final double[][] a, final double[][] vectors,
		final int p, final int q)
	{
		if (a[p][q] == 0) return;
		final double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
		final double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(
			theta * theta + 1));
		final double cosine = 1 / Math.sqrt(tangent * tangent + 1);
		final double sine = tangent * cosine;
		for (int k = 0; k < a.length; k++) {
			final double kp = a[k][p];
			final double kq = a[k][q];
			a[k][p] = cosine * kp - sine * kq;
			a[k][q] = sine * kp + cosine * kq;
		}
		for (int k = 0; k < a.length; k++) {
			final double pk = a[p][k];
			final double qk = a[q][k];
			a[p][k] = cosine * pk - sine * qk;
			a[q][k] = sine * pk + cosine * qk;
			final double vp = vectors[p][k];
			final double vq = vectors[q][k];
			vectors[p][k] = cosine * vp - sine * vq;
			vectors[q][k] = sine * vp + cosine * vq;
		}
	}
}
