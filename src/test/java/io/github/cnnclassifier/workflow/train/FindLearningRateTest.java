
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.TrainingSettings;

/** From labeled images to a learning rate. */
class FindLearningRateTest {

	@TempDir
	private Path folder;

	private String place = "rates";
	private final List<String> told = new ArrayList<>();

	private FindLearningRate.Result find(final StartChoice start, final int steps,
		final Progress progress) throws IOException
	{
		final Path images = folder.resolve("images");
		if (!Files.exists(images)) TestImages.halves(images, 12, 1);
		return new FindLearningRate(CnnClassifier.tools(Progress.none()),
			GroupQuestion.UNASKED, progress).run(new FindLearningRate.Request(images,
				Set.of(), SplitOptions.DEFAULT, PreprocessingOptions.NONE,
				PlanePolicy.EACH, start, NetworkChoice.of("tiny"), new TrainingSettings(
					0, 8, 0.01, Augmentation.NONE, true, 1), steps, Optional.of(output()),
				false, Optional.empty(), CorrectionUse.USE));
	}

	private Path output() {
		return folder.resolve(place);
	}

	/** It would be taken for an image of a class. */
	@Test
	void aDrawingIsNotPutAmongTheImages() {
		place = "images/rates";
		assertTrue(assertThrows(UserFailure.class, () -> find(StartChoice.SCRATCH,
			20, new Listening(told))).getMessage().contains("outside of the images"));
	}

	@Test
	void theCurveIsWrittenAndNothingElse() throws IOException {
		final FindLearningRate.Result result = find(StartChoice.SCRATCH, 20,
			new Listening(told));
		assertEquals(List.of("learning_rates.csv", "learning_rates.png"), files());
		assertEquals(result.curve().points().size() + 1, Files.readAllLines(output()
			.resolve("learning_rates.csv")).size());
		assertEquals(result.curve().suggestion(), result.learningRate());
		assertThrows(ExistingFile.class, () -> find(StartChoice.SCRATCH, 20,
			new Listening(told)));
	}

	private List<String> files() throws IOException {
		try (var all = Files.list(output())) {
			return all.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void withAHeadStartTheLastLayerIsFittedFirst() throws IOException {
		final FindLearningRate.Result result = find(new StartChoice(
			StartChoice.Kind.MODEL, Path.of(ShippedModel.DIGITS), Unfreeze.AUTO), 40,
			new Listening(told));
		assertTrue(told.stream().anyMatch(t -> t.startsWith("Head: ")), told
			.toString());
		assertEquals(result.curve().suggestion(), result.learningRate());
	}

	@Test
	void aLastLayerAloneHasNoLearningRate() {
		final String message = assertThrows(WrongUsage.class, () -> find(
			new StartChoice(StartChoice.Kind.MODEL, Path.of(ShippedModel.DIGITS),
				Unfreeze.HEAD), 40, new Listening(told))).getMessage();
		assertEquals(
			"Expected unfreeze=auto or unfreeze=all, found head: the last " +
				"layer alone is fitted without a learning rate.", message);
		assertEquals(List.of(), told);
	}

	@Test
	void whoStopsItFindsNoFile() {
		assertThrows(CanceledException.class, () -> find(StartChoice.SCRATCH, 20,
			new CancelWhen(() -> true)));
		assertFalse(Files.exists(output()));
	}

	@Test
	void tooFewStepsAreRefusedBeforeAnyImageIsRead() {
		assertThrows(WrongUsage.class, () -> find(StartChoice.SCRATCH, 19,
			new Listening(told)));
		assertEquals(List.of(), told);
	}
}
