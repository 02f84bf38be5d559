
package io.github.cnnclassifier.workflow.train;

import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.transfer.Parent;

/**
 * Where a training begins is decided once, when its images are known, since
 * their preparation depends on it already.
 */
final class StartDecision implements PrepareTrainingData.InputChoice {

	private final StartChoice choice;
	private final NetworkChoice network;
	private final PreprocessingOptions wished;
	private final Engine engine;
	private final Progress progress;
	private HeadStart start;

	/**
	 * @param choice what the user wants
	 * @param network what the user wants, for random weights
	 * @param wished what the user decided about preprocessing
	 * @param engine checks the parent
	 * @param progress told where the training begins, and why
	 */
	StartDecision(final StartChoice choice, final NetworkChoice network,
		final PreprocessingOptions wished, final Engine engine,
		final Progress progress)
	{
		this.choice = choice;
		this.network = network;
		this.wished = wished;
		this.engine = engine;
		this.progress = progress;
	}

	/**
	 * Before the images, which may take long to read.
	 *
	 * @throws UserFailure if it names a model that cannot be used
	 */
	static void requireModel(final StartChoice choice) {
		if (choice.kind() == StartChoice.Kind.MODEL && !ShippedModel.isNamed(choice
			.model())) ModelArchive.describe(choice.model());
	}

	@Override
	public PreprocessingOptions of(final List<SurveyedSample> samples) {
		start = HeadStart.of(choice, network, samples, engine);
		progress.message(start.reason());
		return start.completed(wished);
	}

	/** @return whose layers are used, after the images were prepared */
	Optional<Parent> parent() {
		return start.parent();
	}
}
