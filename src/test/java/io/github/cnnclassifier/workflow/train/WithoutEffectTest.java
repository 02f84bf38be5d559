
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.training.BestBy;
import io.github.cnnclassifier.training.ClassBalance;
import io.github.cnnclassifier.training.TrainingSettings;

/** Keys that mean nothing are named, and no others. */
class WithoutEffectTest {

	private static final TrainingSettings DEFAULTS = new TrainingSettings(
		TrainingSettings.AUTOMATIC, TrainingSettings.AUTOMATIC,
		TrainingSettings.DEFAULT_LEARNING_RATE, Augmentation.AUTO, false, 1);

	private static Optional<String> statement(final TrainingSettings training) {
		return WithoutEffect.statement(new TrainClassifier.Request(Path.of(
			"images"), Set.of(), SplitOptions.DEFAULT, PreprocessingOptions.NONE,
			PlanePolicy.EACH, StartChoice.BACKBONE.with(Unfreeze.HEAD),
			NetworkChoice.DEFAULT, training, LearnFrom.TRAINING, Path.of("model.zip"),
			false, Optional.empty()), true);
	}

	@Test
	void whatWasNotGivenIsNotNamed() {
		assertEquals(Optional.empty(), statement(DEFAULTS));
	}

	@Test
	void whatTheLastLayerNeedsIsNotNamed() {
		assertEquals(Optional.empty(), statement(new TrainingSettings(
			TrainingSettings.AUTOMATIC, TrainingSettings.AUTOMATIC,
			TrainingSettings.DEFAULT_LEARNING_RATE, Augmentation.STRONG, true, 7)
			.withClassBalance(ClassBalance.WEIGHTS)));
	}

	/** It has another decay by default, which nobody has given. */
	@Test
	void anOptimizerIsNamedWithoutItsDefaults() {
		assertEquals(Optional.of("Without effect, as the last layer alone is " +
			"fitted to the features of a parent: optimizer=sgd, bestBy=accuracy."),
			statement(DEFAULTS.withOptimizer(new Optimizer.Sgd(0.9, 0.0005))
				.withBestBy(BestBy.ACCURACY)));
	}
}
