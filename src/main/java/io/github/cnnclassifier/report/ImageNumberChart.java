
package io.github.cnnclassifier.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import io.github.cnnclassifier.evaluation.LearningCurve;

/**
 * The accuracy over the number of images: of each training, of each number with
 * its interval, and what is to be expected of more.
 */
final class ImageNumberChart {

	private static final int POINTS_OF_A_CURVE = 100;
	private static final double ROOM = 1.25;

	private ImageNumberChart() {}

	/** @return the chart as PNG, 1440 x 860 pixels */
	static byte[] png(final LearningCurve curve,
		final List<LearningCurveFiles.Run> runs) throws IOException
	{
		final NumberAxis accuracy = ChartStyle.axis("Accuracy");
		accuracy.setAutoRangeIncludesZero(false);
		accuracy.setAutoRangeMinimumSize(0.02);
		final XYPlot plot = ChartStyle.plot(new XYSeriesCollection(), accuracy);
		plot.setDomainAxis(images(curve));
		plot.setDataset(0, intervals(curve));
		plot.setRenderer(0, bars());
		final XYSeriesCollection lines = new XYSeriesCollection();
		lines.addSeries(trainings(runs));
		curve.law().ifPresent(law -> lines.addSeries(law(curve)));
		plot.setDataset(1, lines);
		final XYLineAndShapeRenderer style = ChartStyle.lines();
		ChartStyle.style(style, 0, ChartStyle.BLUE, null, ChartStyle.RING);
		ChartStyle.style(style, 1, ChartStyle.GREEN, ChartStyle.DASHED, null);
		plot.setRenderer(1, style);
		return ChartStyle.png(ChartStyle.chart(plot));
	}

	private static XYErrorRenderer bars() {
		final XYErrorRenderer bars = new XYErrorRenderer();
		bars.setErrorStroke(new BasicStroke(1.5f));
		bars.setDrawXError(false);
		style(bars, 0, ChartStyle.BLUE);
		style(bars, 1, ChartStyle.VERMILION);
		return bars;
	}

	private static void style(final XYErrorRenderer bars, final int series,
		final Color color)
	{
		bars.setSeriesPaint(series, color);
		bars.setSeriesShape(series, series == 0 ? ChartStyle.DOT
			: ChartStyle.SQUARE);
	}

	private static XYIntervalSeriesCollection intervals(
		final LearningCurve curve)
	{
		final XYIntervalSeries measured = new XYIntervalSeries(
			"Mean of trainings, 95 % interval");
		curve.steps().forEach(s -> measured.add(s.images(), s.images(), s.images(),
			s.accuracy(), s.interval().low(), s.interval().high()));
		final XYIntervalSeries forecast = new XYIntervalSeries(
			"Forecast, 95 % interval");
		curve.forecasts().forEach(f -> forecast.add(f.images(), f.images(), f
			.images(), f.accuracy(), f.interval().low(), f.interval().high()));
		final XYIntervalSeriesCollection both = new XYIntervalSeriesCollection();
		both.addSeries(measured);
		if (forecast.getItemCount() > 0) both.addSeries(forecast);
		return both;
	}

	private static XYSeries trainings(final List<LearningCurveFiles.Run> runs) {
		final XYSeries series = new XYSeries("One training");
		runs.forEach(run -> run.result().ifPresent(result -> series.add(run
			.images(), result.figures().accuracy())));
		return series;
	}

	private static XYSeries law(final LearningCurve curve) {
		final XYSeries series = new XYSeries("Power law");
		final double from = first(curve);
		final double ratio = last(curve) / from;
		for (int i = 0; i <= POINTS_OF_A_CURVE; i++) {
			final double images = from * Math.pow(ratio, (double) i /
				POINTS_OF_A_CURVE);
			series.add(images, 1 - curve.law().orElseThrow().at(images));
		}
		return series;
	}

	private static double first(final LearningCurve curve) {
		return curve.steps().get(0).images();
	}

	private static double last(final LearningCurve curve) {
		return curve.forecasts().isEmpty() ? curve.steps().get(curve.steps()
			.size() - 1).images() : curve.forecasts().get(curve.forecasts().size() -
				1).images();
	}

	/** Each tick twice the one before. */
	private static LogAxis images(final LearningCurve curve) {
		final LogAxis axis = new LogAxis("Images to learn from");
		axis.setBase(2);
		axis.setTickUnit(new NumberTickUnit(1));
		axis.setRange(first(curve) / ROOM, last(curve) * ROOM);
		axis.setNumberFormatOverride(new DecimalFormat("0", DecimalFormatSymbols
			.getInstance(Locale.ROOT)));
		ChartStyle.dress(axis);
		return axis;
	}
}
