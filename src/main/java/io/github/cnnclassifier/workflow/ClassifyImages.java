
package io.github.cnnclassifier.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.AllPredictions;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.inference.ImageSources;
import io.github.cnnclassifier.inference.ResultSink;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.GoneOnElsewhere;
import io.github.cnnclassifier.progress.Progress;

/** What a model says of images that are in memory, all of which must fit it. */
public final class ClassifyImages {

	/**
	 * What is asked for.
	 *
	 * @param count of images, at least 1
	 * @param images the image of a 0-based index; asked for each when its turn
	 *          comes, on any thread, so that a long stack is never copied whole
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
	private final BiConsumer<ClassLabels, Prediction> finished;
	private final SizeQuestion question;
	private final Progress progress;

	/**
	 * With nobody to ask.
	 *
	 * @param tools of the host
	 * @param progress shows and cancels
	 */
	public ClassifyImages(final Tools tools, final Progress progress) {
		this(tools, (labels, prediction) -> {}, SizeQuestion.UNASKED, progress);
	}

	/**
	 * @param tools of the host
	 * @param finished gets the classes of the model and the next prediction, in
	 *          order, on the thread of the run; also those of the images before
	 *          the one that does not fit, and those that were finished when the
	 *          user stopped the run
	 * @param question asked at most once, if the first image is much larger than
	 *          the training images; any answer but the whole image cancels the
	 *          run
	 * @param progress shows and cancels
	 */
	public ClassifyImages(final Tools tools,
		final BiConsumer<ClassLabels, Prediction> finished,
		final SizeQuestion question, final Progress progress)
	{
		this.tools = tools;
		this.finished = finished;
		this.question = question;
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
		try (Classifier classifier = OpenModel.classifier(request.model(), request
			.input(), tools, progress))
		{
			final Sink sink = new Sink(classifier);
			classifier.classify(new ImageSources(request.count(), i -> sink.seen(i,
				request.images().apply(i))), sink, progress);
			return new Result(classifier.labels(), sink.all.predictions());
		}
		catch (final IOException e) {
			throw new IllegalStateException("Predictions are in memory", e);
		}
	}

	/** Hands the predictions on; asks before the first. */
	private final class Sink implements ResultSink {

		private final AllPredictions all = new AllPredictions();
		private final Classifier classifier;
		private volatile ImageSize size;
		private volatile PixelSize own;

		Sink(final Classifier classifier) {
			this.classifier = classifier;
		}

		/** Takes note of the first image. */
		SampleImage seen(final int index, final SampleImage image) {
			if (index > 0) return image;
			size = ImageSize.of(image);
			own = image.pixelSize().orElse(null);
			return image;
		}

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction)
		{
			// an image that does not fit for another reason was told so
			if (index == 0) checkSize(size, own, TrainedSize.of(classifier));
			all.classified(index, name, prediction);
			finished.accept(classifier.labels(), prediction);
		}

		@Override
		public void failed(final int index, final String name,
			final String reason)
		{
			failed(index, name, reason, List.of());
		}

		@Override
		public void failed(final int index, final String name, final String reason,
			final List<Mend> mends)
		{
			all.failed(index, name, reason, mends);
		}
	}

	private void checkSize(final ImageSize size, final PixelSize own,
		final TrainedSize trained)
	{
		if (!trained.isFarSmallerThan(size, own)) return;
		final String sizes = "The image has " + trained.words(size, own) +
			", the training images " + trained.images();
		final SizeQuestion.Answer answer = question.ask(sizes);
		if (answer == SizeQuestion.Answer.CANCEL) throw new CanceledException();
		if (answer != SizeQuestion.Answer.WHOLE) throw new GoneOnElsewhere();
		progress.message("Warning: " + sizes + ". One class for all of it means " +
			"little if it shows many of what the model knows: Classify ROIs with " +
			"CNN takes marked regions, Map Classes with CNN each place.");
	}
}
