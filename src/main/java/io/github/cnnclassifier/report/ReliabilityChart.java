
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.util.Locale;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import io.github.cnnclassifier.evaluation.Reliability;
import io.github.cnnclassifier.evaluation.Reliability.Bin;

/**
 * The reliability diagram: above, how often answers are right over how sure
 * they are, beside the line where both are equal; below, how many answers there
 * are.
 */
final class ReliabilityChart {

	private ReliabilityChart() {}

	/**
	 * @param reliability any
	 * @return the chart as PNG, 1440 x 860 pixels
	 * @throws IOException if the image cannot be encoded
	 */
	static byte[] png(final Reliability reliability) throws IOException {
		final NumberAxis confidence = ChartStyle.axis("Confidence");
		confidence.setRange(0, 1);
		final CombinedDomainXYPlot plot = new CombinedDomainXYPlot(confidence);
		plot.setGap(14);
		plot.add(accuracy(reliability), 3);
		plot.add(counts(reliability), 1);
		return ChartStyle.png(ChartStyle.chart(plot));
	}

	private static XYPlot accuracy(final Reliability reliability) {
		final XYSeries found = new XYSeries("Accuracy");
		for (final Bin bin : reliability.bins())
			if (bin.count() > 0) found.add(bin.confidence(), bin.accuracy());
		final XYSeries ideal = new XYSeries("As often right as sure");
		ideal.add(0, 0);
		ideal.add(1, 1);
		final XYSeriesCollection data = new XYSeriesCollection();
		data.addSeries(found);
		data.addSeries(ideal);
		final NumberAxis axis = ChartStyle.axis("Accuracy");
		axis.setRange(0, 1.02);
		final XYPlot plot = ChartStyle.plot(data, axis);
		ChartStyle.style(plot, 0, ChartStyle.BLUE, ChartStyle.SOLID,
			ChartStyle.DOT);
		ChartStyle.style(plot, 1, ChartStyle.VERMILION, ChartStyle.DASHED,
			ChartStyle.SQUARE);
		return plot;
	}

	private static XYPlot counts(final Reliability reliability) {
		final XYSeries counts = new XYSeries("Images");
		for (final Bin bin : reliability.bins())
			counts.add((bin.low() + bin.high()) / 2, bin.count());
		final XYSeriesCollection data = new XYSeriesCollection(counts);
		data.setIntervalWidth(1.0 / Reliability.BINS);
		final NumberAxis axis = ChartStyle.axis("Images");
		axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
		final XYPlot plot = ChartStyle.plot(data, axis);
		final XYBarRenderer bars = new XYBarRenderer(0.1);
		bars.setBarPainter(new StandardXYBarPainter());
		bars.setShadowVisible(false);
		bars.setSeriesPaint(0, ChartStyle.GREEN);
		plot.setRenderer(bars);
		return plot;
	}
}
