
package io.github.cnnclassifier.engine.dl4j;

import java.util.List;
import java.util.Map;

import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * Apple's Accelerate, whose products run on a unit of the processor that
 * nothing else reaches. It comes with macOS; JNA calls it.
 */
final class Accelerate implements MatrixProduct {

	private static final int ROW_MAJOR = 101;
	private static final int AS_IT_IS = 111;
	private static final int TURNED = 112;
	/** Its names must not take the place of OpenBLAS' own. */
	private static final int LAZY_AND_LOCAL = 1;

	/** The one function that is needed, as C declares it. */
	interface Cblas extends Library {

		/** Pointers are addresses. */
		void cblas_sgemm(int order, int turnA, int turnB, int m, int n, int k,
			float alpha, long a, int strideA, long b, int strideB, float beta, long c,
			int strideC);
	}

	private final Cblas library;

	Accelerate(final Cblas library) {
		this.library = library;
	}

	/** @return Accelerate; nothing where the system or JNA does not have it */
	static List<MatrixProduct> ifFound() {
		return ifFound("Accelerate");
	}

	/**
	 * @param library name, or path of a file
	 * @return it; nothing if it or JNA is missing, without which there is
	 *         OpenBLAS
	 */
	static List<MatrixProduct> ifFound(final String library) {
		try {
			return List.of(new Accelerate(Native.load(library, Cblas.class, Map.of(
				Library.OPTION_OPEN_FLAGS, LAZY_AND_LOCAL))));
		}
		catch (final LinkageError e) {
			return List.of();
		}
	}

	@Override
	public String name() {
		return "Accelerate";
	}

	@Override
	public void multiply(final Matrix a, final boolean turnA, final Matrix b,
		final boolean turnB, final float share, final Matrix c)
	{
		library.cblas_sgemm(ROW_MAJOR, turnA ? TURNED : AS_IT_IS, turnB ? TURNED
			: AS_IT_IS, c.rows(), c.columns(), turnA ? a.rows() : a.columns(), 1, a
				.address(), a.stride(), b.address(), b.stride(), share, c.address(), c
					.stride());
	}
}
