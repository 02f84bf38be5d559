
package io.github.cnnclassifier.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;

/**
 * What a classifier says of an open image, collected while it is at work, so
 * that finished planes keep their rows when the run ends early. Not
 * thread-safe; the table may be used by several runs at once.
 */
public final class ImageAnswers implements BiConsumer<ClassLabels, Prediction> {

	private final ImagePlus image;
	private final OpenPlanes planes;
	/** A wish until the first prediction, then what it means for the model. */
	private Threshold threshold;
	private final String model;
	private final List<Prediction> predictions = new ArrayList<>();
	private ClassLabels labels;

	/**
	 * @param image that is classified; gets the labels, if wanted
	 * @param planes of it that are classified
	 * @param threshold which answers count
	 * @param model its name
	 */
	public ImageAnswers(final ImagePlus image, final OpenPlanes planes,
		final Threshold threshold, final String model)
	{
		this.image = image;
		this.planes = planes;
		this.threshold = threshold;
		this.model = model;
	}

	/**
	 * @param ofModel its classes
	 * @param prediction of the next plane
	 * @throws WrongUsage if the threshold cannot be used with these classes
	 */
	@Override
	public void accept(final ClassLabels ofModel, final Prediction prediction) {
		if (labels == null) {
			threshold = threshold.forModel(ofModel, prediction.tellsUnlike());
			threshold.answers(ofModel);
			labels = ofModel;
		}
		predictions.add(prediction);
	}

	/** @return whether there is an answer */
	public boolean isEmpty() {
		return answers().isEmpty();
	}

	/**
	 * Appends one row for each answer, all of them together, also if other runs
	 * append theirs at the same time.
	 *
	 * @param tables of the command
	 * @return the table that has them now
	 */
	public ResultsTable appendRows(final CommandTables tables) {
		// of many images one after the other: each row names its own
		return tables.predictions(model, image, PredictionTable.rows(image,
			places(), labels, threshold, answers(), model), new RowPlaces(List.of(
				"image", "slice", "frame"), places().stream().map(
					plane -> (RowPlace) new PlanePlace(image, plane)).toList()));
	}

	/**
	 * Takes away what earlier runs wrote on the planes that have an answer now.
	 *
	 * @param shown whether the answers are written in its place
	 */
	public void label(final boolean shown) {
		if (shown) LabelOverlay.show(image, places(), labels, threshold, answers());
		else LabelOverlay.remove(image, places());
	}

	/** @return for scripts, as {@link PredictionTable#lines} */
	public List<String> lines() {
		return PredictionTable.lines(places(), labels, threshold, answers());
	}

	private List<Plane> places() {
		return planes.answers().subList(0, answers().size());
	}

	private List<Prediction> answers() {
		return planes.answers(predictions);
	}
}
