
package io.github.cnnclassifier.workflow.learningcurve;

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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.engine.SeenInputs;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.StopsAt;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.train.GroupQuestion;
import io.github.cnnclassifier.workflow.train.LearnFrom;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.TrainClassifier;
import io.github.cnnclassifier.workflow.train.Unfreeze;

/** A learning curve from a folder of images to its files. */
class MeasureLearningCurveTest {

	@TempDir
	Path folder;

	private final List<String> told = new ArrayList<>();
	private Path images;
	private Path output;

	@BeforeEach
	void thirtyImagesOfEachClass() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 30, 1);
		output = folder.resolve("curve");
	}

	private MeasureLearningCurve.Request request(final int steps,
		final int repeats, final double rate, final boolean overwrite)
	{
		return request(steps, repeats, rate, overwrite ? Existing.REPLACED
			: Existing.REFUSED);
	}

	private MeasureLearningCurve.Request request(final int steps,
		final int repeats, final double rate, final Existing existing)
	{
		return new MeasureLearningCurve.Request(images, Set.of(),
			SplitOptions.DEFAULT, PlanePolicy.EACH, new Recipe(
				PreprocessingOptions.NONE, StartChoice.SCRATCH, NetworkChoice.of(
					"tiny"), new TrainingSettings(2, 4, rate, Augmentation.NONE, true,
						1)), steps, repeats, output, existing, Optional.empty(),
			CorrectionUse.USE);
	}

	private MeasureLearningCurve.Result run(
		final MeasureLearningCurve.Request request, final Progress progress)
		throws IOException
	{
		return new MeasureLearningCurve(CnnClassifier.tools(Progress.none()),
			GroupQuestion.UNASKED, progress).run(request);
	}

	private MeasureLearningCurve.Result run(
		final MeasureLearningCurve.Request request) throws IOException
	{
		return run(request, new Listening(told));
	}

	@Test
	void eachNumberOfImagesIsTrainedAndJudgedByTheSameImages()
		throws IOException
	{
		final MeasureLearningCurve.Result result = run(request(3, 2, 0.01, false));
		assertEquals(6, result.runs().size());
		final long heldOut = result.runs().get(0).result().orElseThrow().figures()
			.n();
		assertTrue(heldOut >= 8 && heldOut <= 10, "15 % of 60: " + heldOut);
		result.runs().forEach(run -> assertEquals(heldOut, run.result()
			.orElseThrow().figures().n()));
		assertEquals(List.of(1, 2, 3, 1, 2, 3), result.runs().stream().map(
			run -> run.step()).toList());
		assertEquals(result.runs().get(2).images(), result.runs().get(5).images());
		assertEquals(6, result.runs().stream().map(run -> run.seed()).distinct()
			.count());
		final List<String> table = Files.readAllLines(output.resolve(
			"learning_curve.csv"));
		assertEquals(
			"step,repeat,images,accuracy,balanced_accuracy,macro_f1,cross_entropy,seed,error",
			table.get(0));
		assertEquals(7, table.size());
		assertEquals(4, Files.readAllLines(output.resolve("forecast.csv")).size());
		assertTrue(Files.size(output.resolve("learning_curve.png")) > 1000);
		assertTrue(Files.readString(output.resolve("verdict.txt")).contains(
			"What more images would bring cannot be told: that takes at least 4"));
		assertTrue(told.stream().anyMatch(line -> line.startsWith("Training on " +
			result.runs().get(0).images() + " images, repeat 1 of 2: ")), told
				.toString());
	}

	@Test
	void anImageGoesOnceThroughTheLayersOfAParentInAllTrainings()
		throws IOException
	{
		final Tools tools = CnnClassifier.tools(Progress.none());
		final SeenInputs seen = new SeenInputs(tools.engine());
		final MeasureLearningCurve.Result result = new MeasureLearningCurve(
			new Tools(seen, tools.reader()), GroupQuestion.UNASKED, new Listening(
				told)).run(new MeasureLearningCurve.Request(images, Set.of(),
					SplitOptions.DEFAULT, PlanePolicy.EACH, new Recipe(
						PreprocessingOptions.NONE, StartChoice.parse(ShippedModel.DIGITS)
							.with(Unfreeze.HEAD), NetworkChoice.DEFAULT, new TrainingSettings(
								1, 4, 0.01, Augmentation.NONE, true, 1)), 2, 2, output,
					Existing.REFUSED, Optional.empty(), CorrectionUse.USE));
		final int learned = result.runs().get(1).images();
		final long heldOut = result.runs().get(1).result().orElseThrow().figures()
			.n();
		assertEquals(learned + heldOut, seen.count());
		assertEquals(seen.count(), seen.different());
	}

	@Test
	void theTestSideIsNotJudgedBy() throws IOException {
		final MeasureLearningCurve.Result result = run(request(2, 1, 0.01, false));
		final int learned = result.runs().get(1).images();
		final long heldOut = result.runs().get(1).result().orElseThrow().figures()
			.n();
		assertTrue(60 - learned - heldOut >= 8, learned + " and " + heldOut +
			" of 60");
	}

	@Test
	void whatIsThereIsReplacedOnlyIfAskedFor() throws IOException {
		Files.createDirectories(output);
		Files.writeString(output.resolve("verdict.txt"), "mine");
		assertThrows(ExistingFile.class, () -> run(request(2, 1, 0.01, false)));
		run(request(2, 1, 0.01, true));
		assertFalse(Files.readString(output.resolve("verdict.txt")).contains(
			"mine"));
	}

	@Test
	void anotherRunIntoTheSameFolderIsRefused() throws IOException {
		try (OutputClaim claim = OutputClaim.of(output.resolve(
			"learning_curve.csv")))
		{
			assertTrue(assertThrows(UserFailure.class, () -> run(request(2, 1, 0.01,
				false))).getMessage().contains("Another run is writing"));
		}
	}

	@Test
	void aRunThatIsStoppedWritesNothing() {
		assertThrows(CanceledException.class, () -> run(request(2, 1, 0.01, false),
			StopsAt.line(line -> line.contains("Right on "), told)));
		assertFalse(Files.exists(output.resolve("learning_curve.csv")));
	}

	/** A user who presses Escape at the third training. */
	private Progress stopsInTheThird() {
		return new Progress() {

			private int finished;
			private boolean stop;

			@Override
			public void update(final double fraction, final String status) {
				stop |= finished == 2;
			}

			@Override
			public void message(final String line) {
				told.add(line);
				if (line.contains("Right on ")) finished++;
			}

			@Override
			public boolean isCanceled() {
				return stop;
			}
		};
	}

	private List<String> table() throws IOException {
		return Files.readAllLines(output.resolve("learning_curve.csv"));
	}

	@Test
	void aRunThatWasStoppedGoesOnToTheSameCurve() throws IOException {
		run(request(2, 2, 0.01, false));
		final List<String> whole = table();
		output = folder.resolve("again");
		assertThrows(CanceledException.class, () -> run(request(2, 2, 0.01,
			Existing.CONTINUED), stopsInTheThird()));
		assertTrue(told.contains("Stopped by the user: 2 of 4 trainings are " +
			"finished and kept; resume=true goes on with the others."), told
				.toString());
		assertTrue(assertThrows(UserFailure.class, () -> run(request(2, 2, 0.01,
			false))).getMessage().contains("Set resume=true"));
		assertTrue(assertThrows(UserFailure.class, () -> run(request(3, 2, 0.01,
			Existing.CONTINUED))).getMessage().contains(
				"Expected steps '2', found '3'"));
		told.clear();
		run(request(2, 2, 0.01, Existing.CONTINUED));
		assertTrue(told.contains("2 of 4 trainings were finished before."), told
			.toString());
		assertEquals(2, told.stream().filter(line -> line.contains("Right on "))
			.count(), told.toString());
		assertEquals(whole, table());
		assertFalse(Files.exists(output.resolve("learning_curve.csv.partial")));
	}

	@Test
	void aRunThatIsKilledInTheMiddleOfARowTrainsThatPartAgain()
		throws IOException
	{
		run(request(2, 2, 0.01, false));
		final List<String> whole = table();
		output = folder.resolve("again");
		assertThrows(CanceledException.class, () -> run(request(2, 2, 0.01, false),
			stopsInTheThird()));
		final Path partial = output.resolve("learning_curve.csv.partial");
		final String text = Files.readString(partial);
		Files.writeString(partial, text.substring(0, text.length() - 9));
		told.clear();
		run(request(2, 2, 0.01, Existing.CONTINUED));
		assertTrue(told.contains("1 of 4 trainings were finished before."), told
			.toString());
		assertEquals(whole, table());
	}

	@Test
	void aFinishedCurveIsNotReplacedByOneThatGoesOn() throws IOException {
		run(request(2, 1, 0.01, false));
		assertTrue(assertThrows(UserFailure.class, () -> run(request(2, 1, 0.01,
			Existing.CONTINUED))).getMessage().contains(
				"found one that is finished"));
	}

	@Test
	void fewImagesGiveFewerNumbers() throws IOException {
		images = TestImages.halves(folder.resolve("few"), 8, 1);
		final MeasureLearningCurve.Result result = run(request(6, 1, 0.01, false));
		assertTrue(result.runs().size() < 6);
		assertTrue(told.stream().anyMatch(line -> line.startsWith("Only " + result
			.runs().size() + " of 6 numbers of images are possible")), told
				.toString());
		assertEquals(6, result.runs().get(result.runs().size() - 1).step());
	}

	@Test
	void aLeakThatIsInsistedUponStandsBelowTheVerdict() throws IOException {
		final Path parent = folder.resolve("parent.zip");
		new TrainClassifier(CnnClassifier.tools(Progress.none()),
			new TrainingListener()
			{}, Progress.none()).run(new TrainClassifier.Request(images, Set.of(),
				SplitOptions.DEFAULT, PreprocessingOptions.NONE, PlanePolicy.EACH,
				StartChoice.SCRATCH, "tiny", new TrainingSettings(1, 8, 0.01,
					Augmentation.NONE, true, 1), LearnFrom.TRAINING, parent, false,
				Optional.empty()));
		final MeasureLearningCurve.Result result = run(
			new MeasureLearningCurve.Request(images, Set.of(), new SplitOptions(
				GroupingRule.parse("auto"), true, Optional.empty()), PlanePolicy.EACH,
				new Recipe(PreprocessingOptions.NONE, StartChoice.parse(parent
					.toString()).with(Unfreeze.HEAD), NetworkChoice.DEFAULT,
					new TrainingSettings(1, 4, 0.01, Augmentation.NONE, true, 1)), 2, 1,
				output, Existing.REFUSED, Optional.empty(), CorrectionUse.USE));
		assertFalse(result.leak().isEmpty());
		final List<String> verdict = Files.readAllLines(output.resolve(
			"verdict.txt"));
		assertEquals("Warning: " + result.leak(), verdict.get(verdict.size() - 1));
	}

	@Test
	void withoutALeakNothingStandsBelowTheVerdict() throws IOException {
		run(request(2, 1, 0.01, false));
		assertFalse(Files.readString(output.resolve("verdict.txt")).contains(
			"Warning"));
	}
}
