
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.cnnclassifier.evaluation.ClassFigure;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.Figure;
import io.github.cnnclassifier.evaluation.Interval;

/**
 * {@code figures.csv}: a row for each figure of all images, then of each class,
 * with its 95 % interval and the side that it is of. The column {@code class}
 * is empty for all images; {@code value} is empty where a figure is not
 * defined.
 */
final class FiguresCsv {

	private record Row(String figure, String label, OptionalDouble value,
			Optional<Interval> interval)
	{
	}

	private FiguresCsv() {}

	static void write(final OutputStream out, final Evaluation evaluation)
		throws IOException
	{
		final List<Row> rows = new ArrayList<>();
		for (final Figure figure : Figure.values())
			rows.add(new Row(figure.key(), "", evaluation.value(figure), evaluation
				.intervals().of(figure)));
		final List<String> names = evaluation.result().labels().names();
		for (int c = 0; c < names.size(); c++)
			for (final ClassFigure figure : ClassFigure.values())
				rows.add(new Row(figure.key(), names.get(c), evaluation.value(figure,
					c), evaluation.intervals().of(figure, c)));
		TableCsv.write(out, columns(evaluation).table(rows));
	}

	private static Columns<Row> columns(final Evaluation evaluation) {
		final Columns<Row> columns = new Columns<>();
		columns.add("figure", Row::figure);
		columns.add("class", Row::label);
		columns.add("value", row -> row.value().isPresent() ? (float) row.value()
			.getAsDouble() : "");
		columns.add("low_95", row -> row.interval().<Object> map(i -> (float) i
			.low()).orElse(""));
		columns.add("high_95", row -> row.interval().<Object> map(i -> (float) i
			.high()).orElse(""));
		columns.add("images", row -> evaluation.images().size());
		columns.add("groups", row -> evaluation.intervals().units());
		columns.add("side", row -> evaluation.side().name());
		return columns;
	}
}
