
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.ModelDetails;

/** A person presses Escape. */
class CanceledTrainingTest {

	@TempDir
	Path folder;

	private final AtomicBoolean pressed = new AtomicBoolean();
	private final Progress escape = new CancelWhen(pressed::get);
	private TrainClassifier.Request request;

	@BeforeEach
	void prepare() throws IOException {
		request = new TrainClassifier.Request(TestImages.halves(folder.resolve(
			"images"), 10, 1), Set.of(), SplitOptions.DEFAULT,
			new PreprocessingOptions(null, null, null, null), PlanePolicy.EACH,
			StartChoice.AUTO, "tiny", new TrainingSettings(50, 4, 0.01,
				Augmentation.NONE, false, 1), LearnFrom.TRAINING, folder.resolve(
					"model.zip"), false, Optional.empty());
	}

	private TrainClassifier.Result train(final TrainingListener listener)
		throws IOException
	{
		return new TrainClassifier(CnnClassifier.tools(Progress.none()), listener,
			escape).run(request);
	}

	@Test
	void whileImagesAreReadNothingIsWritten() {
		pressed.set(true);
		assertThrows(CanceledException.class, () -> train(
			new TrainingListener()
			{}));
		assertFalse(Files.exists(request.model()));
	}

	@Test
	void inTheFirstEpochNothingIsWritten() throws IOException {
		assertThrows(CanceledException.class, () -> train(new TrainingListener() {

			@Override
			public void onStep(final long step, final long totalSteps,
				final double loss)
			{
				pressed.set(true);
			}
		}));
		assertFalse(Files.exists(request.model()));
		assertEquals(1, Files.list(folder).count());
	}

	@Test
	void laterTheBestSoFarIsKept() throws IOException {
		final TrainClassifier.Result result = train(new TrainingListener() {

			@Override
			public void onEpoch(final EpochFigures figures, final boolean best) {
				pressed.set(figures.epoch() == 2);
			}
		});
		assertEquals(StopReason.CANCELED, result.training().stopReason());
		assertEquals(2, result.training().history().size());
		final EpochFigures best = result.training().history().get(result.training()
			.kept().epoch() - 1);
		assertEquals(best.validationAccuracy(), result.validation().figures()
			.accuracy(), 1e-9);
		final TrainingRecord stored = ModelArchive.describe(request.model())
			.training();
		assertEquals(request.training().resolved(10), TrainingSettings.read(stored
			.settings(), stored.seed()), "as they were used");
		assertTrue(ModelDetails.read(request.model()).stream().anyMatch(d -> d
			.label().equals("classes") && d.value().equals("left, right")));
	}
}
