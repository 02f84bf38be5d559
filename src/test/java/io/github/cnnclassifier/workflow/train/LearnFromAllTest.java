
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.StopsAt;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.evaluate.EvaluateClassifier;
import io.github.cnnclassifier.workflow.evaluate.EvaluatedPart;

/** A second run on training and validation images. */
class LearnFromAllTest {

	@TempDir
	Path folder;

	private final List<String> told = new ArrayList<>();
	private final List<Integer> epochs = new ArrayList<>();

	/** 10 images of each class: 6 to learn from, 2 to validate, 2 to test. */
	private TrainClassifier.Result train(final LearnFrom learnFrom,
		final Progress progress) throws IOException
	{
		final Path images = folder.resolve("images");
		if (!images.toFile().exists()) TestImages.halves(images, 10, 1);
		return new TrainClassifier(CnnClassifier.tools(Progress.none()),
			new TrainingListener()
			{

				@Override
				public void onEpoch(final EpochFigures figures, final boolean best) {
					epochs.add(figures.epoch());
				}
			}, progress).run(new TrainClassifier.Request(images, Set.of(),
				SplitOptions.DEFAULT, PreprocessingOptions.NONE, PlanePolicy.EACH,
				StartChoice.AUTO, "tiny", new TrainingSettings(2, 4, 0.01,
					Augmentation.NONE, true, 1), learnFrom, model(learnFrom), true,
				Optional.empty()));
	}

	private Path model(final LearnFrom learnFrom) {
		return folder.resolve(learnFrom.label() + ".zip");
	}

	private ClassifierDescription described(final LearnFrom learnFrom)
		throws IOException
	{
		return ModelArchive.describe(model(learnFrom));
	}

	@Test
	void theRecordAndTheLogSayThatTheFiguresAreOfTheFirstRun()
		throws IOException
	{
		train(LearnFrom.TRAINING, Progress.none());
		train(LearnFrom.ALL, new Listening(told));
		final ClassifierDescription first = described(LearnFrom.TRAINING);
		final ClassifierDescription all = described(LearnFrom.ALL);
		assertEquals(first.metrics(), all.metrics());
		assertEquals(first.training().history(), all.training().history());
		assertEquals(first.training().dataset().split(), all.training().dataset()
			.split(), "the sides stay what they are");
		final Map<String, String> settings = all.training().settings();
		assertEquals("all", settings.get("learnFrom"));
		assertTrue(settings.get("validation figures").startsWith(
			"those of a first run, which learned from the training images alone"),
			settings.toString());
		assertFalse(first.training().settings().containsKey("learnFrom"));
		final int seen = all.training().dataset().split().get("training").size() +
			all.training().dataset().split().get("validation").size();
		assertEquals(seen, all.training().dataset().trainingCounts().values()
			.stream().mapToInt(i -> i).sum());
		assertTrue(told.contains("The model has now learned from " + seen +
			" images."), told.toString());
		assertEquals(List.of(1, 2, 1, 2), epochs,
			"the second run of the two trainings has nobody to show epochs to");
	}

	@Test
	void whereImagesLieIsLookedAtOnceForEachNetwork() throws IOException {
		TestImages.halves(folder.resolve("images"), 30, 1);
		final List<String> looks = new ArrayList<>();
		train(LearnFrom.ALL, new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				if (status.startsWith("Looking at where images")) looks.add(status);
			}

			@Override
			public void message(final String line) {
				// nobody listens
			}

			@Override
			public boolean isCanceled() {
				return false;
			}
		});
		assertEquals(3, looks.size(),
			"training and validation side by the first, all by the second");
		assertTrue(described(LearnFrom.ALL).training().settings().get("unlike")
			.contains("as wide as a first run needed them"));
	}

	@Test
	void theSecondRunGivesOtherWeights() throws IOException {
		train(LearnFrom.TRAINING, Progress.none());
		train(LearnFrom.ALL, Progress.none());
		assertNotEquals(weights(LearnFrom.TRAINING), weights(LearnFrom.ALL));
		final List<Float> once = weights(LearnFrom.ALL);
		train(LearnFrom.ALL, Progress.none());
		assertEquals(once, weights(LearnFrom.ALL), "same seed, same weights");
	}

	private List<Float> weights(final LearnFrom learnFrom) throws IOException {
		final List<Float> values = new ArrayList<>();
		ModelArchive.read(model(learnFrom), CnnClassifier.tools(Progress.none())
			.engine()).weights().tensors().forEach(tensor -> {
				for (final float value : tensor.data())
					values.add(value);
			});
		return values;
	}

	@Test
	void whoStopsTheSecondRunKeepsTheFirstModel() throws IOException {
		train(LearnFrom.TRAINING, Progress.none());
		train(LearnFrom.ALL, StopsAt.line(line -> line.startsWith("Now once more"),
			told));
		assertEquals(weights(LearnFrom.TRAINING), weights(LearnFrom.ALL));
		assertFalse(described(LearnFrom.ALL).training().settings().containsKey(
			"learnFrom"));
		assertTrue(told.stream().anyMatch(line -> line.startsWith(
			"Stopped by the user: the model of the first run is kept")), told
				.toString());
	}

	@Test
	void whoStopsTheFirstRunGetsNoSecondOne() throws IOException {
		train(LearnFrom.ALL, StopsAt.line(line -> line.startsWith("epoch 1:"),
			told));
		assertTrue(told.stream().noneMatch(line -> line.startsWith(
			"Now once more")), told.toString());
		assertFalse(described(LearnFrom.ALL).training().settings().containsKey(
			"learnFrom"));
	}

	@Test
	void evaluationOnTheValidationSideWarnsThatItWasLearnedFrom()
		throws IOException
	{
		train(LearnFrom.TRAINING, Progress.none());
		train(LearnFrom.ALL, Progress.none());
		evaluate(LearnFrom.TRAINING);
		assertTrue(told.stream().noneMatch(line -> line.contains(
			"were used to train")), told.toString());
		evaluate(LearnFrom.ALL);
		assertTrue(told.stream().anyMatch(line -> line.contains(
			"evaluated images were used to train the model: the figures are too good")),
			told.toString());
	}

	private void evaluate(final LearnFrom learnFrom) throws IOException {
		new EvaluateClassifier(CnnClassifier.tools(Progress.none()), new Listening(
			told)).run(new EvaluateClassifier.Request(folder.resolve("images"), Set
				.of(), model(learnFrom), EvaluatedPart.VALIDATION, InputOverrides.NONE,
				null, Optional.empty(), false));
	}

	@Test
	void anyOtherWordIsWrongUsage() {
		assertEquals(LearnFrom.ALL, LearnFrom.parse("all"));
		assertEquals("Expected learnFrom to be one of training, all, found 'test'.",
			assertThrows(WrongUsage.class, () -> LearnFrom.parse("test"))
				.getMessage());
	}
}
