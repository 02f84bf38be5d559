
package io.github.cnnclassifier.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import io.github.cnnclassifier.model.EpochFigures;

/**
 * The course of a training: loss above, validation accuracy below, over the
 * epochs. Colors are those of Okabe and Ito, which stay apart for color-blind
 * readers; marks and dashes tell the lines apart in gray as well.
 */
public final class LearningCurveChart {

	/** Width of the drawing in points; the PNG has twice as many pixels. */
	static final int WIDTH = 720;
	/** Height of the drawing in points. */
	static final int HEIGHT = 430;

	private static final int PIXELS_PER_POINT = 2;
	private static final Color BLUE = new Color(0x0072B2);
	private static final Color VERMILION = new Color(0xD55E00);
	private static final Color GREEN = new Color(0x009E73);
	private static final Color INK = new Color(0x333333);
	private static final Color GRID = new Color(0xDDDDDD);
	private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
	private static final BasicStroke SOLID = new BasicStroke(2f);
	private static final BasicStroke DASHED = new BasicStroke(2f,
		BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] { 6f, 4f },
		0f);
	private static final Shape DOT = new Ellipse2D.Double(-3, -3, 6, 6);
	private static final Shape SQUARE = new Rectangle2D.Double(-3, -3, 6, 6);

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
		final BufferedImage image = new BufferedImage(WIDTH * PIXELS_PER_POINT,
			HEIGHT * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		try {
			graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
				RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL,
				RenderingHints.VALUE_STROKE_PURE);
			chart(history).draw(graphics, new Rectangle2D.Double(0, 0, WIDTH,
				HEIGHT));
		}
		finally {
			graphics.dispose();
		}
		return ChartUtils.encodeAsPNG(image);
	}

	private static JFreeChart chart(final List<EpochFigures> history) {
		final NumberAxis epochs = axis("Epoch");
		epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
		epochs.setAutoRangeIncludesZero(false);
		epochs.setAutoRangeMinimumSize(2);
		final CombinedDomainXYPlot plot = new CombinedDomainXYPlot(epochs);
		plot.setGap(14);
		plot.add(lossPlot(history), 3);
		plot.add(accuracyPlot(history), 2);
		final JFreeChart chart = new JFreeChart(null, null, plot, true);
		chart.setBackgroundPaint(Color.WHITE);
		chart.getLegend().setItemFont(SMALL);
		chart.getLegend().setFrame(BlockBorder.NONE);
		chart.setPadding(new RectangleInsets(6, 4, 4, 10));
		return chart;
	}

	private static XYPlot lossPlot(final List<EpochFigures> history) {
		final XYSeriesCollection data = new XYSeriesCollection();
		data.addSeries(series("Training loss", history,
			EpochFigures::trainingLoss));
		data.addSeries(series("Validation loss", history,
			EpochFigures::validationLoss));
		final XYPlot plot = plot(data, axis("Loss"));
		style(plot, 0, BLUE, SOLID, DOT);
		style(plot, 1, VERMILION, DASHED, SQUARE);
		return plot;
	}

	private static XYPlot accuracyPlot(final List<EpochFigures> history) {
		final XYSeriesCollection data = new XYSeriesCollection();
		data.addSeries(series("Validation accuracy", history,
			EpochFigures::validationAccuracy));
		final NumberAxis accuracy = axis("Accuracy");
		accuracy.setAutoRangeIncludesZero(false);
		accuracy.setAutoRangeMinimumSize(0.01);
		final XYPlot plot = plot(data, accuracy);
		style(plot, 0, GREEN, SOLID, DOT);
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

	private static XYPlot plot(final XYSeriesCollection data,
		final NumberAxis range)
	{
		final XYPlot plot = new XYPlot(data, null, range,
			new XYLineAndShapeRenderer());
		plot.setBackgroundPaint(Color.WHITE);
		plot.setDomainGridlinePaint(GRID);
		plot.setRangeGridlinePaint(GRID);
		plot.setDomainGridlineStroke(new BasicStroke(0.75f));
		plot.setRangeGridlineStroke(new BasicStroke(0.75f));
		plot.setOutlineVisible(false);
		return plot;
	}

	private static void style(final XYPlot plot, final int series,
		final Color color, final BasicStroke stroke, final Shape mark)
	{
		plot.getRenderer().setSeriesPaint(series, color);
		plot.getRenderer().setSeriesStroke(series, stroke);
		plot.getRenderer().setSeriesShape(series, mark);
	}

	private static NumberAxis axis(final String label) {
		final NumberAxis axis = new NumberAxis(label);
		axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
		axis.setLabelFont(SMALL);
		axis.setTickLabelFont(SMALL);
		axis.setLabelPaint(INK);
		axis.setTickLabelPaint(INK);
		axis.setAxisLinePaint(INK);
		return axis;
	}
}
