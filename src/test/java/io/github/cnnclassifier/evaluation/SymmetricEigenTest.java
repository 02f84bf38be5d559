
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 32 })
	void vectorsAreAtRightAnglesAndGiveTheMatrixAgain(final int n) {
		final SplittableRandom random = new SplittableRandom(n);
		final double[][] matrix = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j <= i; j++)
				matrix[i][j] = matrix[j][i] = random.nextGaussian();
		}
		final SymmetricEigen eigen = SymmetricEigen.of(matrix);
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				double product = 0;
				double again = 0;
				for (int k = 0; k < n; k++) {
					product += eigen.vectors()[i][k] * eigen.vectors()[j][k];
					again += eigen.values()[k] * eigen.vectors()[k][i] * eigen
						.vectors()[k][j];
				}
				assertEquals(i == j ? 1 : 0, product, 1e-9);
				assertEquals(matrix[i][j], again, 1e-9);
			}
		}
	}
}
