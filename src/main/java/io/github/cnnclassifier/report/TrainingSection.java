
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.util.List;

import io.github.cnnclassifier.model.EpochFigures;

/** The course of the training; nothing if it is not known. */
record TrainingSection(List<EpochFigures> history) implements Section {

	@Override
	public void write(final Html html) throws IOException {
		if (history.isEmpty()) return;
		html.heading("Training");
		html.chart("Learning curves: loss and accuracy over the epochs",
			LearningCurveChart.png(history));
		html.note("Training and validation side only. Epochs: " + history.size() +
			". Learning rate " + Decimals.threeDigits(history.get(0).learningRate()) +
			" in the first epoch, " + Decimals.threeDigits(history.get(history
				.size() - 1).learningRate()) + " in the last.");
	}

	/** @return a row for each epoch */
	static Table table(final List<EpochFigures> history) {
		final Columns<EpochFigures> columns = new Columns<>();
		columns.add("epoch", EpochFigures::epoch);
		columns.add("training_loss", EpochFigures::trainingLoss);
		columns.add("validation_loss", EpochFigures::validationLoss);
		columns.add("validation_accuracy", EpochFigures::validationAccuracy);
		columns.add("learning_rate", EpochFigures::learningRate);
		return columns.table(history);
	}
}
