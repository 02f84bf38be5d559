
package io.github.cnnclassifier.inference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

/**
 * A network that has learned from noise with a disk, with a cross or with
 * neither somewhere in it.
 */
class TrainedHeatMapTest {

	private static final int SIDE = 28;
	private static final int BATCH = 32;
	private static final int STEPS = 70;
	private static final int IMAGES = 20;
	private static final int REACH = 3;
	private static final int DISK = 1;
	private static final int CROSS = 2;
	private static final NetworkSpec SPEC = new NetworkSpec(Presets.named("tiny"),
		new InputShape(1, SIDE, SIDE), 3);

	private static final ClassLabels LABELS = new ClassLabels(List.of("noise",
		"disk", "cross"));

	private static Weights learned;
	private static Weights random;

	@BeforeAll
	static void train() {
		final float[] batch = new float[BATCH * SIDE * SIDE];
		final int[] labels = new int[BATCH];
		final SplittableRandom draw = new SplittableRandom(3);
		try (TrainableNetwork network = new Dl4jEngine().create(SPEC,
			new TrainingOptions(1, new AdamW(0), false)))
		{
			random = network.weights();
			for (int step = 0; step < STEPS; step++) {
				for (int i = 0; i < BATCH; i++) {
					labels[i] = i % 3;
					final float[] image = noise(draw);
					plant(image, labels[i], draw.nextInt(REACH, SIDE - REACH), draw
						.nextInt(REACH, SIDE - REACH));
					System.arraycopy(image, 0, batch, i * image.length, image.length);
				}
				network.trainOnBatch(batch, labels, null, BATCH, 4e-3);
			}
			learned = network.weights();
		}
	}

	private static float[] noise(final SplittableRandom draw) {
		final float[] image = new float[SIDE * SIDE];
		for (int i = 0; i < image.length; i++)
			image[i] = (float) (0.5 * draw.nextDouble());
		return image;
	}

	private static void plant(final float[] image, final int label, final int x,
		final int y)
	{
		for (int dy = -REACH; dy <= REACH; dy++) {
			for (int dx = -REACH; dx <= REACH; dx++) {
				final boolean inside = label == DISK && dx * dx + dy * dy <= 6 ||
					label == CROSS && (dx == dy || dx == -dy);
				if (inside) image[(y + dy) * SIDE + x + dx] = 0.9f;
			}
		}
	}

	private static HeatMap map(final HeatMapper mapper, final float[] image,
		final int label, final HeatMethod method)
	{
		return mapper.map(new SampleImage(SIDE, SIDE, 1, false, 32, Pixels.of(
			image), null, "noise"), new Preprocessing(SIDE, SIDE, 1,
				ChannelRule.AS_IS, new IntensityRange(0, 1)), LABELS.name(label),
			method, Progress.none());
	}

	private static boolean isHighestNear(final HeatMap map, final int x,
		final int y)
	{
		int best = 0;
		for (int i = 0; i < map.values().length; i++)
			if (map.values()[i] > map.values()[best]) best = i;
		return Math.hypot(best % SIDE - x, best / SIDE - y) <= 5;
	}

	/** @return how many of the images have their highest value at the disk */
	private static int found(final Weights weights, final HeatMethod method) {
		final SplittableRandom draw = new SplittableRandom(99);
		int found = 0;
		try (HeatMapper mapper = new HeatMapper(LABELS, new Dl4jEngine(), SPEC,
			weights))
		{
			for (int i = 0; i < IMAGES; i++) {
				final float[] image = noise(draw);
				final int x = draw.nextInt(REACH, SIDE - REACH);
				final int y = draw.nextInt(REACH, SIDE - REACH);
				plant(image, DISK, x, y);
				final HeatMap map = map(mapper, image, DISK, method);
				if (map.hasEvidence() && isHighestNear(map, x, y)) found++;
			}
		}
		return found;
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "AUTO")
	void whatWasLearnedIsFoundAndByRandomWeightsIsNot(final HeatMethod method) {
		final int found = found(learned, method);
		assertTrue(found >= 18, found + " of " + IMAGES);
		final int byChance = found(random, method);
		assertTrue(byChance <= 10, byChance + " of " + IMAGES);
	}

	/** The network has never seen both in one image. */
	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "AUTO")
	void ofTwoThingsEachClassPointsAtItsOwn(final HeatMethod method) {
		final SplittableRandom draw = new SplittableRandom(5);
		int right = 0;
		try (HeatMapper mapper = new HeatMapper(LABELS, new Dl4jEngine(), SPEC,
			learned))
		{
			for (int i = 0; i < IMAGES; i++) {
				final float[] image = noise(draw);
				final int y = draw.nextInt(REACH, SIDE - REACH);
				plant(image, DISK, 6, y);
				plant(image, CROSS, 21, SIDE - 1 - y);
				if (isHighestNear(map(mapper, image, DISK, method), 6, y)) right++;
				if (isHighestNear(map(mapper, image, CROSS, method), 21, SIDE - 1 - y))
					right++;
			}
		}
		assertTrue(right >= 36, right + " of " + 2 * IMAGES);
	}
}
