
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.util.Optional;

import io.github.cnnclassifier.archive.KeptTraining;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.progress.Progress;

/**
 * The images of a training, divided as is asked for, or as a training had them
 * that goes on.
 */
final class RequestedImages {

	private final ImageReader reader;
	private final GroupQuestion question;
	private final Progress progress;

	RequestedImages(final ImageReader reader, final GroupQuestion question,
		final Progress progress)
	{
		this.reader = reader;
		this.question = question;
		this.progress = progress;
	}

	/**
	 * @param request what is asked for
	 * @param file of the training, which may go on
	 * @param start where it begins
	 * @return closed by the caller
	 */
	TrainingData prepared(final TrainClassifier.Request request,
		final TrainingFile file, final StartDecision start) throws IOException
	{
		final Optional<String> change = file.before().isEmpty() ? Optional.empty()
			: KeptCorrections.change(file.before().get().request(), request);
		return new PrepareTrainingData(reader, question, survey -> file.before()
			.ifPresent(before -> requireSame(before, survey, request, change)),
			progress).run(data(request, file, start));
	}

	private void requireSame(final KeptTraining before, final Survey survey,
		final TrainClassifier.Request request, final Optional<String> change)
	{
		KeptImages.requireSame(before.images(), survey, request.model(), change);
		change.ifPresent(text -> progress.message("Note: " + text +
			"; what this training learns from is the same."));
	}

	private PrepareTrainingData.DataRequest data(
		final TrainClassifier.Request request, final TrainingFile file,
		final StartDecision start)
	{
		final SplitOptions division = request.division();
		final long seed = request.training().seed();
		final Optional<FormerSplit> former = file.before().isPresent() ? Optional
			.of(KeptImages.split(file.before().get().images(), file.path()))
			: FormerSplit.of(division, request.model(), seed, progress);
		return new PrepareTrainingData.DataRequest(request.images(), request
			.exclude(), request.planes(), division.groups(), division.allowLeak(),
			division.fractions(), former, seed, start, request.cacheFolder(), request
				.corrections());
	}
}
