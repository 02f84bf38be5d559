
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

	@Test
	void rowsAreActualAndColumnsPredicted() {
		final ConfusionMatrix matrix = ConfusionMatrix.of(3, new int[] { 0, 0, 0,
			1 }, new int[] { 0, 2, 2, 1 });
		assertEquals(2, matrix.count(0, 2));
		assertEquals(0, matrix.count(2, 0));
		assertEquals(3, matrix.rowSum(0));
		assertEquals(0, matrix.rowSum(2));
		assertEquals(2, matrix.columnSum(2));
		assertEquals(2, matrix.correct());
		assertEquals(4, matrix.total());
	}

	@Test
	void unequalLengthsAndForeignClassesAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(2,
			new int[] { 0 }, new int[] { 0, 1 }));
		assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(2,
			new int[] { 2 }, new int[] { 0 }));
		assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(2,
			new int[] { 0 }, new int[] { -1 }));
		assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(0,
			new int[0], new int[0]));
	}
}
