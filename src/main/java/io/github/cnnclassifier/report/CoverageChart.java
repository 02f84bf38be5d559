
package io.github.cnnclassifier.report;

import java.io.IOException;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import io.github.cnnclassifier.evaluation.CoverageCurve;
import io.github.cnnclassifier.evaluation.CoverageCurve.Point;

/** How often the surest answers are right, over how many of them count. */
final class CoverageChart {

	private static final int MOST_POINTS = 500;

	private CoverageChart() {}

	/**
	 * @param curve with at least one point
	 * @return the chart as PNG, 1440 x 860 pixels
	 * @throws IOException if the image cannot be encoded
	 */
	static byte[] png(final CoverageCurve curve) throws IOException {
		final XYSeries series = new XYSeries("Accuracy of the answers");
		for (final Point point : curve.thinned(MOST_POINTS).points())
			series.add(point.coverage(), point.accuracy());
		final NumberAxis coverage = ChartStyle.axis("Share of images answered");
		coverage.setRange(0, 1);
		final NumberAxis accuracy = ChartStyle.axis("Accuracy");
		accuracy.setAutoRangeIncludesZero(false);
		accuracy.setAutoRangeMinimumSize(0.01);
		final XYPlot plot = ChartStyle.plot(new XYSeriesCollection(series),
			accuracy);
		plot.setDomainAxis(coverage);
		ChartStyle.style(plot, 0, ChartStyle.BLUE, ChartStyle.SOLID,
			ChartStyle.DOT);
		return ChartStyle.png(ChartStyle.chart(plot));
	}
}
