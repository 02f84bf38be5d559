
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.KeptTraining;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.CommandLineRun;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.DoesAt;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.StopsAt;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.Tools;

/** A training goes on after a person, or anything else, has stopped it. */
class ResumeTrainingTest {

	private static final int EPOCHS = 5;

	@TempDir
	Path folder;

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final List<String> told = new ArrayList<>();
	private Path images;
	private Path model;
	private Path file;

	@BeforeEach
	void prepare() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 8, 1);
		model = folder.resolve("model.zip");
		file = folder.resolve("model.resume");
	}

	private TrainClassifier.Request request(final StartChoice start,
		final LearnFrom learnFrom, final Path target, final boolean overwrite)
	{
		return new TrainClassifier.Request(images, Set.of(), SplitOptions.DEFAULT,
			PreprocessingOptions.NONE, PlanePolicy.EACH, start, "tiny",
			new TrainingSettings(EPOCHS, 4, 0.01, Augmentation.LIGHT, true, 3),
			learnFrom, target, overwrite, Optional.empty());
	}

	private TrainClassifier.Result train(final TrainClassifier.Request request,
		final Progress progress) throws IOException
	{
		return new TrainClassifier(tools, new TrainingListener() {}, progress).run(
			request);
	}

	private TrainClassifier.Result resume(final Path from, final int epochs,
		final Progress progress) throws IOException
	{
		return new ResumeTraining(tools, new TrainingListener() {}, progress).run(
			new ResumeTraining.Request(model, Optional.ofNullable(from), epochs))
			.training();
	}

	/** Stops a training when it has told a line of this kind so often. */
	private Progress stopped(final String line, final int times) {
		return StopsAt.line(text -> text.startsWith(line), times, told);
	}

	private SavedClassifier read(final Path from) {
		return ModelArchive.read(from, tools.engine());
	}

	private void assertSameModel(final Path expected) {
		final SavedClassifier first = read(expected);
		final SavedClassifier second = read(model);
		assertEquals(first.description().training().history(), second.description()
			.training().history());
		assertEquals(first.description().training().settings(), second.description()
			.training().settings());
		assertEquals(first.description().training().dataset().split(), second
			.description().training().dataset().split());
		assertSameWeights(first.weights(), second.weights());
		assertFalse(Files.exists(file), "nothing is left to do");
	}

	private static void assertSameWeights(final Weights expected,
		final Weights found)
	{
		for (final Tensor tensor : expected.tensors())
			assertArrayEquals(tensor.data(), found.get(tensor.name()).data(), 0,
				tensor.name());
	}

	private Path whole(final StartChoice start, final LearnFrom learnFrom)
		throws IOException
	{
		final Path whole = folder.resolve("whole.zip");
		train(request(start, learnFrom, whole, false), Progress.none());
		return whole;
	}

	private String refusal(final Class<? extends UserFailure> kind) {
		return assertThrows(kind, () -> resume(null, 0, Progress.none()))
			.getMessage();
	}

	private void stopAfterTwoEpochs() throws IOException {
		train(request(StartChoice.SCRATCH, LearnFrom.TRAINING, model, false),
			stopped("epoch ", 2));
	}

	@Test
	void fromRandomWeightsItComesToTheSameModelBitForBit() throws IOException {
		final Path whole = whole(StartChoice.SCRATCH, LearnFrom.TRAINING);
		stopAfterTwoEpochs();
		assertTrue(told.get(told.size() - 1).contains(
			"can be made up for with 'Resume CNN Training...', model=" + model), told
				.toString());
		assertTrue(Files.exists(file));
		resume(null, 0, stopped("epoch ", 1));
		assertTrue(Files.exists(file), "stopped once more");
		resume(null, 0, new Listening(told));
		assertTrue(told.stream().anyMatch(line -> line.contains(
			" Epoch 3 is done; the training goes on behind it.")), told.toString());
		assertSameModel(whole);
	}

	@Test
	void withAHeadStartItComesToTheSameModelBitForBit() throws IOException {
		final Path parent = folder.resolve("parent.zip");
		train(request(StartChoice.SCRATCH, LearnFrom.TRAINING, parent, false),
			Progress.none());
		final StartChoice start = StartChoice.parse(parent.toString()).with(
			Unfreeze.ALL);
		final Path whole = whole(start, LearnFrom.TRAINING);
		train(request(start, LearnFrom.TRAINING, model, false), stopped("epoch ",
			2));
		resume(null, 0, Progress.none());
		assertSameModel(whole);
	}

	@Test
	void theSecondRunGoesOnWhereItWas() throws IOException {
		final Path whole = whole(StartChoice.SCRATCH, LearnFrom.ALL);
		train(request(StartChoice.SCRATCH, LearnFrom.ALL, model, false), stopped(
			"epoch ", EPOCHS + 1));
		assertFalse(read(model).description().training().settings().containsKey(
			"learnFrom"));
		told.clear();
		resume(null, 0, new Listening(told));
		assertTrue(told.stream().anyMatch(line -> line.contains(
			" Epoch 1 is done; ")), told.toString());
		assertEquals(read(whole).description().training().epochs() - 1, told
			.stream().filter(line -> line.startsWith("epoch ")).count(),
			"the first run is not repeated");
		assertSameModel(whole);
	}

	@Test
	void theSecondRunOfAHeadStartGoesOnWhereItWas() throws IOException {
		final Path parent = folder.resolve("parent.zip");
		train(request(StartChoice.SCRATCH, LearnFrom.TRAINING, parent, false),
			Progress.none());
		final StartChoice start = StartChoice.parse(parent.toString()).with(
			Unfreeze.ALL);
		final Path whole = whole(start, LearnFrom.ALL);
		train(request(start, LearnFrom.ALL, model, false), stopped("epoch ",
			EPOCHS + 1));
		told.clear();
		resume(null, 0, new Listening(told));
		assertTrue(told.stream().anyMatch(line -> line.contains(
			" Epoch 1 is done; ")), told.toString());
		assertSameModel(whole);
	}

	@Test
	void anotherModelInPlaceOfTheFirstOneIsNoticed() throws IOException {
		final Path whole = whole(StartChoice.SCRATCH, LearnFrom.ALL);
		train(request(StartChoice.SCRATCH, LearnFrom.ALL, model, false), stopped(
			"epoch ", EPOCHS + 1));
		Files.copy(whole, model, StandardCopyOption.REPLACE_EXISTING);
		final String message = refusal(UserFailure.class);
		assertTrue(message.contains("holds another model than the first run"),
			message);
		assertTrue(Files.exists(file));
	}

	@Test
	void aTrainingCanBeMadeLonger() throws IOException {
		stopAfterTwoEpochs();
		assertEquals("Expected more epochs than the 2 that are done, found 2.",
			assertThrows(WrongUsage.class, () -> resume(null, 2, Progress.none()))
				.getMessage());
		final TrainClassifier.Result result = resume(null, 7, Progress.none());
		assertEquals(7, result.training().history().size());
		assertEquals("7", read(model).description().training().settings().get(
			"epochs"));
	}

	@Test
	void imagesThatWereAddedOrRemovedAreNamed() throws IOException {
		stopAfterTwoEpochs();
		TestImages.png(images.resolve("left/new.png"), TestImages.half(0, 999));
		Files.delete(images.resolve("right/000.png"));
		final String message = refusal(UserFailure.class);
		assertTrue(message.contains("1 are new or were changed, such as 'left" +
			"/new.png', 1 are missing or were changed. Put back what was there") &&
			message.contains("splitFrom=" + model), message);
		assertTrue(Files.exists(file));
	}

	@Test
	void anImageInAnotherClassIsNoticed() throws IOException {
		stopAfterTwoEpochs();
		Files.move(images.resolve("right/000.png"), images.resolve(
			"left/moved.png"));
		assertTrue(refusal(UserFailure.class).contains(
			"some are in another class"));
	}

	@Test
	void aFolderThatWasMovedCanBeNamed() throws IOException {
		final Path whole = whole(StartChoice.SCRATCH, LearnFrom.TRAINING);
		stopAfterTwoEpochs();
		final Path moved = Files.move(images, folder.resolve("moved"));
		assertEquals("The images of this training were in '" + images +
			"', where there is nothing now. Name the place where they are: " +
			"images=DIR.", refusal(UserFailure.class));
		resume(moved, 0, Progress.none());
		assertSameModel(whole);
	}

	@Test
	void aParentThatWasReplacedIsNoticed() throws IOException {
		final Path parent = whole(StartChoice.SCRATCH, LearnFrom.TRAINING);
		train(request(StartChoice.parse(parent.toString()).with(Unfreeze.ALL),
			LearnFrom.TRAINING, model, false), stopped("epoch ", 2));
		Files.copy(model, parent, StandardCopyOption.REPLACE_EXISTING);
		final String message = refusal(UserFailure.class);
		assertTrue(message.startsWith("The training started from the model '" +
			parent) && message.contains("Put it back"), message);
		assertTrue(Files.exists(file));
	}

	@Test
	void whoReplacesTheParentIsToldThatItCannotGoOn() throws IOException {
		final Path parent = whole(StartChoice.SCRATCH, LearnFrom.TRAINING);
		train(request(StartChoice.parse(parent.toString()).with(Unfreeze.ALL),
			LearnFrom.TRAINING, parent, true), stopped("epoch ", 2));
		assertTrue(told.stream().anyMatch(line -> line.startsWith(
			"Warning: this training replaces the model that it starts from")), told
				.toString());
		assertFalse(Files.exists(folder.resolve("whole.resume")));
	}

	@Test
	void aTrainingThatHasEndedLeavesNothingAndSaysHowToTrainOn()
		throws IOException
	{
		train(request(StartChoice.SCRATCH, LearnFrom.TRAINING, model, false),
			Progress.none());
		assertFalse(Files.exists(file));
		final String message = refusal(UserFailure.class);
		assertTrue(message.startsWith("There is nothing to resume: the training " +
			"of '" + model + "' has ended.") && message.contains("start=" + model),
			message);
	}

	@Test
	void aTrainingThatNeverBeganIsNotThere() {
		final String message = refusal(UserFailure.class);
		assertTrue(message.contains("neither the model '" + model + "' nor '" +
			file), message);
	}

	@Test
	void whoStopsInTheFirstEpochLeavesNothing() {
		assertThrows(CanceledException.class, () -> train(request(
			StartChoice.SCRATCH, LearnFrom.TRAINING, model, false), stopped(
				"Training tiny", 1)));
		assertFalse(Files.exists(file));
		assertFalse(Files.exists(model));
	}

	@Test
	void whileItRunsNobodyElseGoesOnWithIt() throws IOException {
		stopAfterTwoEpochs();
		try (OutputClaim other = OutputClaim.of(model)) {
			assertTrue(refusal(UserFailure.class).startsWith(
				"Another run is writing"));
		}
	}

	@Test
	void aNewTrainingDoesNotDropAnInterruptedOneUnasked() throws IOException {
		stopAfterTwoEpochs();
		Files.delete(model);
		final String message = assertThrows(ExistingFile.class,
			this::stopAfterTwoEpochs).getMessage();
		assertTrue(message.contains("Resume CNN Training...") && message.contains(
			"overwrite=true"), message);
		told.clear();
		train(request(StartChoice.SCRATCH, LearnFrom.TRAINING, model, true),
			new Listening(told));
		assertTrue(told.get(0).endsWith(
			"It is dropped when this one begins, as overwrite=true was set."), told
				.toString());
		assertFalse(Files.exists(file));
	}

	@Test
	void theFileBesideTheModelCanBeNamedToo() throws IOException {
		stopAfterTwoEpochs();
		assertEquals(model, new ResumeTraining(tools, new TrainingListener() {},
			Progress.none()).run(new ResumeTraining.Request(file, Optional.empty(),
				ResumeTraining.AS_BEFORE)).training().model());
		assertFalse(Files.exists(file));
	}

	@Test
	void aDamagedFileIsRefused() throws IOException {
		stopAfterTwoEpochs();
		final byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length / 2]++;
		Files.write(file, bytes);
		assertEquals("Cannot resume from '" + file +
			"'. It is damaged or was cut " + "off. Train anew, with overwrite=true.",
			refusal(UserFailure.class));
		assertTrue(Files.exists(file));
	}

	private String refusalOf(final Path named) {
		return assertThrows(WrongUsage.class, () -> new ResumeTraining(tools,
			new TrainingListener()
			{}, Progress.none()).run(new ResumeTraining.Request(named, Optional
				.empty(), ResumeTraining.AS_BEFORE))).getMessage();
	}

	@Test
	void aNameWithoutAnEndingIsThatOfTheModelAsInTrain() throws IOException {
		stopAfterTwoEpochs();
		final String word = "model=" + folder.resolve("model");
		try (OutputClaim other = OutputClaim.of(model)) {
			CommandLineRun.of("resume", word).refuses(1, "Another run is writing '" +
				model);
		}
		assertEquals("model=" + model, CommandLineRun.of("resume", word).endsWith(0)
			.results().get(0));
		assertFalse(Files.exists(file));
		assertFalse(Files.exists(folder.resolve("model")));
	}

	@Test
	void anotherFileBesideTheSameTrainingIsRefused() throws IOException {
		stopAfterTwoEpochs();
		for (final String name : List.of("model", "model.ZIP"))
			assertEquals("Expected model to be '" + model +
				"', the file that the training kept in '" + file + "' writes, found '" +
				folder.resolve(name) + "'. Name that one.", refusalOf(folder.resolve(
					name)));
		assertTrue(Files.exists(file));
	}

	@Test
	void aTrainingWhoseFilesWereRenamedGoesOnWithTheNewName() throws IOException {
		stopAfterTwoEpochs();
		final Path renamed = Files.move(model, folder.resolve("other.zip"));
		Files.move(file, folder.resolve("other.resume"));
		assertEquals(renamed, new ResumeTraining(tools, new TrainingListener() {},
			Progress.none()).run(new ResumeTraining.Request(renamed, Optional.empty(),
				ResumeTraining.AS_BEFORE)).training().model());
	}

	private StartChoice parent(final Unfreeze unfreeze) throws IOException {
		final Path parent = folder.resolve("parent.zip");
		train(request(StartChoice.SCRATCH, LearnFrom.TRAINING, parent, false),
			Progress.none());
		return StartChoice.parse(parent.toString()).with(unfreeze);
	}

	@Test
	void whoStopsBehindTheNewLastLayerCanGoOnWithAllLayers() throws IOException {
		final StartChoice start = parent(Unfreeze.AUTO);
		final Path whole = whole(start, LearnFrom.TRAINING);
		final TrainClassifier.Result stopped = train(request(start,
			LearnFrom.TRAINING, model, false), stopped("Training tiny", 1));
		assertEquals(StopReason.CANCELED, stopped.training().stopReason());
		assertEquals(1, stopped.training().history().size());
		assertTrue(read(model).description().training().settings().get("training")
			.startsWith("stopped at epoch 1 of "));
		assertTrue(Files.exists(file), told.toString());
		resume(null, 0, Progress.none());
		assertSameModel(whole);
	}

	@Test
	void theNewLastLayerAloneDoesNotReplaceWhatAllLayersHaveLearned()
		throws IOException
	{
		train(request(parent(Unfreeze.ALL), LearnFrom.TRAINING, model, false),
			stopped("epoch ", 2));
		final byte[] before = Files.readAllBytes(model);
		resume(null, 0, whenTold("Training tiny", () -> assertArrayEquals(before,
			Files.readAllBytes(model))));
		assertTrue(told.stream().anyMatch(line -> line.startsWith("Training tiny")),
			told.toString());
	}

	/** Does something when a line of this kind is told. */
	private Progress whenTold(final String line, final DoesAt.Action action) {
		return new DoesAt(line, action, told);
	}

	@Test
	void aModelThatIsBeingTrainedIsNotSaidToBeInterrupted() throws IOException {
		stopAfterTwoEpochs();
		Files.delete(model);
		try (OutputClaim other = OutputClaim.of(model)) {
			assertEquals("Another run is writing '" + model +
				"' at this moment. Wait until it has ended, or choose another name.",
				assertThrows(UserFailure.class, this::stopAfterTwoEpochs).getMessage());
		}
	}

	@Test
	void aFileOfThatNameThatIsNoTrainingIsNotLost() throws IOException {
		Files.writeString(file, "what I did last summer");
		for (final boolean overwrite : new boolean[] { false, true }) {
			final String message = assertThrows(WrongUsage.class, () -> train(request(
				StartChoice.SCRATCH, LearnFrom.TRAINING, model, overwrite), Progress
					.none())).getMessage();
			assertTrue(message.contains(file +
				"', which is no training and would be lost. Choose another name"),
				message);
		}
		assertEquals("what I did last summer", Files.readString(file));
	}

	@Test
	void aPatienceStaysWhenATrainingIsMadeLongerThatHadNotBegun()
		throws IOException
	{
		final TrainClassifier.Request asked = request(StartChoice.SCRATCH,
			LearnFrom.TRAINING, model, false);
		train(new TrainClassifier.Request(images, Set.of(), SplitOptions.DEFAULT,
			PreprocessingOptions.NONE, PlanePolicy.EACH, StartChoice.SCRATCH, asked
				.network(), new TrainingSettings(TrainingSettings.AUTOMATIC, 4, 0.01,
					Augmentation.LIGHT, true, 3).withPatience(2), LearnFrom.TRAINING,
			model, false, Optional.empty()), stopped("epoch ", 1));
		final KeptTraining kept = ResumeFile.read(file);
		ResumeFile.write(file, new KeptTraining(kept.request(), kept.images(),
			Optional.empty(), Optional.empty()));
		resume(null, 3, Progress.none());
		assertEquals("2", read(model).description().training().settings().get(
			"patienceEpochs"));
	}

	@Test
	void anImageThatWasCorrectedSinceIsNotWhatTheTrainingBeganWith()
		throws IOException
	{
		stopAfterTwoEpochs();
		Files.writeString(images.resolve("corrections.csv"),
			"path,class,decision,newClass\nleft/000.png,left,class,right\n");
		final String message = refusal(UserFailure.class);
		assertTrue(message.contains(
			"are not those that this training began with: some are in another " +
				"class, or are more or fewer copies; corrections.csv is there now and " +
				"was not there then. Put back"), message);
	}

	@Test
	void anImageThatWasLeftOutSinceMakesTheListSuspect() throws IOException {
		stopAfterTwoEpochs();
		Files.writeString(images.resolve("corrections.csv"),
			"path,class,decision,newClass\nleft/000.png,left,excluded,\n");
		final String message = refusal(UserFailure.class);
		assertTrue(message.contains("1 are missing or were changed; " +
			"corrections.csv is there now and was not there then. Put back"),
			message);
	}

	@Test
	void whatTheListOfCorrectionsHasBecomeIsSaid() throws IOException {
		final Path list = images.resolve("corrections.csv");
		final String rows = "path,class,decision,newClass\n" +
			"left/000.png,left,class,right\n";
		Files.writeString(list, rows);
		stopAfterTwoEpochs();
		Files.writeString(list, rows + "left/001.png,left,excluded,\n");
		assertTrue(refusal(UserFailure.class).contains(
			"; corrections.csv was changed since. Put back"));
		Files.delete(list);
		assertTrue(refusal(UserFailure.class).contains(
			"; corrections.csv is not there any more. Put back"));
		// somebody has said again what the images say
		Files.writeString(list, rows + "left/001.png,left,class,left\n");
		told.clear();
		resume(null, 0, new Listening(told));
		assertTrue(told.contains("Note: corrections.csv was changed since; what " +
			"this training learns from is the same."), told.toString());
	}

	@Test
	void correctionsCanBeSaidAgainButNotChanged() throws IOException {
		stopAfterTwoEpochs();
		final String message = assertThrows(WrongUsage.class, () -> resume(
			CorrectionUse.IGNORE)).getMessage();
		assertTrue(message.startsWith("Expected corrections=use, as the training " +
			"that goes on was begun with, found corrections=ignore."), message);
		resume(CorrectionUse.USE);
		assertFalse(Files.exists(file));
	}

	private void resume(final CorrectionUse corrections) throws IOException {
		new ResumeTraining(tools, new TrainingListener() {}, Progress.none()).run(
			new ResumeTraining.Request(model, Optional.empty(),
				ResumeTraining.AS_BEFORE, Optional.empty(), Optional.of(corrections)));
	}

	/** It is killed between its last two deeds. */
	@Test
	void aSecondRunThatHasLeftItsModelHasEnded() throws IOException {
		final Path kept = folder.resolve("kept");
		train(request(StartChoice.SCRATCH, LearnFrom.ALL, model, false), whenTold(
			"The model has now learned from", () -> Files.copy(file, kept)));
		final byte[] whole = Files.readAllBytes(model);
		Files.move(kept, file);
		final String message = refusal(UserFailure.class);
		assertTrue(message.startsWith("There is nothing to resume: the training " +
			"of '" + model + "' has ended."), message);
		assertFalse(Files.exists(file));
		assertArrayEquals(whole, Files.readAllBytes(model));
	}
}
