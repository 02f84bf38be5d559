
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;

/** How much work a training is, before it is made. */
class ValidatedTrainingTest {

	@TempDir
	private Path folder;

	private ValidatedTraining training;

	private static Recipe recipe(final StartChoice start,
		final PreprocessingOptions input)
	{
		return new Recipe(input, start, NetworkChoice.DEFAULT, new TrainingSettings(
			20, 4, 0.01, Augmentation.NONE, false, 1));
	}

	@BeforeEach
	void prepare() throws Exception {
		training = ValidatedTraining.of(CnnClassifier.tools(Progress.none()),
			GroupQuestion.UNASKED, new ValidatedTraining.Images(TestImages.halves(
				folder.resolve("images"), 12, 1), Set.of(), SplitOptions.DEFAULT,
				PlanePolicy.EACH, 1, Optional.empty(), Optional.empty()), recipe(
					StartChoice.SCRATCH, PreprocessingOptions.NONE), Progress.none());
	}

	@AfterEach
	void close() {
		training.close();
	}

	@Test
	void aNewLastLayerAloneIsLittleWorkAndNoneOfItIsTheEpochs() {
		final double head = work(Unfreeze.HEAD, 1);
		assertTrue(head > 0 && head < work(Unfreeze.ALL, 1) / 5, "" + head);
		assertEquals(head, work(Unfreeze.HEAD, 1.0 / 9));
		assertTrue(work(Unfreeze.ALL, 1.0 / 9) < work(Unfreeze.ALL, 1));
	}

	private double work(final Unfreeze unfreeze, final double share) {
		return training.work(recipe(StartChoice.BACKBONE.with(unfreeze),
			PreprocessingOptions.NONE), share, Progress.none());
	}

	/** With such a rate no epoch is better than all before for long. */
	@Test
	void aShortenedTrainingWaitsAsLongAsWasAskedFor() throws Exception {
		final Recipe whole = recipe(StartChoice.SCRATCH, PreprocessingOptions.NONE);
		final Recipe impatient = new Recipe(whole.input(), whole.start(),
			NetworkChoice.of("tiny"), whole.training().atRate(1).withPatience(1));
		final ValidatedTraining.Validated trained = training.train(impatient, 0.9,
			new TrainingListener()
			{}, Progress.none());
		assertTrue(trained.result().history().size() < 18, "" + trained.result()
			.history().size());
		assertEquals(StopReason.NO_IMPROVEMENT, trained.result().stopReason());
	}

	@Test
	void inputsOfAnotherKindArePreparedUnderTheEyesOfTheUserAndInSilence() {
		final Recipe other = recipe(StartChoice.SCRATCH, new PreprocessingOptions(
			16, 16, null, null, null, null, Normalization.parse("zscore-dataset")));
		final Progress stopped = new CancelWhen(() -> true);
		assertThrows(CanceledException.class, () -> training.work(other, 1,
			stopped));
		final List<String> told = new ArrayList<>();
		assertTrue(training.work(other, 1, new Listening(told)) > 0);
		assertEquals(List.of(), told);
	}
}
