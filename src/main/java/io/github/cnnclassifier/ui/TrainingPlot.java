
package io.github.cnnclassifier.ui;

import java.awt.Color;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.gui.PlotWindow;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.training.TrainingListener;

/**
 * The course of a training run as an ImageJ plot: the loss of the steps while
 * they are made, validation loss and accuracy after each epoch.
 */
public final class TrainingPlot implements TrainingListener {

	private static final long REPAINT_NANOS = TimeUnit.SECONDS.toNanos(1);
	private static final Color TRAINING = new Color(0, 114, 178);
	private static final Color VALIDATION = new Color(213, 94, 0);
	private static final Color ACCURACY = new Color(0, 158, 115);

	private final List<Double> steps = new ArrayList<>();
	private final List<Double> losses = new ArrayList<>();
	private final List<EpochFigures> epochs = new ArrayList<>();
	private final List<Double> epochEnds = new ArrayList<>();
	private final String title;
	private final Consumer<ImagePlus> marking;
	private volatile PlotWindow window;
	private long totalSteps = 1;
	private long lastRepaint = System.nanoTime();
	private double smoothed = Double.NaN;

	/**
	 * @param model its name, for the title
	 * @param marking told of the image of the plot once it is shown, so that
	 *          nothing takes it for an image to work on
	 */
	public TrainingPlot(final String model, final Consumer<ImagePlus> marking) {
		title = "Training of " + model;
		this.marking = marking;
	}

	@Override
	public void onStep(final long step, final long total, final double loss) {
		totalSteps = total;
		// Single batches are noisy: a running mean over about ten.
		smoothed = Double.isNaN(smoothed) ? loss : 0.9 * smoothed + 0.1 * loss;
		steps.add((double) step + 1);
		losses.add(smoothed);
		if (System.nanoTime() - lastRepaint > REPAINT_NANOS) repaint();
	}

	@Override
	public void onEpoch(final EpochFigures figures, final boolean best) {
		epochs.add(figures);
		epochEnds.add((double) steps.size());
		repaint();
	}

	/**
	 * @param other null if there is none
	 * @return whether it is the window of this plot; false while there is none
	 */
	public boolean isShownIn(final Window other) {
		return other != null && window == other;
	}

	private void repaint() {
		lastRepaint = System.nanoTime();
		final Plot plot = new Plot(title, "training step", "loss and accuracy");
		plot.setLineWidth(2);
		plot.setColor(TRAINING);
		plot.addPoints(array(steps), array(losses), Plot.LINE);
		final double[] ends = array(epochEnds);
		// the second one is that of the line
		plot.setColor(VALIDATION, VALIDATION);
		plot.addPoints(ends, epochs.stream().mapToDouble(
			EpochFigures::validationLoss).toArray(), Plot.CONNECTED_CIRCLES);
		plot.setColor(ACCURACY, ACCURACY);
		plot.addPoints(ends, epochs.stream().mapToDouble(
			EpochFigures::validationAccuracy).toArray(), Plot.CONNECTED_CIRCLES);
		plot.setColor(Color.BLACK);
		plot.addLegend("training loss\nvalidation loss\nvalidation accuracy");
		plot.setLimits(0, totalSteps, 0, top());
		if (window == null) open(plot);
		// who closes the window does not want it back
		else if (window.isVisible()) window.drawPlot(plot);
	}

	private void open(final Plot plot) {
		final PlotWindow shown = plot.show();
		// an image that a plot has before is replaced when it is shown
		marking.accept(shown.getImagePlus());
		window = shown;
	}

	private double top() {
		final double highest = losses.stream().mapToDouble(Double::doubleValue)
			.max().orElse(1);
		return Math.max(1.05, Math.min(3, highest * 1.05));
	}

	private static double[] array(final List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}
}
