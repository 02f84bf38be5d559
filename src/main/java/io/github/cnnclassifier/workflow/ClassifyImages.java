
package io.github.cnnclassifier.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.BatchPredictor;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/** What a model says of images that are in memory, all of which must fit it. */
public final class ClassifyImages {

	/**
	 * What is asked for.
	 *
	 * @param count of images, at least 1
	 * @param images the image of a 0-based index; asked for each once, in order,
	 *          when its turn comes, so that a long stack is never copied whole
	 * @param model the model file or the name of a shipped model
	 * @param input how the images are mapped onto what the model expects
	 */
	public record Request(int count, IntFunction<SampleImage> images, Path model,
			InputOverrides input)
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
	 * @throws CanceledException if the user stopped the run
	 */
	public Result run(final Request request) {
		return run(request, (labels, prediction) -> {});
	}

	/**
	 * Classifies, for who wants to keep what is finished when the run ends early.
	 *
	 * @param request what is asked for
	 * @param finished gets the classes of the model and the next prediction, in
	 *          order, on this thread; also those of the images before the one
	 *          that does not fit
	 * @return what came of it
	 * @throws UserFailure if the model cannot be used or an image does not fit it
	 * @throws CanceledException if the user stopped the run
	 */
	public Result run(final Request request,
		final BiConsumer<ClassLabels, Prediction> finished)
	{
		try (Classifier classifier = OpenModel.classifier(request.model(), request
			.input(), tools, progress))
		{
			final List<Prediction> predictions = new ArrayList<>();
			final BatchPredictor predictor = classifier.predictor();
			while (predictions.size() < request.count()) {
				final Prepared next = prepare(request, classifier.preprocessing(),
					predictions.size(), predictor.batchSize());
				for (final Prediction prediction : predictor.predict(next.inputs())) {
					predictions.add(prediction);
					finished.accept(classifier.labels(), prediction);
				}
				if (next.end() != null) throw next.end();
				progress.update((double) predictions.size() / request.count(),
					"Classified " + predictions.size() + " of " + request.count());
			}
			return new Result(classifier.labels(), predictions);
		}
	}

	/**
	 * Inputs for one batch.
	 *
	 * @param end why there is none after them; null if there may be more
	 */
	private record Prepared(List<float[]> inputs, RuntimeException end) {
	}

	private Prepared prepare(final Request request,
		final Preprocessing preprocessing, final int start, final int most)
	{
		final List<float[]> inputs = new ArrayList<>();
		try {
			for (int i = start; i < Math.min(request.count(), start + most); i++) {
				progress.checkCanceled();
				inputs.add(preprocessing.apply(request.images().apply(i)));
			}
		}
		catch (final CanceledException | UserFailure e) {
			return new Prepared(inputs, e);
		}
		return new Prepared(inputs, null);
	}
}
