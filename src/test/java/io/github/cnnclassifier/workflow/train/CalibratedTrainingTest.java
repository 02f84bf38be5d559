
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
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
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.Calibration;
import io.github.cnnclassifier.model.ConfidenceRecord;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.SuggestedThreshold;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.DoesAt;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.StopsAt;
import io.github.cnnclassifier.training.ConfidenceWish;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.evaluate.EvaluateClassifier;
import io.github.cnnclassifier.workflow.evaluate.EvaluatedPart;

/** At the end of a training, confidence is fitted to accuracy. */
class CalibratedTrainingTest {

	private static final int EPOCHS = 3;
	/** Enough of them validate. */
	private static final int PER_CLASS = 200;
	/** One of so many has the wrong label. */
	private static final int WRONG = 5;

	@TempDir
	Path folder;

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final List<String> told = new ArrayList<>();

	/** Halves, some of which lie in the folder of the other class. */
	private Path images(final int perClass) throws IOException {
		final Path images = folder.resolve("images");
		if (Files.exists(images)) return images;
		for (int i = 0; i < 2 * perClass; i++) {
			final int half = i % 2;
			final boolean wrong = i / 2 % WRONG == 0;
			TestImages.png(images.resolve((half == 1) == wrong ? "left" : "right")
				.resolve(i + ".png"), TestImages.half(half, i));
		}
		return images;
	}

	private TrainClassifier.Request request(final Path images,
		final StartChoice start, final ConfidenceWish wish,
		final LearnFrom learnFrom, final Path model)
	{
		return new TrainClassifier.Request(images, Set.of(), SplitOptions.DEFAULT,
			PreprocessingOptions.NONE, PlanePolicy.EACH, start, "tiny",
			new TrainingSettings(EPOCHS, 8, 0.01, Augmentation.NONE, true, 3)
				.withConfidence(wish), learnFrom, model, true, Optional.empty());
	}

	private Path train(final String name, final ConfidenceWish wish,
		final LearnFrom learnFrom) throws IOException
	{
		return train(name, StartChoice.SCRATCH, wish, learnFrom, when("never",
			() -> {}));
	}

	private Path train(final String name, final StartChoice start,
		final ConfidenceWish wish, final LearnFrom learnFrom,
		final Progress progress) throws IOException
	{
		final Path model = folder.resolve(name + ".zip");
		new TrainClassifier(tools, new TrainingListener() {}, progress).run(request(
			images(PER_CLASS), start, wish, learnFrom, model));
		return model;
	}

	private SavedClassifier read(final Path model) {
		return ModelArchive.read(model, tools.engine());
	}

	private static Calibration calibration(final SavedClassifier model) {
		return model.description().confidence().calibration().orElseThrow();
	}

	private EvaluationResult validation(final Path model) throws IOException {
		return new EvaluateClassifier(tools, Progress.none()).run(
			new EvaluateClassifier.Request(folder.resolve("images"), Set.of(), model,
				EvaluatedPart.VALIDATION, InputOverrides.NONE, null, Optional.empty(),
				false)).evaluation();
	}

	/** Does something when a line of this kind is told. */
	private Progress when(final String line, final DoesAt.Action action) {
		return new DoesAt(line, action, told);
	}

	private Progress stoppedAfter(final String line, final int times) {
		return StopsAt.line(text -> text.startsWith(line), times, told);
	}

	private static void assertSame(final Weights expected, final Weights found) {
		for (final Tensor tensor : expected.tensors())
			assertArrayEquals(tensor.data(), found.get(tensor.name()).data(), 0,
				tensor.name());
	}

	@Test
	void theModelSaysWhatTheCalibratedNetworkSays() throws IOException {
		final Path model = train("model", ConfidenceWish.DEFAULT,
			LearnFrom.TRAINING);
		final SavedClassifier saved = read(model);
		final Calibration found = calibration(saved);
		final EvaluationResult validation = validation(model);
		assertEquals(validation.figures().n(), found.images());
		assertEquals(found.lossAfter(), validation.crossEntropy(), 1e-4);
		assertEquals(found.errorAfter(), validation.confidence().error().value(),
			0.02);
		assertTrue(found.lossAfter() < found.lossBefore(), found.toString());
		assertEquals(found.lossAfter(), saved.description().metrics().get(
			"validation.loss"));
		assertTrue(told.stream().anyMatch(line -> line.startsWith(
			"Confidence calibrated on " + found.images() +
				" validation images: temperature ")), told.toString());
	}

	@Test
	void calibrationChangesTheLastLayerAloneAndNoAnswer() throws IOException {
		final Path with = train("with", ConfidenceWish.DEFAULT, LearnFrom.TRAINING);
		final Path without = train("without", new ConfidenceWish(false, 0),
			LearnFrom.TRAINING);
		final SavedClassifier calibrated = read(with);
		final SavedClassifier plain = read(without);
		assertEquals(ConfidenceRecord.NONE, plain.description().confidence());
		assertEquals("false", plain.description().training().settings().get(
			"calibrate"));
		assertNotEquals(1, calibration(calibrated).temperature().value());
		assertSame(calibration(calibrated).temperature().foldedInto(NetworkPlan.of(
			plain.networkSpec()), plain.weights()), calibrated.weights());
		final EvaluationResult a = validation(with);
		final EvaluationResult b = validation(without);
		for (int i = 0; i < a.predictions().size(); i++)
			assertEquals(b.predictions().get(i).predicted(), a.predictions().get(i)
				.predicted());
		assertEquals(b.crossEntropy(), calibration(calibrated).lossBefore(), 1e-4);
		assertEquals(plain.description().training().history(), calibrated
			.description().training().history());
	}

	@Test
	void aTrainingThatGoesOnComesToTheSameModelBitForBit() throws IOException {
		final Path whole = train("whole", new ConfidenceWish(true, 0.6),
			LearnFrom.TRAINING);
		final Path model = train("model", StartChoice.SCRATCH, new ConfidenceWish(
			true, 0.6), LearnFrom.TRAINING, stoppedAfter("epoch ", 1));
		assertTrue(read(model).description().confidence().calibration().isPresent(),
			"what was stopped is a model as well");
		new ResumeTraining(tools, new TrainingListener() {}, Progress.none()).run(
			new ResumeTraining.Request(model, Optional.empty(),
				ResumeTraining.AS_BEFORE));
		assertSame(read(whole).weights(), read(model).weights());
		assertEquals(read(whole).description().confidence(), read(model)
			.description().confidence());
	}

	@Test
	void theSecondRunTakesTheTemperatureOfTheFirst() throws IOException {
		final SavedClassifier first = read(train("first", ConfidenceWish.DEFAULT,
			LearnFrom.TRAINING));
		final SavedClassifier second = read(train("second", ConfidenceWish.DEFAULT,
			LearnFrom.ALL));
		assertEquals(first.description().confidence(), second.description()
			.confidence());
		assertTrue(told.stream().anyMatch(line -> line.startsWith(
			"Calibration and threshold are those of the first run")), told
				.toString());
		final SavedClassifier plain = read(train("plain", new ConfidenceWish(false,
			0), LearnFrom.ALL));
		assertSame(calibration(first).temperature().foldedInto(NetworkPlan.of(plain
			.networkSpec()), plain.weights()), second.weights());
	}

	/** It is killed between its last two deeds. */
	@Test
	void aSecondRunThatHasLeftItsCalibratedModelHasEnded() throws IOException {
		final Path file = folder.resolve("model.resume");
		final Path kept = folder.resolve("kept");
		final Path model = train("model", StartChoice.SCRATCH,
			ConfidenceWish.DEFAULT, LearnFrom.ALL, when(
				"The model has now learned from", () -> Files.copy(file, kept)));
		assertNotEquals(1, calibration(read(model)).temperature().value());
		Files.move(kept, file);
		final String message = assertThrows(UserFailure.class,
			() -> new ResumeTraining(tools, new TrainingListener()
			{}, Progress.none()).run(new ResumeTraining.Request(model, Optional
				.empty(), ResumeTraining.AS_BEFORE))).getMessage();
		assertTrue(message.startsWith("There is nothing to resume: the training " +
			"of '" + model + "' has ended."), message);
		assertFalse(Files.exists(file));
	}

	@Test
	void aSecondRunThatWasStoppedGoesOnToTheSameModel() throws IOException {
		final Path whole = train("whole", ConfidenceWish.DEFAULT, LearnFrom.ALL);
		final Path model = train("model", StartChoice.SCRATCH,
			ConfidenceWish.DEFAULT, LearnFrom.ALL, stoppedAfter("epoch ", EPOCHS +
				1));
		new ResumeTraining(tools, new TrainingListener() {}, Progress.none()).run(
			new ResumeTraining.Request(model, Optional.empty(),
				ResumeTraining.AS_BEFORE));
		assertSame(read(whole).weights(), read(model).weights());
		assertEquals(read(whole).description().confidence(), read(model)
			.description().confidence());
	}

	@Test
	void aNewLastLayerAndAllLayersAreCalibratedToo() throws IOException {
		final Path parent = train("parent", ConfidenceWish.DEFAULT,
			LearnFrom.TRAINING);
		for (final Unfreeze unfreeze : List.of(Unfreeze.HEAD, Unfreeze.ALL)) {
			final Path model = train("child " + unfreeze.label(), StartChoice.parse(
				parent.toString()).with(unfreeze), ConfidenceWish.DEFAULT,
				LearnFrom.TRAINING, Progress.none());
			assertEquals(calibration(read(model)).lossAfter(), validation(model)
				.crossEntropy(), 1e-4);
		}
	}

	@Test
	void theThresholdForAWishedAccuracyIsStored() throws IOException {
		final Path model = train("model", new ConfidenceWish(true, 0.6),
			LearnFrom.TRAINING);
		final SuggestedThreshold found = read(model).description().confidence()
			.threshold().orElseThrow();
		assertEquals(0.6, found.wished());
		assertTrue(found.accuracy() > 0.6, found.toString());
		assertEquals(found.coverage(), validation(model).confidence().coverage().at(
			found.threshold()).coverage(), 0.04);
		assertEquals("0.6", read(model).description().training().settings().get(
			"wishedAccuracy"));
	}

	@Test
	void aWishThatNeedsMoreImagesIsToldSo() throws IOException {
		final Path model = train("model", new ConfidenceWish(true, 0.99),
			LearnFrom.TRAINING);
		assertEquals(Optional.empty(), read(model).description().confidence()
			.threshold());
		assertTrue(told.stream().anyMatch(line -> line.startsWith(
			"Warning: no threshold was found for wishedAccuracy=0.99. To be sure " +
				"of that it takes 381 validation images")), told.toString());
		told.clear();
		train("model", new ConfidenceWish(true, 0.93), LearnFrom.TRAINING);
		assertTrue(told.stream().anyMatch(line -> line.contains(
			"are not right often enough")), told.toString());
	}

	@Test
	void tooFewValidationImagesAreToldAndLeaveTheNetworkAsItIs()
		throws IOException
	{
		images(30);
		final SavedClassifier with = read(train("with", ConfidenceWish.DEFAULT,
			LearnFrom.TRAINING));
		assertEquals(ConfidenceRecord.NONE, with.description().confidence());
		assertTrue(told.stream().anyMatch(line -> line.startsWith(
			"The confidence is not calibrated") && line.endsWith(
				"validation images, and it takes 50.")), told.toString());
		assertSame(read(train("without", new ConfidenceWish(false, 0),
			LearnFrom.TRAINING)).weights(), with.weights());
	}

	@Test
	void aWishThatCannotBeIsRefusedAndTheUsualOneIsNotWritten() {
		for (final double wrong : new double[] { -0.1, 1, Double.NaN })
			assertTrue(assertThrows(WrongUsage.class, () -> new ConfidenceWish(true,
				wrong)).getMessage().startsWith(
					"Expected wishedAccuracy from 0 (no threshold) to below 1"));
		final TrainingSettings usual = new TrainingSettings(1, 1, 0.1,
			Augmentation.NONE, true, 3);
		assertFalse(usual.entries().containsKey("calibrate"));
		for (final ConfidenceWish wish : List.of(new ConfidenceWish(false, 0.9),
			new ConfidenceWish(true, 0.5), ConfidenceWish.DEFAULT))
			assertEquals(wish, TrainingSettings.read(usual.withConfidence(wish)
				.entries(), 3).confidence());
		assertThrows(UserFailure.class, () -> TrainingSettings.read(Map.of(
			"calibrate", "maybe"), 1));
	}
}
