
package io.github.cnnclassifier.engine.dl4j;

/** A library's product of two matrices. Several threads may use it at once. */
interface MatrixProduct {

	/** @return what the library is called */
	String name();

	/**
	 * c = op(a) op(b) + share * c, where op turns rows to columns if asked.
	 *
	 * @param share 0 for a {@code c} that is not looked at
	 */
	void multiply(Matrix a, boolean turnA, Matrix b, boolean turnB, float share,
		Matrix c);
}
