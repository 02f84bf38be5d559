
package io.github.cnnclassifier.engine.dl4j;

/**
 * A matrix in native memory, row-major.
 *
 * @param address of its first value
 * @param stride values from one row to the next, at least {@code columns}
 */
record Matrix(long address, int rows, int columns, int stride) {

	static Matrix of(final long address, final int rows, final int columns) {
		return new Matrix(address, rows, columns, columns);
	}

	/** @return some of the rows, in the same memory */
	Matrix rows(final int from, final int count) {
		return new Matrix(address + (long) from * stride * Float.BYTES, count,
			columns, stride);
	}

	/** @return some of the columns, in the same memory */
	Matrix columns(final int from, final int count) {
		return new Matrix(address + (long) from * Float.BYTES, rows, count, stride);
	}
}
