
package io.github.cnnclassifier.ui;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import ij.ImagePlus;
import ij.gui.Plot;
import io.github.cnnclassifier.training.LearningRateCurve;
import io.github.cnnclassifier.training.LearningRateCurve.Point;

/** The loss over the learning rate as an ImageJ plot. */
public final class LearningRatePlot {

	private static final Color STEP = new Color(86, 180, 233);
	private static final Color MEAN = new Color(213, 94, 0);
	private static final Color SUGGESTED = new Color(0, 158, 115);
	/** Where the loss explodes it would make all else flat. */
	private static final double MOST_OF_FIRST = 1.6;
	private static final double ROOM = 0.05;

	private LearningRatePlot() {}

	/**
	 * Opens the plot; only where there is a display.
	 *
	 * @param images their name, for the title
	 * @param curve of the search; one of fewer than two points is not drawn
	 * @param marking told of the image of the plot once it is shown, so that
	 *          nothing takes it for an image to work on
	 */
	public static void show(final String images, final LearningRateCurve curve,
		final Consumer<ImagePlus> marking)
	{
		if (curve.points().size() < 2) return;
		final double[] rates = curve.points().stream().mapToDouble(Point::rate)
			.toArray();
		final double[] losses = curve.points().stream().mapToDouble(Point::loss)
			.toArray();
		final double[] means = curve.smoothed();
		final double top = Math.min(Arrays.stream(losses).max().orElseThrow(),
			MOST_OF_FIRST * means[0]);
		final double bottom = Arrays.stream(losses).min().orElseThrow();
		final double room = ROOM * (top - bottom);
		final double low = Math.max(0, bottom - room);
		final double high = top + room;
		final Plot plot = new Plot("Loss by learning rate on " + images,
			"learning rate", "loss");
		plot.setColor(STEP, STEP);
		plot.addPoints(rates, losses, Plot.CIRCLE);
		plot.setLineWidth(3);
		plot.setColor(MEAN);
		plot.addPoints(rates, means, Plot.LINE);
		final OptionalDouble suggestion = curve.suggestion();
		suggestion.ifPresent(rate -> {
			plot.setColor(SUGGESTED);
			plot.addPoints(new double[] { rate, rate }, new double[] { low, high },
				Plot.LINE);
		});
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.addLegend("loss of a step\nmean of the neighborhood" + (suggestion
			.isPresent() ? "\nsuggested: " + text(suggestion.getAsDouble()) : ""));
		plot.setLogScaleX();
		plot.setLimits(rates[0], rates[rates.length - 1], low, high);
		marking.accept(plot.show().getImagePlus());
	}

	private static String text(final double rate) {
		return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
	}
}
