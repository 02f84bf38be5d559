
package io.github.cnnclassifier.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.cnnclassifier.model.InputShape;

/**
 * Made-up images that can be learned: noise, and brighter rows where the class
 * says. Every system and every round sees the same ones.
 *
 * @param size number of images
 * @param inputs N,C,H,W, row-major, 0 to 1
 * @param labels 0-based label index of each image
 */
record Batch(int size, float[] inputs, int[] labels) {

	private static final int DIFFERENT_BATCHES = 8;

	static List<Batch> several(final InputShape shape, final int size) {
		final Random random = new Random(1);
		final List<Batch> batches = new ArrayList<>();
		for (int i = 0; i < DIFFERENT_BATCHES; i++)
			batches.add(one(shape, size, random));
		return batches;
	}

	private static Batch one(final InputShape shape, final int size,
		final Random random)
	{
		final float[] inputs = new float[size * shape.size()];
		final int[] labels = new int[size];
		int at = 0;
		for (int n = 0; n < size; n++) {
			labels[n] = random.nextInt(MeasuredNetwork.CLASSES);
			for (int c = 0; c < shape.channels(); c++) {
				for (int y = 0; y < shape.height(); y++) {
					final boolean bright = y * MeasuredNetwork.CLASSES / shape
						.height() == labels[n];
					for (int x = 0; x < shape.width(); x++)
						inputs[at++] = random.nextFloat() * 0.5f + (bright ? 0.5f : 0);
				}
			}
		}
		return new Batch(size, inputs, labels);
	}
}
