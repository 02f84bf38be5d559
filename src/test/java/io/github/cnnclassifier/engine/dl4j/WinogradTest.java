
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.random.SeedTree;

class WinogradTest {

	private static final int N = 3;

	private final SplittableRandom random = new SeedTree(1).random();

	@Test
	void theSumOfProductsIsTheConvolution() {
		final float[][] pixels = grid(Winograd.IN);
		final float[][] kernel = grid(Winograd.KERNEL);
		final float[][] input = copy(pixels);
		final float[][] products = copy(kernel);
		Winograd.input(input, N);
		Winograd.kernel(products, N);
		for (int cell = 0; cell < products.length; cell++) {
			for (int i = 0; i < N; i++)
				products[cell][i] *= input[cell][i];
		}
		Winograd.output(products, N);
		for (int y = 0; y < Winograd.OUT; y++) {
			for (int x = 0; x < Winograd.OUT; x++) {
				for (int i = 0; i < N; i++)
					assertEquals(convolved(pixels, kernel, y, x, i), at(products, y,
						x)[i], 1e-5);
			}
		}
	}

	private static double convolved(final float[][] pixels,
		final float[][] kernel, final int y, final int x, final int i)
	{
		double sum = 0;
		for (int ky = 0; ky < Winograd.KERNEL; ky++) {
			for (int kx = 0; kx < Winograd.KERNEL; kx++)
				sum += at(pixels, y + ky, x + kx)[i] * at(kernel, ky, kx)[i];
		}
		return sum;
	}

	/** That is what a gradient takes: (T a) b = a (T* b). */
	@Test
	void waysBackAreAdjoint() {
		assertAdjoint(Winograd::input, Winograd.IN, Winograd::inputGradient,
			Winograd.IN);
		assertAdjoint(Winograd::output, Winograd.IN, Winograd::outputGradient,
			Winograd.OUT);
		assertAdjoint(Winograd::kernel, Winograd.KERNEL, Winograd::kernelGradient,
			Winograd.IN);
	}

	private void assertAdjoint(final BiConsumer<float[][], Integer> transform,
		final int from, final BiConsumer<float[][], Integer> back, final int to)
	{
		final float[][] a = grid(from);
		final float[][] b = grid(to);
		final float[][] ofA = copy(a);
		final float[][] ofB = copy(b);
		transform.accept(ofA, N);
		back.accept(ofB, N);
		assertEquals(product(ofA, b, to), product(a, ofB, from), 1e-4);
	}

	private static double product(final float[][] a, final float[][] b,
		final int side)
	{
		double sum = 0;
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				for (int i = 0; i < N; i++)
					sum += at(a, y, x)[i] * at(b, y, x)[i];
			}
		}
		return sum;
	}

	private static float[] at(final float[][] grid, final int y, final int x) {
		return grid[y * Winograd.IN + x];
	}

	/** @return with values in the first rows and columns, and rubbish beyond */
	private float[][] grid(final int side) {
		final float[][] grid = new float[Winograd.IN * Winograd.IN][N];
		for (final float[] cell : grid) {
			for (int i = 0; i < N; i++)
				cell[i] = 1000;
		}
		for (final float[] cell : Winograd.corner(grid, side)) {
			for (int i = 0; i < N; i++)
				cell[i] = (float) random.nextGaussian();
		}
		return grid;
	}

	private static float[][] copy(final float[][] grid) {
		final float[][] copy = new float[grid.length][];
		for (int i = 0; i < copy.length; i++)
			copy[i] = grid[i].clone();
		return copy;
	}
}
