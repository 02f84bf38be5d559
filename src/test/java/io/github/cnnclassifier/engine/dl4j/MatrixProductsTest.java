
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.progress.Progress;

class MatrixProductsTest {

	private final AtomicLong clock = new AtomicLong();

	@BeforeAll
	static void start() {
		Bootstrap.start(Progress.none());
	}

	/** A product that takes as long as it says. */
	private MatrixProduct taking(final long nanos, final MatrixProduct product) {
		return new MatrixProduct() {

			@Override
			public String name() {
				return nanos + " ns";
			}

			@Override
			public void multiply(final Matrix a, final boolean turnA, final Matrix b,
				final boolean turnB, final float share, final Matrix c)
			{
				product.multiply(a, turnA, b, turnB, share, c);
				clock.addAndGet(nanos);
			}
		};
	}

	private MatrixProduct chosen(final MatrixProduct sure,
		final MatrixProduct other)
	{
		return MatrixProducts.choose(sure, List.of(other), clock::get);
	}

	@Test
	void theFasterOfTwoRightProductsIsTaken() {
		final MatrixProduct slow = taking(20, new OpenBlas());
		final MatrixProduct fast = taking(10, new OpenBlas());
		assertSame(fast, chosen(slow, fast));
		assertSame(fast, chosen(fast, slow));
	}

	@Test
	void aWrongProductIsNotTakenHoweverFast() {
		final MatrixProduct sure = taking(20, new OpenBlas());
		final MatrixProduct nothing = new Accelerate((order, turnA, turnB, m, n, k,
			alpha, a, strideA, b, strideB, beta, c, strideC) -> {});
		assertSame(sure, chosen(sure, taking(1, nothing)));
	}

	@Test
	void aLibraryWithoutTheFunctionIsNotTaken() {
		final MatrixProduct sure = taking(20, new OpenBlas());
		assertSame(sure, chosen(sure, new Accelerate((order, turnA, turnB, m, n, k,
			alpha, a, strideA, b, strideB, beta, c, strideC) -> {
			throw new UnsatisfiedLinkError("no cblas_sgemm");
		})));
	}

	@Test
	void aLibraryThatIsMissingIsNone() {
		assertEquals(List.of(), Accelerate.ifFound("no-library-of-that-name"));
	}

	@Test
	void onlyMacsWithProcessorsOfAppleHaveAnother() {
		for (final String platform : List.of("linux-x86_64", "linux-arm64",
			"windows-x86_64", "macosx-x86_64"))
			assertEquals(List.of(), MatrixProducts.others(platform));
	}

	@Test
	void theSwitchLeavesItAside() {
		System.setProperty(MatrixProducts.SWITCH, "false");
		try {
			assertEquals(List.of(), MatrixProducts.others("macosx-arm64"));
		}
		finally {
			System.clearProperty(MatrixProducts.SWITCH);
		}
	}

	/** OpenBLAS' own function stands for it, called in the same way. */
	@Test
	void aLibraryIsCalledAsCDeclaresIt() {
		assumeTrue(Loader.getPlatform().startsWith("linux"));
		final MatrixProduct called = Accelerate.ifFound(openBlasFile()).get(0);
		final float[] a = { 1, 2, 3, 4, 5, 6, 9 };
		final float[] b = { 1, 10, 100, 1000, 10000, 100000 };
		// 2 x 3 of rows of 3 values, 3 x 2, and 2 x 2 in rows of 3
		assertProduct(new float[] { 30201, 302010, 7, 60504, 605040, 7 }, called, a,
			new Matrix(0, 2, 3, 3), false, new float[] { 1, 10, 100, 1000, 10000,
				100000 }, new Matrix(0, 3, 2, 2), false);
		assertProduct(new float[] { 321, 321000, 7, 654, 654000, 7 }, called, a,
			new Matrix(0, 2, 3, 3), false, b, new Matrix(0, 2, 3, 3), true);
	}

	private static String openBlasFile() {
		return Path.of(Loader.load(openblas_nolapack.class)).resolveSibling(
			"libopenblas_nolapack.so.0").toString();
	}

	private static void assertProduct(final float[] expected,
		final MatrixProduct product, final float[] a, final Matrix shapeA,
		final boolean turnA, final float[] b, final Matrix shapeB,
		final boolean turnB)
	{
		for (final MatrixProduct each : List.of(product, new OpenBlas())) {
			final float[] found = new float[expected.length];
			Arrays.fill(found, 7);
			try (FloatPointer pa = new FloatPointer(a);
					FloatPointer pb = new FloatPointer(b);
					FloatPointer pc = new FloatPointer(found))
			{
				each.multiply(at(pa, shapeA), turnA, at(pb, shapeB), turnB, 0,
					new Matrix(pc.address(), 2, 2, 3));
				pc.get(found);
			}
			assertArrayEquals(expected, found, each.name());
		}
	}

	private static Matrix at(final FloatPointer pointer, final Matrix shape) {
		return new Matrix(pointer.address(), shape.rows(), shape.columns(), shape
			.stride());
	}
}
