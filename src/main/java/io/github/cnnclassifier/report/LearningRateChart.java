
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import io.github.cnnclassifier.training.LearningRateCurve;

/**
 * The loss over the learning rate: of each step, and the mean of its
 * neighborhood. A line marks the suggested rate.
 */
public final class LearningRateChart {

	private LearningRateChart() {}

	/**
	 * @param curve with at least one point
	 * @return the chart as PNG, 1440 x 860 pixels
	 * @throws IllegalArgumentException if there is no point
	 * @throws IOException if the image cannot be encoded
	 */
	public static byte[] png(final LearningRateCurve curve) throws IOException {
		if (curve.points().isEmpty()) throw new IllegalArgumentException(
			"Expected at least one point, got none.");
		return ChartStyle.png(chart(curve));
	}

	private static JFreeChart chart(final LearningRateCurve curve) {
		final XYSeries losses = new XYSeries("Loss of a step");
		final XYSeries means = new XYSeries("Mean of the neighborhood");
		final double[] smoothed = curve.smoothed();
		for (int i = 0; i < smoothed.length; i++) {
			final double rate = curve.points().get(i).rate();
			losses.add(rate, curve.points().get(i).loss());
			means.add(rate, smoothed[i]);
		}
		final XYSeriesCollection data = new XYSeriesCollection();
		data.addSeries(losses);
		data.addSeries(means);
		final NumberAxis loss = ChartStyle.axis("Loss");
		loss.setAutoRangeIncludesZero(false);
		final XYPlot plot = ChartStyle.plot(data, loss);
		plot.setDomainAxis(rates());
		ChartStyle.style(plot, 0, ChartStyle.BLUE, ChartStyle.DASHED,
			ChartStyle.DOT);
		ChartStyle.style(plot, 1, ChartStyle.VERMILION, ChartStyle.SOLID,
			ChartStyle.SQUARE);
		final OptionalDouble suggestion = curve.suggestion();
		if (suggestion.isPresent()) plot.addDomainMarker(new ValueMarker(suggestion
			.getAsDouble(), ChartStyle.GREEN, ChartStyle.SOLID));
		return ChartStyle.chart(plot);
	}

	private static LogAxis rates() {
		final LogAxis axis = new LogAxis("Learning rate");
		// one for each power of ten, in figures that people type
		axis.setTickUnit(new NumberTickUnit(1));
		axis.setNumberFormatOverride(new DecimalFormat("0.########",
			DecimalFormatSymbols.getInstance(Locale.ROOT)));
		ChartStyle.dress(axis);
		return axis;
	}
}
