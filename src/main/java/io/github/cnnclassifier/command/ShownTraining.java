
package io.github.cnnclassifier.command;

import java.awt.Window;
import java.util.ArrayList;
import java.util.List;

import ij.macro.Interpreter;
import io.github.cnnclassifier.imagej.Drawing;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.report.FiguresLine;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.ui.TrainingPlot;
import io.github.cnnclassifier.workflow.train.TrainClassifier;

/** What the commands that train one model show of it. */
final class ShownTraining {

	private volatile TrainingPlot plot;

	/**
	 * @param name of the model
	 * @return draws the plot, where there is a display to draw on
	 */
	TrainingListener plot(final String name) {
		if (!Hosts.hasWindow() || Interpreter.isBatchMode())
			return new TrainingListener()
			{};
		plot = new TrainingPlot(name, image -> Drawing.markImage(image,
			"training plot"));
		return plot;
	}

	/** @return whether this window has the plot */
	boolean isIn(final Window window) {
		final TrainingPlot shown = plot;
		return shown != null && shown.isShownIn(window);
	}

	/** @return the lines for standard output */
	static List<String> lines(final TrainClassifier.Result result) {
		final List<String> lines = new ArrayList<>(List.of("model=" + result
			.model(), FiguresLine.of(result.validation().figures())));
		if (!result.leak().isEmpty()) lines.add("warning: " + result.leak());
		return lines;
	}
}
