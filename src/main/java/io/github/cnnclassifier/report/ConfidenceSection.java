
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.util.List;

import io.github.cnnclassifier.evaluation.CalibrationError;
import io.github.cnnclassifier.evaluation.ConfidenceFigures;
import io.github.cnnclassifier.evaluation.CoverageCurve.Point;
import io.github.cnnclassifier.model.Threshold;

/** What a report says of the confidence of the answers. */
final class ConfidenceSection {

	private static final List<Double> THRESHOLDS = List.of(0.0, 0.5, 0.7, 0.8,
		0.9, 0.95, 0.99);

	private ConfidenceSection() {}

	static void write(final Html html, final ConfidenceFigures figures)
		throws IOException
	{
		final CalibrationError error = figures.error();
		html.heading("Confidence");
		html.element("p class=\"note\"", "Expected calibration error " + Decimals
			.four(error.value()) + ", 95 % interval " + Decimals.four(error.interval()
				.low()) + " to " + Decimals.four(error.interval().high()) +
			". With as many images, a classifier whose confidence is right would show " +
			Decimals.four(error.byChance()) + " by chance.");
		final String size = "width=\"" + ChartStyle.WIDTH + "\" height=\"" +
			ChartStyle.HEIGHT + "\"";
		html.png(size, "Reliability diagram: accuracy over confidence, and the " +
			"number of images", ReliabilityChart.png(figures.reliability()));
		html.png(size, "Accuracy of the answers over the share of images answered",
			CoverageChart.png(figures.coverage()));
		html.table("").headings("Threshold", "Images answered", "Share answered",
			"Accuracy of the answers");
		for (final double threshold : THRESHOLDS) {
			final Point point = figures.coverage().at(new Threshold(threshold));
			html.row(Decimals.plain(threshold), Integer.toString(point.answered()),
				Decimals.percent(point.coverage()), point.answered() == 0 ? "\u2013"
					: Decimals.four(point.accuracy()));
		}
		html.endTable();
	}
}
