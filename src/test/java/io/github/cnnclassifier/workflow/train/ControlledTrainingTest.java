
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.DoesAt;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.Tools;

/** A training that a person pauses, stops or throws away, and its log. */
class ControlledTrainingTest {

	@TempDir
	Path folder;

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final List<String> told = Collections.synchronizedList(
		new ArrayList<>());
	private final TrainingControl control = new TrainingControl("model.zip",
		new Listening(told));
	private Path images;
	private Path report;

	@BeforeEach
	void prepare() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 10, 1);
		report = folder.resolve("report");
	}

	private TrainClassifier.Request request(final String model, final int epochs,
		final boolean overwrite)
	{
		return new TrainClassifier.Request(images, Set.of(), SplitOptions.DEFAULT,
			PreprocessingOptions.NONE, PlanePolicy.EACH, StartChoice.SCRATCH,
			NetworkChoice.of("tiny"), new TrainingSettings(epochs, 4, 0.01,
				Augmentation.NONE, true, 3), LearnFrom.TRAINING, folder.resolve(model),
			overwrite, Optional.empty(), CorrectionUse.USE, Optional.of(report));
	}

	private TrainClassifier.Result train(final TrainClassifier.Request request,
		final TrainingListener listener) throws IOException
	{
		return new TrainClassifier(tools, listener, GroupQuestion.UNASKED,
			control::isDiscarded, control).run(request);
	}

	/** Does something after an epoch. */
	private static TrainingListener after(final int epoch, final Runnable deed) {
		return new TrainingListener() {

			@Override
			public void onEpoch(final EpochFigures figures, final boolean best) {
				if (figures.epoch() == epoch) deed.run();
			}
		};
	}

	private void later(final Runnable deed) {
		CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(deed);
	}

	private Weights weights(final String model) {
		return ModelArchive.read(folder.resolve(model), tools.engine()).weights();
	}

	@Test
	void inExactModeAPausedTrainingGivesTheSameModelBitForBit()
		throws IOException
	{
		train(request("plain.zip", 3, false), new TrainingListener() {});
		train(request("paused.zip", 3, true), after(1, () -> {
			control.holdOn();
			later(control::goOn);
		}));
		assertTrue(control.pause().nanos() > 0);
		final Weights expected = weights("plain.zip");
		final Weights found = weights("paused.zip");
		for (final Tensor tensor : expected.tensors())
			assertArrayEquals(tensor.data(), found.get(tensor.name()).data(), 0,
				tensor.name());
	}

	/** From what a pause left, too. */
	@Test
	void whoIsStoppedInAPauseKeepsTheBestAndCanGoOn() throws IOException {
		train(request("plain.zip", 3, false), new TrainingListener() {});
		final TrainClassifier.Result result = train(request("paused.zip", 3, true),
			after(1, () -> {
				control.holdOn();
				later(control::stop);
			}));
		assertEquals(StopReason.CANCELED, result.training().stopReason());
		assertTrue(Files.exists(folder.resolve("paused.zip")));
		new ResumeTraining(tools, new TrainingListener() {}, Progress.none()).run(
			new ResumeTraining.Request(folder.resolve("paused.zip"), Optional.empty(),
				ResumeTraining.AS_BEFORE));
		final Weights expected = weights("plain.zip");
		final Weights found = weights("paused.zip");
		for (final Tensor tensor : expected.tensors())
			assertArrayEquals(tensor.data(), found.get(tensor.name()).data(), 0,
				tensor.name());
	}

	@Test
	void nothingIsLeftOfATrainingThatIsThrownAway() throws IOException {
		assertThrows(CanceledException.class, () -> train(request("model.zip", 5,
			false), after(2, control::discard)));
		assertFalse(Files.exists(folder.resolve("model.zip")));
		assertFalse(Files.exists(ResumeFile.of(folder.resolve("model.zip"))));
		assertFalse(Files.exists(report.resolve("epochs.csv")));
		assertFalse(Files.exists(report.resolve("report.html")));
		assertTrue(told.contains(
			"Nothing of this training is left, as was asked for."), told.toString());
	}

	@Test
	void nothingIsLeftOfOneThatIsThrownAwayBehindItsReport() throws IOException {
		final Progress untilTheReport = new DoesAt("The report is in", () -> {
			assertTrue(Files.exists(report.resolve("report.html")));
			control.discard();
		}, told);
		assertThrows(CanceledException.class, () -> new TrainClassifier(tools,
			new TrainingListener()
			{}, GroupQuestion.UNASKED, control::isDiscarded, untilTheReport).run(
				request("model.zip", 1, false)));
		assertTrue(told.contains(
			"Nothing of this training is left, as was asked for."), told.toString());
		assertFalse(Files.exists(folder.resolve("model.zip")));
		try (Stream<Path> left = Files.list(report)) {
			assertEquals(List.of(), left.toList());
		}
	}

	@Test
	void aModelOfBeforeThatWasNotReplacedYetStays() throws IOException {
		train(request("model.zip", 1, false), new TrainingListener() {});
		final byte[] before = Files.readAllBytes(folder.resolve("model.zip"));
		assertThrows(CanceledException.class, () -> train(request("model.zip", 5,
			true), new TrainingListener()
		{

				@Override
				public void onStep(final long step, final long totalSteps,
					final double loss)
			{
					control.discard();
				}
			}));
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("model.zip")));
	}

	@Test
	void theTableOfEpochsIsThereAfterTheFirstAndHasARowForEach()
		throws IOException
	{
		final List<Boolean> there = new ArrayList<>();
		train(request("model.zip", 2, false), after(1, () -> there.add(Files.exists(
			report.resolve("epochs.csv")))));
		assertEquals(List.of(true), there);
		final List<String> lines = Files.readAllLines(report.resolve("epochs.csv"));
		assertEquals("stage,epoch,best,training_loss,validation_loss," +
			"validation_accuracy,guessing,balanced_accuracy,learning_rate," +
			"recall_left,recall_right,alerts", lines.get(0));
		assertTrue(lines.get(1).startsWith("training,1,true,"), lines.get(1));
	}

	@Test
	void whoHasNoDisplayReadsTheAlertsInTheLogOnce() throws IOException {
		train(request("model.zip", 2, false), new TrainingListener() {});
		assertEquals(1, told.stream().filter(line -> line.startsWith(
			"Note: Too few images: fewer than 10 teach the class 'left'")).count(),
			told.toString());
		assertTrue(told.stream().anyMatch(line -> line.startsWith("It ") && line
			.contains(" validation images right: ")), told.toString());
	}

	@Test
	void aControlTellsHowFarItIsAndPassesOn() {
		control.update(0.5, "Epoch 1");
		assertEquals(new TrainingControl.Stage(0.5, "Epoch 1"), control.stage());
		control.holdOn();
		assertTrue(control.isPaused());
		control.stop();
		assertFalse(control.isPaused(), "a run that ends does not wait");
		control.holdOn();
		assertFalse(control.isPaused());
		assertTrue(control.isCanceled());
		assertFalse(control.isDiscarded());
	}
}
