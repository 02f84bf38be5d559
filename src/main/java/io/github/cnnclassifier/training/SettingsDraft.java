
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.engine.Optimizer;

/** Settings while some of them are changed. */
final class SettingsDraft {

	int epochs;
	int batchSize;
	double learningRate;
	Optimizer optimizer;
	LearningRateSchedule schedule;
	int patienceEpochs;
	Augmentation augmentation;
	SoftLabels softLabels;
	ClassBalance classBalance;
	BestBy bestBy;
	ConfidenceWish confidence;
	boolean exact;
	long seed;

	SettingsDraft(final TrainingSettings of) {
		epochs = of.epochs();
		batchSize = of.batchSize();
		learningRate = of.learningRate();
		optimizer = of.optimizer();
		schedule = of.schedule();
		patienceEpochs = of.patienceEpochs();
		augmentation = of.augmentation();
		softLabels = of.softLabels();
		classBalance = of.classBalance();
		bestBy = of.bestBy();
		confidence = of.confidence();
		exact = of.exact();
		seed = of.seed();
	}

	/** @throws io.github.cnnclassifier.failure.WrongUsage if out of range */
	TrainingSettings made() {
		return new TrainingSettings(epochs, batchSize, learningRate, optimizer,
			schedule, patienceEpochs, augmentation, softLabels, classBalance, bestBy,
			confidence, exact, seed);
	}
}
