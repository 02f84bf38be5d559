
package io.github.cnnclassifier.report;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import io.github.cnnclassifier.evaluation.ClassCurves;
import io.github.cnnclassifier.evaluation.Curve;

/**
 * ROC and precision-recall curves of the classes, each against the rest, and
 * what a report shows of them.
 */
final class ClassCurveCharts {

	/** The colors of Okabe and Ito that are read on white. */
	private static final List<Color> COLORS = List.of(ChartStyle.BLUE,
		ChartStyle.VERMILION, ChartStyle.GREEN, new Color(0xCC79A7), new Color(
			0xE69F00), new Color(0x56B4E9), Color.BLACK);

	/** More lines than this are a tangle: the lowest areas are drawn. */
	private static final int MOST_LINES = 2 * COLORS.size();

	static final String TABLE = "curves.csv";
	static final String ROC = "roc.png";
	static final String PRECISION_RECALL = "precision_recall.png";

	private ClassCurveCharts() {}

	/**
	 * @param curves of the classes
	 * @return both charts, and all points as a table
	 * @throws IOException if a chart cannot be drawn
	 */
	static ReportPart part(final List<ClassCurves> curves) throws IOException {
		final boolean some = curves.size() > MOST_LINES;
		return new ReportPart(ReportPlace.CURVES, List.of(
			"Each class against the rest, over all thresholds of its probability. " +
				"The upper left corner of the first chart and the upper right one of " +
				"the second are best; the areas are below Figures." + (some ? " The " +
					MOST_LINES + " classes with the smallest areas are drawn." : "")),
			List.of(new ReportPart.FilePicture(ROC,
				"ROC curves: recall over the share of other classes that is taken " +
					"for the class", png(curves, ClassCurves::roc, "False positive rate",
						"Recall")), new ReportPart.FilePicture(PRECISION_RECALL,
							"Precision over recall", png(curves, ClassCurves::precisionRecall,
								"Recall", "Precision"))), List.of(new ReportPart.FileTable(
									TABLE, table(curves), false)));
	}

	private static byte[] png(final List<ClassCurves> curves,
		final Function<ClassCurves, Optional<Curve>> which, final String x,
		final String y) throws IOException
	{
		final List<ClassCurves> drawn = curves.stream().filter(c -> which.apply(c)
			.isPresent()).sorted((a, b) -> Double.compare(which.apply(a).get().area(),
				which.apply(b).get().area())).limit(MOST_LINES).toList();
		final XYSeriesCollection data = new XYSeriesCollection();
		final XYLineAndShapeRenderer lines = ChartStyle.lines();
		for (int i = 0; i < drawn.size(); i++) {
			final Curve curve = which.apply(drawn.get(i)).get();
			// as drawn, and by position, since two classes may be spelled alike
			final XYSeries series = new XYSeries(i + 1 + " " + drawn.get(i).label(),
				false, true);
			for (int k = 0; k < curve.x().length; k++)
				series.add(curve.x()[k], curve.y()[k]);
			data.addSeries(series);
			ChartStyle.style(lines, i, COLORS.get(i % COLORS.size()), i < COLORS
				.size() ? ChartStyle.SOLID : ChartStyle.DASHED, null);
		}
		final NumberAxis range = ChartStyle.axis(y);
		range.setRange(0, 1.02);
		final NumberAxis domain = ChartStyle.axis(x);
		domain.setRange(0, 1);
		final XYPlot plot = ChartStyle.plot(data, range);
		plot.setDomainAxis(domain);
		plot.setRenderer(lines);
		return ChartStyle.png(ChartStyle.chart(plot));
	}

	/** A point of a curve of a class. */
	private record Point(String label, String curve, double x, double y) {
	}

	private static Table table(final List<ClassCurves> curves) {
		final List<Point> points = new ArrayList<>();
		for (final ClassCurves c : curves) {
			c.roc().ifPresent(curve -> add(points, c.label(), "roc", curve));
			c.precisionRecall().ifPresent(curve -> add(points, c.label(),
				"precision_recall", curve));
		}
		final Columns<Point> columns = new Columns<>();
		columns.add("class", Point::label);
		columns.add("curve", Point::curve);
		columns.add("x", point -> (float) point.x());
		columns.add("y", point -> (float) point.y());
		return columns.table(points);
	}

	private static void add(final List<Point> points, final String label,
		final String name, final Curve curve)
	{
		for (int i = 0; i < curve.x().length; i++)
			points.add(new Point(label, name, curve.x()[i], curve.y()[i]));
	}
}
