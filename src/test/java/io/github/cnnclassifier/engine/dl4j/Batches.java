
package io.github.cnnclassifier.engine.dl4j;

import java.util.SplittableRandom;

import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.random.SeedTree;

/** Made-up batches. */
public final class Batches {

	public static final TrainingOptions OPTIONS = new TrainingOptions(42,
		new AdamW(0), false);

	private Batches() {}

	public static NetworkSpec spec(final String preset) {
		return new NetworkSpec(Presets.named(preset), new InputShape(2, 20, 24), 3);
	}

	/** Each way of computing draws its own masks. */
	public static NetworkSpec withoutDropout(final NetworkSpec spec) {
		final Architecture with = spec.architecture();
		return new NetworkSpec(new Architecture(with.name(), with.layers().stream()
			.filter(l -> !(l instanceof LayerSpec.Dropout)).toList()), spec.input(),
			spec.classes());
	}

	/** Noise. */
	public static float[] inputs(final NetworkSpec spec, final int count,
		final long seed)
	{
		final SplittableRandom random = new SeedTree(seed).random();
		final float[] values = new float[count * spec.input().size()];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) random.nextGaussian();
		return values;
	}

	public static int[] labels(final NetworkSpec spec, final int count) {
		final int[] labels = new int[count];
		for (int i = 0; i < count; i++)
			labels[i] = i * 7 % spec.classes();
		return labels;
	}

	/** 16 x 16 pixels of noise with vertical or horizontal stripes. */
	public static float[] halves(final int count, final long seed) {
		final SplittableRandom random = new SeedTree(seed).random();
		final float[] values = new float[count * 256];
		for (int i = 0; i < values.length; i++) {
			final int pixel = i % 256;
			final int line = i / 256 % 2 == 0 ? pixel % 16 : pixel / 16;
			values[i] = (float) (random.nextGaussian() + (line / 2 % 2 == 0 ? 1
				: -1));
		}
		return values;
	}

	public static int[] halfLabels(final int count) {
		final int[] labels = new int[count];
		for (int i = 0; i < count; i++)
			labels[i] = i % 2;
		return labels;
	}
}
