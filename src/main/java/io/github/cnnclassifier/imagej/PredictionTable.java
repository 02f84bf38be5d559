
package io.github.cnnclassifier.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.report.Columns;
import io.github.cnnclassifier.report.ProbabilityColumns;
import io.github.cnnclassifier.report.Table;
import io.github.cnnclassifier.report.UnlikeColumn;

/** Predictions of open images as rows. */
final class PredictionTable {

	private record Answer(Plane plane, Prediction prediction) {
	}

	private PredictionTable() {}

	/**
	 * @param image the planes belong to
	 * @param planes of the image
	 * @param labels of the model
	 * @param threshold which answers count, settled for the model
	 * @param predictions one per plane
	 * @param model its name
	 * @return one row per plane
	 */
	static Table rows(final ImagePlus image, final List<Plane> planes,
		final ClassLabels labels, final Threshold threshold,
		final List<Prediction> predictions, final String model)
	{
		final Columns<Answer> columns = new Columns<>();
		columns.add("image", answer -> image.getTitle());
		columns.add("slice", answer -> answer.plane().slice());
		columns.add("frame", answer -> answer.plane().frame());
		columns.add("class", answer -> threshold.name(labels, answer.prediction()));
		ProbabilityColumns.add(columns, labels, answer -> Optional.of(answer
			.prediction()));
		UnlikeColumn.add(columns, threshold, answer -> Optional.of(answer
			.prediction()));
		columns.add("model", answer -> model);
		final List<Answer> answers = new ArrayList<>();
		for (int i = 0; i < planes.size(); i++) {
			answers.add(new Answer(planes.get(i), predictions.get(i)));
		}
		return columns.table(answers);
	}

	/**
	 * @param planes of an image
	 * @param labels of the model
	 * @param threshold below which the class is unknown
	 * @param predictions one per plane
	 * @return for scripts: {@code class=... confidence=...}, one line per plane,
	 *         with the position if there are several
	 */
	static List<String> lines(final List<Plane> planes, final ClassLabels labels,
		final Threshold threshold, final List<Prediction> predictions)
	{
		final List<String> lines = new ArrayList<>();
		for (int i = 0; i < planes.size(); i++) {
			final String position = planes.size() == 1 ? "" : "slice=" + planes.get(i)
				.slice() + " frame=" + planes.get(i).frame() + " ";
			lines.add(position + threshold.line(labels, predictions.get(i)));
		}
		return lines;
	}
}
