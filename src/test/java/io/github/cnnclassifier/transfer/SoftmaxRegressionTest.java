
package io.github.cnnclassifier.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/**
 * The expected weights come from scikit-learn 1.2.1:
 * {@code LogisticRegression(C=1/(strength*w.sum()), tol=1e-12,
 * max_iter=10000).fit(X, y, sample_weight=w)}, with the data below; {@code
 * coef_.T} and {@code intercept_} less its mean, since biases are only
 * determined up to a constant.
 */
class SoftmaxRegressionTest {

	private static final int ROWS = 30;
	private static final int FEATURES = 4;
	private static final int CLASSES = 3;

	private static SoftmaxRegression regression() {
		final float[][] rows = new float[ROWS][FEATURES];
		final int[] labels = new int[ROWS];
		final double[] weights = new double[ROWS];
		for (int i = 0; i < ROWS; i++) {
			for (int f = 0; f < FEATURES; f++)
				rows[i][f] = (i * 7 + f * 3 + i * i * (f + 1)) % 11 / 5f - 1;
			labels[i] = (i * i + i / 4) % 3;
			weights[i] = labels[i] == 0 ? 2.5 : 1;
		}
		return new SoftmaxRegression(rows, labels, weights, CLASSES);
	}

	private static void assertSolution(final double strength,
		final double[] weights, final double[] biases)
	{
		final SoftmaxRegression regression = regression();
		final double[] at = regression.origin();
		regression.fit(strength, at);
		assertArrayEquals(weights, Arrays.copyOf(at, weights.length), 2e-4);
		final double[] found = Arrays.copyOfRange(at, weights.length, at.length);
		final double mean = Arrays.stream(found).average().orElseThrow();
		assertArrayEquals(biases, Arrays.stream(found).map(b -> b - mean).toArray(),
			2e-4);
	}

	@Test
	void aWeakPenaltyGivesTheWeightsOfScikitLearn() {
		assertSolution(0.03, new double[] { -0.255054, 0.344505, -0.089451,
			-0.384559, 0.359732, 0.024827, 0.20606, 0.626204, -0.832264, 0.213132,
			0.223421, -0.436554 }, new double[] { 0.861371, -0.507549, -0.353822 });
	}

	@Test
	void aStrongPenaltyGivesTheWeightsOfScikitLearn() {
		assertSolution(0.3, new double[] { -0.103258, 0.10946, -0.006202, -0.148997,
			0.101796, 0.047201, 0.051466, 0.152209, -0.203674, 0.139082, -0.007092,
			-0.131989 }, new double[] { 0.808598, -0.515294, -0.293304 });
	}

	@Test
	void theSolutionDoesNotDependOnWhereTheSearchBegins() {
		final SoftmaxRegression regression = regression();
		final double[] fromOrigin = regression.origin();
		regression.fit(0.1, fromOrigin);
		final double[] fromFar = regression.origin();
		for (int i = 0; i < FEATURES * CLASSES; i++)
			fromFar[i] = i % 5 - 2;
		regression.fit(0.1, fromFar);
		for (int i = 0; i < FEATURES * CLASSES; i++)
			assertEquals(fromOrigin[i], fromFar[i], 5e-4);
	}
}
