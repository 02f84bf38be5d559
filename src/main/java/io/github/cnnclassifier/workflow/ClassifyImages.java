
package io.github.cnnclassifier.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.PixelSize;
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
	private final SizeQuestion question;

	/**
	 * @param tools of the host
	 * @param progress shows and cancels
	 */
	public ClassifyImages(final Tools tools, final Progress progress) {
		this(tools, progress, SizeQuestion.UNASKED);
	}

	/**
	 * @param tools of the host
	 * @param progress shows and cancels
	 * @param question asked at most once, if the first image is much larger than
	 *          the training images; any answer but the whole image cancels the
	 *          run
	 */
	public ClassifyImages(final Tools tools, final Progress progress,
		final SizeQuestion question)
	{
		this.tools = tools;
		this.progress = progress;
		this.question = question;
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
				final Prepared next = prepare(request, classifier, predictions.size(),
					predictor.batchSize());
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

	private Prepared prepare(final Request request, final Classifier classifier,
		final int start, final int most)
	{
		final List<float[]> inputs = new ArrayList<>();
		try {
			for (int i = start; i < Math.min(request.count(), start + most); i++) {
				progress.checkCanceled();
				final int index = i;
				final ItemOutcome<SampleImage> image = ItemOutcome.of(() -> request
					.images().apply(index));
				if (image.isFailed()) throw new UserFailure(image.reason());
				final ItemOutcome<float[]> input = ItemOutcome.of(() -> classifier
					.preprocessing().apply(image.result()));
				if (input.isFailed()) throw new UserFailure(input.reason());
				// an image that does not fit for another reason is told so
				if (i == 0) checkSize(image.result(), TrainedSize.of(classifier));
				inputs.add(input.result());
			}
		}
		catch (final CanceledException | UserFailure e) {
			return new Prepared(inputs, e);
		}
		return new Prepared(inputs, null);
	}

	private void checkSize(final SampleImage image, final TrainedSize trained) {
		final PixelSize own = image.pixelSize().orElse(null);
		final ImageSize size = ImageSize.of(image);
		if (!trained.isFarSmallerThan(size, own)) return;
		final String sizes = "The image has " + trained.words(size, own) +
			", the training images " + trained.images();
		final SizeQuestion.Answer answer = question.ask(sizes);
		if (answer != SizeQuestion.Answer.WHOLE) throw new CanceledException();
		progress.message("Warning: " + sizes + ". One class for all of it means " +
			"little if it shows many of what the model knows: Classify ROIs with " +
			"CNN takes marked regions, Map Classes with CNN each place.");
	}
}
