
package io.github.cnnclassifier.engine.dl4j;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;

import io.github.cnnclassifier.random.SeedTree;

/** Chooses the library that multiplies matrices, once in a Java process. */
final class MatrixProducts {

	/** What leaves Apple's library aside, when it is {@code false}. */
	static final String SWITCH = "cnnclassifier.accelerate";

	private static final int SIZE = 192;
	private static final int RUNS = 5;
	/** Of results of about 10, in single precision. */
	private static final double ROUNDING = 1e-3;

	private MatrixProducts() {}

	private static final class Best {

		private static final MatrixProduct PRODUCT = chooseHere();

		/** By products of one thread, as layers run them. */
		private static MatrixProduct chooseHere() {
			ThreadCount.of(1).use();
			return choose(new OpenBlas(), others(Loader.getPlatform()),
				System::nanoTime);
		}
	}

	/**
	 * @return the fastest right one of this machine; libraries must have been
	 *         started
	 */
	static MatrixProduct best() {
		return Best.PRODUCT;
	}

	/** @return what there may be on that platform beside OpenBLAS */
	static List<MatrixProduct> others(final String platform) {
		return platform.equals("macosx-arm64") && !"false".equals(System
			.getProperty(SWITCH)) ? Accelerate.ifFound() : List.of();
	}

	/**
	 * Tries each other product on one pair of matrices.
	 *
	 * @param sure computes what the others must compute
	 * @param nanos a clock
	 * @return the one of least time among it and those that are right
	 */
	static MatrixProduct choose(final MatrixProduct sure,
		final List<MatrixProduct> others, final LongSupplier nanos)
	{
		if (others.isEmpty()) return sure;
		try (FloatPointer a = random(1);
				FloatPointer b = random(2);
				FloatPointer c = new FloatPointer(SIZE * SIZE))
		{
			MatrixProduct best = sure;
			long least = time(sure, a, b, c, nanos);
			final float[] expected = values(c);
			for (final MatrixProduct other : others) {
				c.zero();
				final long time = timeIfFound(other, a, b, c, nanos);
				if (time >= least || !close(expected, values(c))) continue;
				least = time;
				best = other;
			}
			return best;
		}
	}

	private static FloatPointer random(final long seed) {
		final SplittableRandom random = new SeedTree(seed).random();
		final float[] values = new float[SIZE * SIZE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) random.nextDouble() - 0.5f;
		return new FloatPointer(values);
	}

	/** @return nanoseconds of the fastest of some runs */
	private static long time(final MatrixProduct product, final FloatPointer a,
		final FloatPointer b, final FloatPointer c, final LongSupplier nanos)
	{
		long least = Long.MAX_VALUE;
		for (int run = 0; run < RUNS; run++) {
			final long start = nanos.getAsLong();
			product.multiply(square(a), true, square(b), false, 0, square(c));
			least = Math.min(least, nanos.getAsLong() - start);
		}
		return least;
	}

	/** A library says only when it is called that it lacks a function. */
	private static long timeIfFound(final MatrixProduct product,
		final FloatPointer a, final FloatPointer b, final FloatPointer c,
		final LongSupplier nanos)
	{
		try {
			return time(product, a, b, c, nanos);
		}
		catch (final LinkageError e) {
			return Long.MAX_VALUE;
		}
	}

	private static Matrix square(final FloatPointer values) {
		return Matrix.of(values.address(), SIZE, SIZE);
	}

	private static float[] values(final FloatPointer pointer) {
		final float[] values = new float[SIZE * SIZE];
		pointer.get(values);
		return values;
	}

	private static boolean close(final float[] expected, final float[] found) {
		for (int i = 0; i < found.length; i++) {
			// also when one of them is not a number
			if (!(Math.abs(expected[i] - found[i]) <= ROUNDING)) return false;
		}
		return true;
	}
}
