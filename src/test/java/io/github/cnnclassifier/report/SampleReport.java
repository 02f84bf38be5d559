
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.EvaluatedImage;
import io.github.cnnclassifier.evaluation.EvaluatedSide;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.Prediction;

/** A made-up evaluation with the looks of a real one. */
final class SampleReport {

	private SampleReport() {}

	/** Every class but the last, which has 6, has {@code perClass} images. */
	static EvaluationResult result(final ClassLabels labels, final int perClass,
		final double accuracy)
	{
		final Random random = new Random(5);
		final List<LabeledPrediction> predictions = new ArrayList<>();
		for (int actual = 0; actual < labels.size(); actual++) {
			final int images = actual == labels.size() - 1 ? 6 : perClass;
			for (int i = 0; i < images; i++) {
				final boolean right = random.nextDouble() < accuracy;
				final int best = right ? actual : random.nextInt(labels.size());
				predictions.add(new LabeledPrediction(labels.name(actual) + "/image_" +
					i + ".tif", actual, prediction(labels.size(), best, right ? 0.98f
						: 0.5f + 0.5f * random.nextFloat())));
			}
		}
		return new EvaluationResult(labels, predictions);
	}

	/** The same as a test side of images that stand alone. */
	static Evaluation side(final EvaluationResult result) {
		return new Evaluation(result.labels(), new EvaluatedSide("test side",
			"the images that were kept aside"), result.predictions().stream().map(
				p -> new EvaluatedImage(p, "", false)).toList());
	}

	static Prediction prediction(final int classes, final int best,
		final float confidence)
	{
		final float[] probabilities = new float[classes];
		Arrays.fill(probabilities, (1 - confidence) / (classes - 1));
		probabilities[best] = confidence;
		return new Prediction(probabilities);
	}

	static ReportContext context(final String title) {
		final List<EpochFigures> history = new ArrayList<>();
		for (int epoch = 1; epoch <= 12; epoch++) {
			history.add(new EpochFigures(epoch, 0.4 / epoch + 0.02, 0.3 / epoch +
				0.05 + 0.002 * epoch, 0.985 - 0.12 / epoch, 0.001 / epoch));
		}
		return new ReportContext(title,
			"412 images of the folder \u201cmitosis\u201d, one sub-folder per class.",
			"Test side: the images that were set aside before training and played " +
				"no part in it, nor in the choice of settings.", List.of(new LabelValue(
					"Model", "mitosis.zip, network six-conv, 284,714 parameters"),
					new LabelValue("Input", "64 x 64 pixels, 2 channels, values 0..4095"),
					new LabelValue("Preprocessing",
						"resized by area averaging, 112..4095 mapped to 0..1"),
					new LabelValue("Training",
						"12 epochs, batch 64, learning rate 0.001, cosine schedule"),
					new LabelValue("Seed", "1"), new LabelValue("Versions",
						"CNN Classifier 0.1.0, ImageJ 1.54p, Java 21.0.5, Linux")), history,
			List.of(new FailedSample("anaphase/broken.tif", "anaphase",
				"The file is cut short: expected 8192 bytes, found 0.")), List.of());
	}
}
