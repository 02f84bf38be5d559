
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * What users may say about the loop beside its length, batch and learning rate:
 * the values of the keys of these names, as they are written.
 *
 * @param optimizer one of {@link Optimizers#labels()}
 * @param momentum auto, or a number from 0 to below 1, of sgd only
 * @param weightDecay auto, or a number from 0 to 1
 * @param schedule one of {@link Schedules#labels()}
 * @param labelSmoothing 0 to below 1
 * @param mixup 0 to 1
 * @param classBalance one of {@link ClassBalance#labels()}
 * @param bestBy one of {@link BestBy#labels()}
 * @param patience epochs without a better figure that are waited for; 0 for a
 *          run to its end
 */
public record LoopKeys(String optimizer, String momentum, String weightDecay,
		String schedule, double labelSmoothing, double mixup, String classBalance,
		String bestBy, int patience)
{

	/** What is so if nothing is said. */
	public static final LoopKeys DEFAULT = new LoopKeys(Optimizers.ADAM_W,
		Optimizers.AUTO, Optimizers.AUTO, Schedules.COSINE, 0, 0, ClassBalance.AUTO
			.label(), BestBy.LOSS.label(), TrainingSettings.AUTOMATIC);

	/**
	 * @param settings any
	 * @return these settings with what the keys say
	 * @throws WrongUsage if a value is impossible; the message names its key
	 */
	public TrainingSettings applyTo(final TrainingSettings settings) {
		if (patience < 0) throw new WrongUsage(
			"Expected patience of 0 (to the end) or more epochs, found " + patience +
				".");
		return settings.withOptimizer(Optimizers.parse(optimizer, momentum,
			weightDecay)).withSchedule(Schedules.parse(schedule)).withSoftLabels(
				new SoftLabels(labelSmoothing, mixup)).withClassBalance(ClassBalance
					.parse(classBalance)).withBestBy(BestBy.parse(bestBy)).withPatience(
						patience);
	}
}
