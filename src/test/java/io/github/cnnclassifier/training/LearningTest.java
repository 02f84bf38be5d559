
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/** The loop with the real engine: it learns what is there, and only that. */
class LearningTest {

	private final Engine engine = new Dl4jEngine(2, Progress.none());

	private double bestAccuracy(final IntFunction<Integer> label)
		throws IOException
	{
		final MemoryImages images = new MemoryImages(12);
		images.addHalves(96, Side.TRAINING, 1, label);
		images.addHalves(80, Side.VALIDATION, 2, label);
		final TrainingSettings settings = new TrainingSettings(6, 16, 0.003,
			Augmentation.NONE, true, 5).resolved(96);
		final TrainingRun run = new TrainingRun(new NetworkSpec(Presets.named(
			"tiny"), images.shape(), 2), Start.SCRATCH, settings, images.split()
				.training(), images.split().validation());
		try (TrainedNetwork trained = run.train(engine, (weights, history) -> {},
			new TrainingListener()
			{}, Progress.none())) {
			final TrainingResult result = trained.result();
			return result.history().get(result.kept().epoch() - 1)
				.validationAccuracy();
		}
	}

	@Test
	void aRuleIsLearned() throws IOException {
		final double accuracy = bestAccuracy(half -> half);
		assertTrue(accuracy > 0.9, "accuracy " + accuracy);
	}

	/** Better than guessing would mean that training sees validation images. */
	@Test
	void labelsWithoutAnyRuleAreGuessed() throws IOException {
		final SplittableRandom random = new SeedTree(11).random();
		final double accuracy = bestAccuracy(half -> random.nextInt(2));
		// chance is 0.5; four standard deviations of 80 images are 0.22
		assertTrue(accuracy > 0.28 && accuracy < 0.72, "accuracy " + accuracy);
	}
}
