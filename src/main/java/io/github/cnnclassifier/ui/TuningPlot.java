
package io.github.cnnclassifier.ui;

import java.awt.Color;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.gui.PlotWindow;
import io.github.cnnclassifier.tuning.FinishedTrial;
import io.github.cnnclassifier.tuning.Study;
import io.github.cnnclassifier.tuning.Trial;
import io.github.cnnclassifier.tuning.TuningListener;

/**
 * The course of a study as an ImageJ plot: the figure of each trial when it
 * ends, by its purpose.
 */
public final class TuningPlot implements TuningListener {

	private static final Color DEFAULT = new Color(213, 94, 0);
	private static final Color SEARCH = new Color(0, 114, 178);
	private static final Color REPEAT = new Color(0, 158, 115);

	/** So that the shape of a figure of 1 is seen as a whole. */
	private static final double HIGHEST = 1.02;

	private final List<FinishedTrial> trials = new ArrayList<>();
	private final String title;
	private final Study.Search search;
	private final Consumer<ImagePlus> marking;
	private volatile PlotWindow window;

	/**
	 * @param study its name, for the title
	 * @param search what is tried
	 * @param marking told of the image of the plot once it is shown, so that
	 *          nothing takes it for an image to work on
	 */
	public TuningPlot(final String study, final Study.Search search,
		final Consumer<ImagePlus> marking)
	{
		title = "Plot of trials of " + study;
		this.search = search;
		this.marking = marking;
	}

	@Override
	public void onTrial(final FinishedTrial trial) {
		trials.add(trial);
		if (trials.stream().anyMatch(FinishedTrial::hasScore)) repaint();
	}

	/**
	 * @param other null if there is none
	 * @return whether it is the window of this plot; false while there is none
	 */
	public boolean isShownIn(final Window other) {
		return other != null && window == other;
	}

	private void repaint() {
		final Plot plot = new Plot(title, "trial", search.objective().words());
		final List<String> legend = new ArrayList<>();
		plot.setLineWidth(2);
		plot.setColor(DEFAULT, DEFAULT);
		add(plot, trials(Trial.Purpose.DEFAULT), Plot.BOX, "default", legend);
		plot.setColor(SEARCH, SEARCH);
		add(plot, trials(Trial.Purpose.SEARCH).stream().filter(t -> !isShort(t))
			.toList(), Plot.CIRCLE, "search", legend);
		plot.setColor(SEARCH, null);
		add(plot, trials(Trial.Purpose.SEARCH).stream().filter(TuningPlot::isShort)
			.toList(), Plot.X, "search, fewer epochs", legend);
		plot.setColor(REPEAT, REPEAT);
		add(plot, trials(Trial.Purpose.REPEAT), Plot.TRIANGLE, "repeat", legend);
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.addLegend(String.join("\n", legend));
		final double lowest = Arrays.stream(scores(trials)).min().orElse(0);
		plot.setLimits(0, trials.size() + 1, Math.max(0, lowest - 0.05), HIGHEST);
		if (window == null) open(plot);
		// who closes the window does not want it back
		else if (window.isVisible()) window.drawPlot(plot);
	}

	/** The figure of one is not to be compared with that of a whole training. */
	private static boolean isShort(final FinishedTrial trial) {
		return trial.trial().share() < 1;
	}

	private List<FinishedTrial> trials(final Trial.Purpose purpose) {
		return trials.stream().filter(t -> t.hasScore() && t.trial()
			.purpose() == purpose).toList();
	}

	private void add(final Plot plot, final List<FinishedTrial> some,
		final int shape, final String name, final List<String> legend)
	{
		if (some.isEmpty()) return;
		plot.addPoints(some.stream().mapToDouble(t -> t.trial().number()).toArray(),
			scores(some), shape);
		legend.add(name);
	}

	private double[] scores(final List<FinishedTrial> some) {
		return some.stream().filter(FinishedTrial::hasScore).mapToDouble(t -> search
			.objective().of(t.result().score())).toArray();
	}

	private void open(final Plot plot) {
		final PlotWindow shown = plot.show();
		// an image that a plot has before is replaced when it is shown
		marking.accept(shown.getImagePlus());
		window = shown;
	}
}
