
package io.github.cnnclassifier.workflow.train;

import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.transfer.Parent;

/**
 * Where a training begins is decided once, when its images are known, since
 * their preparation depends on it already.
 */
final class StartDecision implements PrepareTrainingData.InputChoice {

	private final TrainClassifier.Request request;
	private final Engine engine;
	private final Progress progress;
	private HeadStart start;

	StartDecision(final TrainClassifier.Request request, final Engine engine,
		final Progress progress)
	{
		this.request = request;
		this.engine = engine;
		this.progress = progress;
	}

	@Override
	public PreprocessingOptions of(final List<SurveyedSample> samples) {
		start = HeadStart.of(request.start(), request.network(), samples, engine);
		progress.message(start.reason());
		return start.completed(request.input());
	}

	/** @return whose layers are used, after the images were prepared */
	Optional<Parent> parent() {
		return start.parent();
	}
}
