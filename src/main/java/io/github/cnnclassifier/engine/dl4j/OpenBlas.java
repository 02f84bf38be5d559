
package io.github.cnnclassifier.engine.dl4j;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** OpenBLAS, which ND4J brings for every platform. */
final class OpenBlas implements MatrixProduct {

	@Override
	public String name() {
		return "OpenBLAS";
	}

	@Override
	public void multiply(final Matrix a, final boolean turnA, final Matrix b,
		final boolean turnB, final float share, final Matrix c)
	{
		cblas_sgemm(CblasRowMajor, turnA ? CblasTrans : CblasNoTrans, turnB
			? CblasTrans : CblasNoTrans, c.rows(), c.columns(), turnA ? a.rows() : a
				.columns(), 1, new At(a.address()), a.stride(), new At(b.address()), b
					.stride(), share, new At(c.address()), c.stride());
	}

	/** A place in memory that belongs to somebody else. */
	private static final class At extends FloatPointer {

		At(final long address) {
			super((Pointer) null);
			this.address = address;
		}
	}
}
