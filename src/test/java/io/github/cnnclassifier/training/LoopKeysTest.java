
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.engine.Optimizer.Adam;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.Optimizer.RmsProp;
import io.github.cnnclassifier.engine.Optimizer.Sgd;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.training.LearningRateSchedule.OneCycle;

/** What users say about the loop, as they write it. */
class LoopKeysTest {

	private static final TrainingSettings PLAIN = new TrainingSettings(0, 0, 0.01,
		Augmentation.NONE, false, 1);

	@Test
	void sayingNothingChangesNothing() {
		assertEquals(PLAIN, LoopKeys.DEFAULT.applyTo(PLAIN));
	}

	@Test
	void everyKeyArrivesInTheSettings() {
		final TrainingSettings settings = new LoopKeys("sgd", "0.8", "0.001",
			"one-cycle", 0.1, 0.2, "sampling", "macro-f1", 7).applyTo(PLAIN);
		assertEquals(new TrainingSettings(0, 0, 0.01, new Sgd(0.8, 0.001),
			OneCycle.DEFAULT, 7, Augmentation.NONE, new SoftLabels(0.1, 0.2),
			ClassBalance.SAMPLING, BestBy.MACRO_F1, false, 1), settings);
	}

	private static Optimizer optimizer(final String label, final String decay) {
		return Optimizers.parse(label, "auto", decay);
	}

	@Test
	void anOptimizerHasItsUsualNumbersUnlessAnotherDecayIsSaid() {
		assertEquals(new AdamW(0.01), optimizer("adamw", "auto"));
		assertEquals(new Adam(0), optimizer("adam", "auto"));
		assertEquals(new Sgd(0.9, 5e-4), optimizer("sgd", "auto"));
		assertEquals(new RmsProp(0), optimizer("rmsprop", "auto"));
		assertEquals(new AdamW(0), optimizer("adamw", "0"));
		assertEquals(new Adam(0.1), optimizer("adam", "0.1"));
		assertEquals(new RmsProp(0.1), optimizer("rmsprop", "0.1"));
		for (final String label : Optimizers.labels())
			assertEquals(label, Optimizers.label(optimizer(label, "auto")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"lion|auto|auto|cosine|0|0|auto|loss|0|Expected optimizer to be one of adamw, adam, sgd, rmsprop, found 'lion'.",
		"adam|0.9|auto|cosine|0|0|auto|loss|0|Expected momentum with optimizer=sgd only, found momentum=0.9 with optimizer=adam. Leave momentum out, or write optimizer=sgd.",
		"sgd|1|auto|cosine|0|0|auto|loss|0|Expected momentum to be auto or a number from 0 to below 1, found '1'.",
		"sgd|much|auto|cosine|0|0|auto|loss|0|Expected momentum to be auto or a number from 0 to below 1, found 'much'.",
		"adamw|auto|-1|cosine|0|0|auto|loss|0|Expected weightDecay to be auto or a number from 0 to 1, found '-1'.",
		"adamw|auto|NaN|cosine|0|0|auto|loss|0|Expected weightDecay to be auto or a number from 0 to 1, found 'NaN'.",
		"adamw|auto|auto|linear|0|0|auto|loss|0|Expected schedule to be one of cosine, constant, step, one-cycle, found 'linear'.",
		"adamw|auto|auto|cosine|1|0|auto|loss|0|Expected labelSmoothing from 0 (none) to below 1, found 1.0.",
		"adamw|auto|auto|cosine|0|-1|auto|loss|0|Expected mixup from 0 (none) to 1, found -1.0.",
		"adamw|auto|auto|cosine|0|0|yes|loss|0|Expected classBalance to be one of auto, weights, sampling, none, found 'yes'.",
		"adamw|auto|auto|cosine|0|0|auto|auc|0|Expected bestBy to be one of loss, accuracy, balanced-accuracy, macro-f1, found 'auc'.",
		"adamw|auto|auto|cosine|0|0|auto|loss|-1|Expected patience of 0 (to the end) or more epochs, found -1." })
	void whatIsImpossibleIsSaidInOneMessage(final String optimizer,
		final String momentum, final String weightDecay, final String schedule,
		final double labelSmoothing, final double mixup, final String classBalance,
		final String bestBy, final int patience, final String message)
	{
		assertEquals(message, assertThrows(WrongUsage.class, () -> new LoopKeys(
			optimizer, momentum, weightDecay, schedule, labelSmoothing, mixup,
			classBalance, bestBy, patience).applyTo(PLAIN)).getMessage());
	}
}
