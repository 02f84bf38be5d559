
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import io.github.cnnclassifier.model.EpochFigures;

/**
 * The course of a training: loss above, validation accuracy below, over the
 * epochs.
 */
public final class LearningCurveChart {

	private LearningCurveChart() {}

	/**
	 * @param history at least one epoch; NaN leaves a gap
	 * @return the chart as PNG, 1440 x 860 pixels
	 * @throws IllegalArgumentException if there is no epoch
	 * @throws IOException if the image cannot be encoded
	 */
	public static byte[] png(final List<EpochFigures> history)
		throws IOException
	{
		if (history.isEmpty()) throw new IllegalArgumentException(
			"Expected at least one epoch, got none.");
		return ChartStyle.png(chart(history));
	}

	private static JFreeChart chart(final List<EpochFigures> history) {
		final NumberAxis epochs = ChartStyle.axis("Epoch");
		epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
		epochs.setAutoRangeIncludesZero(false);
		epochs.setAutoRangeMinimumSize(2);
		final CombinedDomainXYPlot plot = new CombinedDomainXYPlot(epochs);
		plot.setGap(14);
		plot.add(lossPlot(history), 3);
		plot.add(accuracyPlot(history), 2);
		return ChartStyle.chart(plot);
	}

	private static XYPlot lossPlot(final List<EpochFigures> history) {
		final XYSeriesCollection data = new XYSeriesCollection();
		data.addSeries(series("Training loss", history,
			EpochFigures::trainingLoss));
		data.addSeries(series("Validation loss", history,
			EpochFigures::validationLoss));
		final XYPlot plot = ChartStyle.plot(data, ChartStyle.axis("Loss"));
		ChartStyle.style(plot, 0, ChartStyle.BLUE, ChartStyle.SOLID,
			ChartStyle.DOT);
		ChartStyle.style(plot, 1, ChartStyle.VERMILION, ChartStyle.DASHED,
			ChartStyle.SQUARE);
		return plot;
	}

	private static XYPlot accuracyPlot(final List<EpochFigures> history) {
		final XYSeriesCollection data = new XYSeriesCollection();
		data.addSeries(series("Validation accuracy", history,
			EpochFigures::validationAccuracy));
		final NumberAxis accuracy = ChartStyle.axis("Accuracy");
		accuracy.setAutoRangeIncludesZero(false);
		accuracy.setAutoRangeMinimumSize(0.01);
		final XYPlot plot = ChartStyle.plot(data, accuracy);
		ChartStyle.style(plot, 0, ChartStyle.GREEN, ChartStyle.SOLID,
			ChartStyle.DOT);
		return plot;
	}

	private static XYSeries series(final String name,
		final List<EpochFigures> history,
		final ToDoubleFunction<EpochFigures> value)
	{
		final XYSeries series = new XYSeries(name);
		for (final EpochFigures row : history) {
			final double y = value.applyAsDouble(row);
			series.add(row.epoch(), Double.isFinite(y) ? Double.valueOf(y) : null);
		}
		return series;
	}
}
