
package io.github.cnnclassifier.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.archive.SavedClassifier;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;

/** What a model says of images that are in memory, all of which must fit it. */
public final class ClassifyImages {

	/**
	 * What is asked for.
	 *
	 * @param images at least one
	 * @param model the model file or the name of a shipped model
	 * @param input how the images are mapped onto what the model expects
	 */
	public record Request(List<SampleImage> images, Path model,
			InputWishes input)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param labels of the model
	 * @param predictions one per image, in order
	 */
	public record Result(ClassLabels labels, List<Prediction> predictions) {
	}

	private final Tools tools;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param progress shows and cancels
	 */
	public ClassifyImages(final Tools tools, final Progress progress) {
		this.tools = tools;
		this.progress = progress;
	}

	/**
	 * Classifies.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws UserFailure if the model cannot be used or an image does not fit it
	 */
	public Result run(final Request request) {
		progress.update(Double.NaN, "Opening the model");
		final SavedClassifier saved = OpenModel.read(request.model(), tools
			.engine());
		try (Classifier classifier = OpenModel.classifier(saved, request.input()
			.appliedTo(saved.description().preprocessing()), tools.engine()))
		{
			final List<Prediction> predictions = new ArrayList<>();
			for (final SampleImage image : request.images()) {
				progress.checkCanceled();
				predictions.add(classifier.classify(image));
				progress.update((double) predictions.size() / request.images().size(),
					"Classified " + predictions.size() + " of " + request.images()
						.size());
			}
			return new Result(classifier.labels(), predictions);
		}
	}
}
