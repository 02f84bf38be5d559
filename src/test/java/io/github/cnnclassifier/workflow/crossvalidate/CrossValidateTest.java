
package io.github.cnnclassifier.workflow.crossvalidate;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.split.FoldRule;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.engine.SeenInputs;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.Figure;
import io.github.cnnclassifier.evaluation.Interval;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UnusableClass;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.StopsAt;
import io.github.cnnclassifier.report.CrossValidationTables.FoldRow;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.evaluate.EvaluatePredictions;
import io.github.cnnclassifier.workflow.train.GroupQuestion;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.train.ResumeTraining;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.Unfreeze;

/** A cross-validation from a folder of images to its files. */
class CrossValidateTest {

	@TempDir
	Path folder;

	private final List<String> told = new ArrayList<>();
	private Path images;
	private Path output;

	@BeforeEach
	void twelveImagesOfEachClass() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 12, 1);
		output = folder.resolve("folds");
	}

	private static Recipe recipe(final int epochs, final double rate) {
		return new Recipe(PreprocessingOptions.NONE, StartChoice.SCRATCH,
			NetworkChoice.of("tiny"), new TrainingSettings(epochs, 4, rate,
				Augmentation.NONE, true, 1));
	}

	private CrossValidate.Request request(final FoldRule folds,
		final String groups, final Recipe recipe, final Existing existing,
		final Path model)
	{
		return new CrossValidate.Request(images, Set.of(), GroupingRule.parse(
			groups), false, folds, PlanePolicy.EACH, recipe, output, existing,
			Optional.ofNullable(model), Optional.empty());
	}

	private CrossValidate.Request request(final Existing existing) {
		return request(new FoldRule(3, false, 1), "none", recipe(3, 0.01), existing,
			null);
	}

	private CrossValidate.Result run(final CrossValidate.Request request,
		final Progress progress) throws IOException
	{
		return new CrossValidate(CnnClassifier.tools(Progress.none()),
			GroupQuestion.UNASKED, progress).run(request);
	}

	private CrossValidate.Result run(final CrossValidate.Request request)
		throws IOException
	{
		return run(request, new Listening(told));
	}

	private List<String> rows() throws IOException {
		final List<String> lines = Files.readAllLines(output.resolve(
			"predictions.csv"));
		assertEquals(
			"file,group,repeat,fold,actual,predicted,confidence,p_left,p_right,correct,error",
			lines.get(0));
		return lines.subList(1, lines.size());
	}

	private Map<String, String> files() throws IOException {
		try (Stream<Path> all = Files.list(output)) {
			return all.filter(file -> file.toString().endsWith(".csv")).collect(
				Collectors.toMap(file -> file.getFileName().toString(), file -> {
					try {
						return Files.readString(file);
					}
					catch (final IOException e) {
						throw new IllegalStateException(e);
					}
				}));
		}
	}

	@Test
	void everyImageHasOneRowAndTheFilesAreThoseOfAnEvaluation()
		throws IOException
	{
		final CrossValidate.Result result = run(request(Existing.REFUSED));
		assertEquals(24, rows().size());
		assertEquals(24, rows().stream().map(row -> row.split(",")[0]).distinct()
			.count());
		final long right = rows().stream().filter(row -> row.endsWith(",true,"))
			.count();
		assertEquals(right / 24.0, result.figures().pooled().figures().accuracy(),
			1e-12);
		assertTrue(right > 20, right + " of 24 halves are right");
		assertEquals(3, result.folds().size());
		assertEquals(Set.of("predictions.csv", "folds.csv", "summary.csv",
			"metrics.csv", "confusion_matrix.csv", "figures.csv", "reliability.csv",
			"coverage.csv", "likely_wrong.csv", "shortcuts.csv", "errors.csv",
			"data.csv", "settings.csv", "curves.csv"), files().keySet());
		assertTrue(Files.readString(output.resolve("methods.txt")).startsWith(
			"Classification was cross-validated with CNN Classifier "));
		assertTrue(files().get("metrics.csv").contains("accuracy_95_low"));
		assertTrue(files().get("summary.csv").startsWith(
			"figure,pooled,mean,deviation,low_95,high_95,folds\naccuracy,"), files()
				.get("summary.csv"));
		assertFalse(Files.exists(output.resolve("predictions.csv.partial")));
		assertTrue(Files.readString(output.resolve("report.html")).contains(
			"Cross-validation of images"));
	}

	@Test
	void aWrongLabelIsListedWithItsPicture() throws IOException {
		Files.move(images.resolve("left/003.png"), images.resolve(
			"right/strange.png"));
		final CrossValidate.Result result = run(request(new FoldRule(3, false, 1),
			"none", recipe(12, 0.01), Existing.REFUSED, null));
		assertEquals("right/strange.png", result.likelyWrong().get(0).name(), result
			.likelyWrong().toString());
		final List<String> lines = files().get("likely_wrong.csv").lines().toList();
		assertEquals("rank,file,group,given,suggested,score", lines.get(0));
		assertTrue(lines.get(1).startsWith("1,right/strange.png,,right,left,"),
			lines.get(1));
		assertEquals(result.likelyWrong().size(), lines.size() - 1);
		assertTrue(Files.readString(output.resolve("likely_wrong.html")).contains(
			"alt=\"right/strange.png\" src=\"data:image/png"));
	}

	@Test
	void aNetworkThatIsNotGivenTheHeldOutImagesStaysAtChanceOnShuffledLabels()
		throws IOException
	{
		images = folder.resolve("shuffled");
		for (int i = 0; i < 60; i++)
			TestImages.png(images.resolve(i / 2 % 2 == 0 ? "a" : "b").resolve(i +
				".png"), TestImages.half(i % 2, 500 + i));
		final CrossValidate.Result result = run(request(new FoldRule(3, false, 1),
			"none", recipe(12, 0.01), Existing.REFUSED, null));
		final Interval interval = result.figures().interval(
			Figure.BALANCED_ACCURACY);
		assertTrue(interval.low() < 0.5 && interval.high() > 0.5, interval
			.toString());
	}

	@Test
	void aRunThatWasStoppedGoesOnToTheSameFiles() throws IOException {
		run(request(Existing.REFUSED));
		final Map<String, String> whole = files();
		output = folder.resolve("again");
		assertThrows(CanceledException.class, () -> run(request(Existing.CONTINUED),
			StopsAt.line(line -> line.startsWith("Fold 2 of 3: epoch 1:"), told)));
		assertTrue(told.contains(
			"Stopped by the user: 1 of 3 folds are finished and kept; resume=true " +
				"goes on with the others."), told.toString());
		assertTrue(assertThrows(UserFailure.class, () -> run(request(
			Existing.REFUSED))).getMessage().contains("Set resume=true"));
		told.clear();
		run(request(Existing.CONTINUED));
		assertTrue(told.contains("1 of 3 folds were finished before."), told
			.toString());
		assertTrue(told.stream().noneMatch(line -> line.startsWith(
			"Fold 1 of 3: epoch")), told.toString());
		assertEquals(whole, files());
	}

	private CrossValidate.Request ofNewHeads(final Augmentation augmentation,
		final Existing existing)
	{
		return request(new FoldRule(3, false, 2), "none", new Recipe(
			PreprocessingOptions.NONE, StartChoice.parse(ShippedModel.DIGITS).with(
				Unfreeze.HEAD), NetworkChoice.DEFAULT, new TrainingSettings(1, 4, 0.01,
					augmentation, true, 1)), existing, null);
	}

	private SeenInputs seenIn(final CrossValidate.Request request,
		final Progress progress) throws IOException
	{
		final Tools tools = CnnClassifier.tools(Progress.none());
		final SeenInputs engine = new SeenInputs(tools.engine());
		new CrossValidate(new Tools(engine, tools.reader()), GroupQuestion.UNASKED,
			progress).run(request);
		return engine;
	}

	@Test
	void anImageGoesOnceThroughTheLayersOfAParentInAllFoldsAndRepeats()
		throws IOException
	{
		final SeenInputs seen = seenIn(ofNewHeads(Augmentation.NONE,
			Existing.REFUSED), new Listening(told));
		assertEquals(24, seen.different());
		assertEquals(24, seen.count());
	}

	@Test
	void aChangedViewGoesOnceThroughThemInEachRepeat() throws IOException {
		final SeenInputs seen = seenIn(ofNewHeads(Augmentation.LIGHT,
			Existing.REFUSED), new Listening(told));
		assertEquals(seen.different(), seen.count());
		// an image may be held out or validate in all folds of a repeat
		assertTrue(seen.count() > 24 + 2 * 20 * 7 && seen.count() <= 24 + 2 * 24 *
			7, seen.count() + " views");
	}

	@Test
	void sharedFeaturesAreThoseThatAFoldWouldHaveComputedByItself()
		throws IOException
	{
		run(ofNewHeads(Augmentation.LIGHT, Existing.REFUSED));
		final Map<String, String> whole = files();
		output = folder.resolve("again");
		// what goes on has no features of the folds before
		assertThrows(CanceledException.class, () -> run(ofNewHeads(
			Augmentation.LIGHT, Existing.CONTINUED), StopsAt.line(line -> line
				.startsWith("Fold 3 of 3 of repeat 1: Head: "), told)));
		run(ofNewHeads(Augmentation.LIGHT, Existing.CONTINUED));
		assertEquals(whole, files());
	}

	@Test
	void aRowThatWasCutShortIsDoneAgain() throws IOException {
		run(request(Existing.REFUSED));
		final Map<String, String> whole = files();
		output = folder.resolve("again");
		assertThrows(CanceledException.class, () -> run(request(Existing.REFUSED),
			StopsAt.line(line -> line.startsWith("Fold 3 of 3: epoch 1:"), told)));
		final Path partial = output.resolve("predictions.csv.partial");
		final String text = Files.readString(partial);
		Files.writeString(partial, text.substring(0, text.length() - 9));
		told.clear();
		run(request(Existing.CONTINUED));
		assertTrue(told.contains("1 of 3 folds were finished before."), told
			.toString());
		assertEquals(whole, files());
	}

	@Test
	void aFinishedRunIsContinuedAtOnceAndAnotherOneIsRefused()
		throws IOException
	{
		run(request(Existing.REFUSED));
		final Map<String, String> whole = files();
		assertThrows(ExistingFile.class, () -> run(request(Existing.REFUSED)));
		told.clear();
		run(request(Existing.CONTINUED));
		assertTrue(told.contains("3 of 3 folds were finished before."), told
			.toString());
		assertEquals(whole, files());
		final String settings = refused(request(new FoldRule(4, false, 1), "none",
			recipe(5, 0.01), Existing.CONTINUED, null));
		assertTrue(settings.contains("folds '4', found '3'") || settings.contains(
			"folds '3', found '4'"), settings);
		assertTrue(settings.contains("epochs '"), settings);
		TestImages.classFolder(images, "left", 0, 13, 77);
		assertTrue(refused(request(Existing.CONTINUED)).contains("images '2"));
		assertEquals(whole, files());
		run(request(Existing.REPLACED));
		assertNotEquals(whole, files());
	}

	@Test
	void aFinishedReportStaysAsItIs() throws IOException {
		run(request(Existing.REFUSED));
		final Path page = output.resolve("report.html");
		Files.writeString(page, Files.readString(page) + "<!-- my remark -->");
		run(request(Existing.CONTINUED));
		assertTrue(Files.readString(page).endsWith("<!-- my remark -->"));
		assertTrue(told.contains("The report in '" + output +
			"' is finished already and stays as it is."), told.toString());
		assertFalse(Files.exists(output.resolve("predictions.csv.partial")));
	}

	@Test
	void aReportThatIsNotOfTheRunThatGoesOnIsNotReplaced() throws IOException {
		assertThrows(CanceledException.class, () -> run(request(Existing.REFUSED),
			StopsAt.line(line -> line.startsWith("Fold 2 of 3: epoch 1:"), told)));
		final Path page = output.resolve("report.html");
		Files.writeString(page, "mine");
		assertTrue(refused(request(Existing.CONTINUED)).contains(
			"found another report in '"));
		assertEquals("mine", Files.readString(page));
		Files.delete(page);
		run(request(Existing.CONTINUED));
		assertTrue(told.contains("1 of 3 folds were finished before."), told
			.toString());
	}

	@Test
	void theFinishedReportOfAnotherRunIsNotReplacedByOneThatGoesOn()
		throws IOException
	{
		run(request(Existing.REFUSED));
		final Map<String, String> whole = files();
		assertThrows(CanceledException.class, () -> run(request(new FoldRule(3,
			false, 1), "none", recipe(2, 0.01), Existing.REPLACED, null), StopsAt
				.line(line -> line.startsWith("Fold 2 of 3: epoch 1:"), told)));
		assertTrue(refused(request(new FoldRule(3, false, 1), "none", recipe(2,
			0.01), Existing.CONTINUED, null)).contains("found another report in '"));
		assertEquals(whole, files());
	}

	private String refused(final CrossValidate.Request request) {
		return assertThrows(UserFailure.class, () -> run(request)).getMessage();
	}

	@Test
	void aSecondRunIntoTheSameFolderIsRefused() throws IOException {
		try (OutputClaim claim = OutputClaim.of(output.resolve(
			"predictions.csv")))
		{
			assertTrue(refused(request(Existing.REFUSED)).contains(
				"Another run is writing"));
		}
	}

	@Test
	void aFoldWhoseTrainingFailsIsReportedAndAllFailedFoldsAreAFailure()
		throws IOException
	{
		// a class that only mouse 1 and mouse 2 have, together with all of another
		final String failure = refused(request(new FoldRule(3, false, 1), "none",
			recipe(3, 1e-30), Existing.REFUSED, Path.of("no/folder/m.zip")));
		assertTrue(failure.contains("no/folder"), failure);
		images = folder.resolve("three");
		// any two groups hold all of one class
		mice("a", 1, 2);
		mice("b", 1, 3);
		mice("c", 2, 3);
		final CrossValidate.Result result;
		try {
			result = run(request(new FoldRule(2, false, 1), "animal", recipe(2, 0.01),
				Existing.REFUSED, null));
		}
		catch (final UserFailure e) {
			throw new AssertionError(told.toString(), e);
		}
		assertEquals(1, result.failedFolds());
		assertEquals(List.of(), result.failed());
		assertTrue(told.stream().anyMatch(line -> line.matches(
			"Fold . of 2: Failed, and the other folds go on: The class '.' has no .*")),
			told.toString());
		final List<String> rows = Files.readAllLines(output.resolve(
			"predictions.csv"));
		assertEquals(1 + 24, rows.size());
		assertTrue(rows.stream().filter(row -> row.contains(
			"has no readable training image")).count() >= 8, rows.toString());
		told.clear();
		run(request(new FoldRule(2, false, 1), "animal", recipe(2, 0.01),
			Existing.CONTINUED, null));
		assertTrue(told.contains("1 of 2 folds were finished before."),
			"what failed is tried again: " + told);
	}

	private void mice(final String label, final int... mice) throws IOException {
		for (final int mouse : mice)
			for (int i = 0; i < 4; i++)
				TestImages.png(images.resolve(label).resolve("mouse%d_%d.png".formatted(
					mouse, i)), TestImages.half(i % 2, 1000 * mouse + 10 * label.charAt(
						0) + i));
	}

	@Test
	void groupsAreLeftOutOneByOneAndStandInTheTable() throws IOException {
		images = folder.resolve("groups");
		for (int i = 0; i < 24; i++)
			TestImages.png(images.resolve(i % 2 == 0 ? "left" : "right").resolve(
				"mouse%d_%02d.png".formatted(i / 2 % 4 + 1, i)), TestImages.half(i % 2,
					i));
		final CrossValidate.Result result = run(request(new FoldRule(5, true, 1),
			"animal", recipe(2, 0.01), Existing.REFUSED, null));
		assertEquals(4, result.folds().size());
		assertEquals(4, result.figures().intervals().units());
		final Set<String> pairs = new HashSet<>();
		rows().forEach(row -> pairs.add(row.split(",")[1] + " " + row.split(
			",")[3]));
		assertEquals(4, pairs.size(), pairs.toString());
		assertTrue(told.stream().anyMatch(line -> line.startsWith(
			"Fold 2 of 4 without '")), told.toString());
	}

	@Test
	void aModelOfAllImagesSaysThatItsFiguresAreThoseOfTheFolds()
		throws IOException
	{
		final Path model = folder.resolve("model.zip");
		final CrossValidate.Result result = run(request(new FoldRule(2, false, 1),
			"none", recipe(2, 0.01), Existing.REFUSED, model));
		final ClassifierDescription description = ModelArchive.describe(model);
		assertEquals(result.figures().pooled().figures().accuracy(), description
			.metrics().get("crossValidation.accuracy"));
		assertTrue(description.training().settings().get("cross-validation")
			.startsWith("accuracy "));
		assertEquals(24, description.training().dataset().trainingCounts().values()
			.stream().mapToInt(n -> n).sum(), "all images were learned from");
		told.clear();
		run(request(new FoldRule(2, false, 1), "none", recipe(2, 0.01),
			Existing.CONTINUED, model));
		assertTrue(told.contains("The model '" + model + "' is there already."),
			told.toString());
		Files.writeString(model, "something else");
		assertTrue(refused(request(new FoldRule(2, false, 1), "none", recipe(2,
			0.01), Existing.CONTINUED, model)).contains(
				"is not the end of a cross-validation"));
	}

	private CrossValidate.Request withModel(final Existing existing,
		final Path model, final int epochs)
	{
		return request(new FoldRule(2, false, 1), "none", recipe(epochs, 0.01),
			existing, model);
	}

	/** Stops the training of the model in its first or in its second run. */
	private Progress stoppedInTheModel(final String phase) {
		final boolean[] reached = new boolean[1];
		return StopsAt.line(line -> {
			if (line.startsWith(phase)) reached[0] = true;
			return reached[0] && line.startsWith("epoch 1:");
		}, told);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Now the model for use", "Now once more" })
	void aModelWhoseTrainingWasStoppedIsNotTheEndAndGoesOn(final String phase)
		throws IOException
	{
		final Path whole = folder.resolve("whole.zip");
		run(withModel(Existing.REFUSED, whole, 3));
		output = folder.resolve("again");
		final Path model = folder.resolve("model.zip");
		assertThrows(CanceledException.class, () -> run(withModel(Existing.REFUSED,
			model, 3), stoppedInTheModel(phase)));
		assertTrue(told.contains("Stopped by the user: the figures are finished " +
			"and kept; resume=true goes on with the model."), told.toString());
		assertFalse(ModelArchive.describe(model).training().settings().containsKey(
			"cross-validation"));
		assertTrue(refused(withModel(Existing.CONTINUED, model, 4)).contains(
			"is not the end of this cross-validation"), "another training");
		told.clear();
		run(withModel(Existing.CONTINUED, model, 3));
		assertTrue(told.contains("2 of 2 folds were finished before."), told
			.toString());
		assertTrue(told.contains("Now on with the model for use, from all images."),
			told.toString());
		assertFalse(Files.exists(folder.resolve("model.resume")));
		final Tools tools = CnnClassifier.tools(Progress.none());
		final SavedClassifier first = ModelArchive.read(whole, tools.engine());
		final SavedClassifier second = ModelArchive.read(model, tools.engine());
		assertEquals(first.description().training().settings(), second.description()
			.training().settings());
		assertEquals(first.description().metrics(), second.description().metrics());
		first.weights().tensors().forEach(tensor -> assertArrayEquals(tensor.data(),
			second.weights().get(tensor.name()).data(), tensor.name()));
	}

	/** As if it had been killed between its training and all that follows. */
	@Test
	void aModelWhoseTrainingWasEndedByResumeIsTheEnd() throws IOException {
		final Path model = folder.resolve("model.zip");
		assertThrows(CanceledException.class, () -> run(withModel(Existing.REFUSED,
			model, 3), stoppedInTheModel("Now once more")));
		new ResumeTraining(CnnClassifier.tools(Progress.none()),
			new TrainingListener()
			{}, Progress.none()).run(new ResumeTraining.Request(model, Optional
				.empty(), ResumeTraining.AS_BEFORE));
		final ClassifierDescription ended = ModelArchive.describe(model);
		assertTrue(ended.training().settings().get("cross-validation").startsWith(
			"accuracy "));
		assertTrue(ended.metrics().containsKey("crossValidation.accuracy"));
		told.clear();
		run(withModel(Existing.CONTINUED, model, 3));
		assertTrue(told.contains("The model '" + model + "' is there already."),
			told.toString());
	}

	@Test
	void anInterruptedTrainingBesideTheModelIsToldBeforeTheFolds()
		throws IOException
	{
		final Path model = folder.resolve("model.zip");
		assertThrows(CanceledException.class, () -> run(withModel(Existing.REFUSED,
			model, 3), stoppedInTheModel("Now the model for use")));
		Files.delete(model);
		output = folder.resolve("again");
		told.clear();
		assertTrue(assertThrows(ExistingFile.class, () -> run(withModel(
			Existing.REFUSED, model, 3))).getMessage().contains("was interrupted"));
		assertEquals(List.of(), told, "before any image is read");
		assertFalse(Files.exists(output));
		run(withModel(Existing.REPLACED, model, 3));
		assertFalse(Files.exists(folder.resolve("model.resume")));
	}

	@Test
	void theModelOfAnotherCrossValidationIsNotTakenForTheEndOfThisOne()
		throws IOException
	{
		final Path model = folder.resolve("model.zip");
		run(withModel(Existing.REFUSED, model, 2));
		output = folder.resolve("again");
		images = TestImages.halves(folder.resolve("others"), 9, 50);
		assertTrue(refused(withModel(Existing.CONTINUED, model, 2)).contains(
			"is not the end of this cross-validation"));
	}

	@Test
	void aFoldForWhichTheMemoryIsTooSmallIsReportedAndTheOthersGoOn()
		throws IOException
	{
		final Progress progress = StopsAt.line(line -> {
			if (line.startsWith("Fold 2 of 3: Training tiny"))
				throw new OutOfMemoryError("a fold is too large");
			return false;
		}, told);
		final CrossValidate.Result result = run(request(Existing.REFUSED),
			progress);
		assertEquals(List.of("",
			"The memory is too small for this: a fold is too large", ""), result
				.folds().stream().map(FoldRow::error).toList());
		assertTrue(told.contains(
			"Fold 2 of 3: Failed, and the other folds go on: " +
				"The memory is too small for this: a fold is too large"), told
					.toString());
	}

	@Test
	void otherGroupsOfTheSameImagesAreOtherSettings() throws IOException {
		final Path list = folder.resolve("list.csv");
		writeList(list, 3);
		images = list;
		run(request(new FoldRule(2, false, 1), "column", recipe(1, 0.01),
			Existing.REFUSED, null));
		writeList(list, 4);
		final String message = refused(request(new FoldRule(2, false, 1), "column",
			recipe(1, 0.01), Existing.CONTINUED, null));
		assertTrue(message.contains("Expected groups 'column ("), message);
	}

	private void writeList(final Path list, final int groups) throws IOException {
		final List<String> rows = new ArrayList<>(List.of("path,class,group"));
		for (int i = 0; i < 12; i++)
			for (final String label : List.of("left", "right"))
				rows.add("images/%s/%03d.png,%s,mouse%d".formatted(label, i, label, i %
					groups));
		Files.write(list, rows);
	}

	@Test
	void stacksThatGetOneAnswerHaveOneRowEachWithoutGroups() throws IOException {
		images = folder.resolve("stacks");
		for (int i = 0; i < 12; i++) {
			final ImageStack planes = new ImageStack();
			for (int z = 0; z < 3; z++)
				planes.addSlice(TestImages.half(i % 2, 10 * i + z));
			final Path file = images.resolve(i % 2 == 0 ? "left" : "right").resolve(
				i + ".tif");
			Files.createDirectories(file.getParent());
			assertTrue(new FileSaver(new ImagePlus("", planes)).saveAsTiffStack(file
				.toString()));
		}
		final CrossValidate.Request asked = request(Existing.REFUSED);
		run(new CrossValidate.Request(images, asked.exclude(), asked.groups(),
			false, asked.folds(), PlanePolicy.AVERAGE, asked.recipe(), output, asked
				.existing(), asked.model(), asked.cacheFolder()));
		assertEquals(12, rows().size(), rows().toString());
		assertEquals(12, rows().stream().map(row -> row.split(",")[0]).distinct()
			.count());
	}

	@Test
	void correctionsCountAreSaidAndMakeOtherImages() throws IOException {
		Files.writeString(images.resolve("corrections.csv"),
			"path,class,decision,newClass\nleft/000.png,left,class,right\n" +
				"left/001.png,left,ambiguous,\n");
		run(request(Existing.REFUSED));
		assertTrue(told.contains(
			"2 corrections of corrections.csv: 1 other class, 1 left out."), told
				.toString());
		assertEquals(23, rows().size());
		assertTrue(rows().stream().anyMatch(row -> row.matches(
			"left/000.png,,1,\\d,right,.*")), rows().toString());
		assertTrue(Files.readString(output.resolve("report.html")).contains(
			"The true classes are those of corrections.csv for 1 entry, and 1 entry " +
				"left out"));
		assertEquals(3, Files.readAllLines(output.resolve("corrections_used.csv"))
			.size());
		Files.delete(images.resolve("corrections.csv"));
		final String message = assertThrows(UserFailure.class, () -> run(request(
			Existing.CONTINUED))).getMessage();
		assertTrue(message.contains("Expected images '23 images ("), message);
	}

	@Test
	void aGroupThatIsLeftOutMustNotBeDivided() {
		final CrossValidate.Request asked = request(Existing.REFUSED);
		assertTrue(assertThrows(WrongUsage.class, () -> new CrossValidate.Request(
			images, asked.exclude(), asked.groups(), true, new FoldRule(5, true, 1),
			asked.planes(), asked.recipe(), output, asked.existing(), asked.model(),
			asked.cacheFolder())).getMessage().contains("found both"));
	}

	@Test
	void anImageThatCannotBeReadIsARowAndTheTestSideStaysUnseen()
		throws IOException
	{
		Files.writeString(images.resolve("left/damaged.png"), "no image");
		final CrossValidate.Result result = run(request(Existing.REFUSED));
		assertEquals(List.of("left/damaged.png"), result.failed().stream().map(
			failed -> failed.name()).toList());
		final String last = rows().get(24);
		assertTrue(last.startsWith("left/damaged.png,,,,left,,,,,,"), last);
		images = folder.resolve("sides");
		TestImages.halves(images.resolve("train"), 6, 1);
		TestImages.halves(images.resolve("test"), 6, 100);
		output = folder.resolve("of sides");
		run(request(Existing.REFUSED));
		assertEquals(12, rows().size());
		assertTrue(told.stream().anyMatch(line -> line.startsWith(
			"12 images that the data set declares for the test are left out")), told
				.toString());
	}

	@Test
	void aClassWithOneImageIsNamed() throws IOException {
		TestImages.classFolder(images, "rare", 0, 1, 5);
		final UnusableClass failure = assertThrows(UnusableClass.class, () -> run(
			request(Existing.REFUSED)));
		assertEquals("rare", failure.label());
		assertFalse(Files.exists(output.resolve("predictions.csv.partial")));
	}

	@Test
	void repeatsHaveOtherFoldsAndEachImageAsManyRows() throws IOException {
		final CrossValidate.Result result = run(request(new FoldRule(2, false, 2),
			"none", recipe(1, 0.01), Existing.REFUSED, null));
		assertEquals(48, rows().size());
		assertEquals(24, result.figures().intervals().units());
		final Evaluation again = new EvaluatePredictions(Progress.none()).run(
			new EvaluatePredictions.Request(output.resolve("predictions.csv"), Set
				.of(), Optional.empty(), false, Optional.empty(), false)).evaluated()
			.measured().orElseThrow();
		assertEquals("out of fold", again.side().name());
		for (final Figure figure : List.of(Figure.ACCURACY, Figure.KAPPA,
			Figure.TOP_2_ACCURACY))
		{
			assertEquals(result.figures().evaluation().value(figure), again.value(
				figure));
			assertEquals(result.figures().intervals().of(figure), again.intervals()
				.of(figure));
		}
		assertEquals(4, result.figures().folds().size());
		assertEquals(48, result.figures().pooled().figures().n());
	}
}
