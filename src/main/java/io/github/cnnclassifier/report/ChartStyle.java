
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
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How the charts of this project look. Colors are those of Okabe and Ito, which
 * stay apart for color-blind readers; marks and dashes tell the lines apart in
 * gray as well.
 */
final class ChartStyle {

	/** Width of the drawing in points; the PNG has twice as many pixels. */
	static final int WIDTH = 720;
	/** Height of the drawing in points. */
	static final int HEIGHT = 430;

	private static final int PIXELS_PER_POINT = 2;
	static final Color BLUE = new Color(0x0072B2);
	static final Color VERMILION = new Color(0xD55E00);
	static final Color GREEN = new Color(0x009E73);
	private static final Color INK = new Color(0x333333);
	private static final Color GRID = new Color(0xDDDDDD);
	private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
	static final BasicStroke SOLID = new BasicStroke(2f);
	static final BasicStroke DASHED = new BasicStroke(2f, BasicStroke.CAP_BUTT,
		BasicStroke.JOIN_ROUND, 1f, new float[] { 6f, 4f }, 0f);
	static final Shape DOT = new Ellipse2D.Double(-3, -3, 6, 6);
	static final Shape SQUARE = new Rectangle2D.Double(-3, -3, 6, 6);

	/** Larger than a dot, to be seen around one. */
	static final Shape RING = new Ellipse2D.Double(-5, -5, 10, 10);

	private ChartStyle() {}

	/**
	 * @return the chart as PNG, 1440 x 860 pixels
	 * @throws IOException if the image cannot be encoded
	 */
	static byte[] png(final JFreeChart chart) throws IOException {
		final BufferedImage image = new BufferedImage(WIDTH * PIXELS_PER_POINT,
			HEIGHT * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		try {
			graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
				RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL,
				RenderingHints.VALUE_STROKE_PURE);
			chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
		}
		finally {
			graphics.dispose();
		}
		// JFreeChart's encoder writes to a temporary file in between
		return PngBytes.of(image);
	}

	static JFreeChart chart(final XYPlot plot) {
		final JFreeChart chart = new JFreeChart(null, null, plot, true);
		chart.setBackgroundPaint(Color.WHITE);
		chart.getLegend().setItemFont(SMALL);
		chart.getLegend().setFrame(BlockBorder.NONE);
		chart.setPadding(new RectangleInsets(6, 4, 4, 10));
		return chart;
	}

	static XYPlot plot(final XYSeriesCollection data, final ValueAxis range) {
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

	static void style(final XYPlot plot, final int series, final Color color,
		final BasicStroke stroke, final Shape mark)
	{
		plot.getRenderer().setSeriesPaint(series, color);
		plot.getRenderer().setSeriesStroke(series, stroke);
		plot.getRenderer().setSeriesShape(series, mark);
	}

	/** Without marks or without lines where a style has none. */
	static XYLineAndShapeRenderer lines() {
		final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer();
		lines.setDefaultShapesFilled(false);
		return lines;
	}

	/**
	 * @param stroke null for no line
	 * @param mark null for no marks
	 */
	static void style(final XYLineAndShapeRenderer lines, final int series,
		final Color color, final BasicStroke stroke, final Shape mark)
	{
		lines.setSeriesPaint(series, color);
		lines.setSeriesLinesVisible(series, stroke != null);
		lines.setSeriesShapesVisible(series, mark != null);
		if (stroke != null) lines.setSeriesStroke(series, stroke);
		if (mark != null) lines.setSeriesShape(series, mark);
	}

	static NumberAxis axis(final String label) {
		final NumberAxis axis = new NumberAxis(label);
		axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
		dress(axis);
		return axis;
	}

	static void dress(final ValueAxis axis) {
		axis.setLabelFont(SMALL);
		axis.setTickLabelFont(SMALL);
		axis.setLabelPaint(INK);
		axis.setTickLabelPaint(INK);
		axis.setAxisLinePaint(INK);
	}
}
