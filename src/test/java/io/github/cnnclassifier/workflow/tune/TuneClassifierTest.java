
package io.github.cnnclassifier.workflow.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.StopsAt;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.tuning.Budget;
import io.github.cnnclassifier.tuning.Objective;
import io.github.cnnclassifier.tuning.StrategyKind;
import io.github.cnnclassifier.tuning.Study;
import io.github.cnnclassifier.tuning.TuningListener;
import io.github.cnnclassifier.workflow.train.GroupQuestion;
import io.github.cnnclassifier.workflow.train.GroupQuestion.Answer;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.ValidatedTraining;

/** Studies of one trial, the default, on images of six animals. */
class TuneClassifierTest {

	@TempDir
	private Path folder;

	private final List<String> told = new ArrayList<>();
	private Path images;
	private Path model;
	private String stopAt = "nothing";
	private int asked;

	@BeforeEach
	void prepare() throws IOException {
		images = folder.resolve("images");
		model = folder.resolve("model.zip");
		for (int half = 0; half < 2; half++)
			for (int i = 0; i < 24; i++)
				TestImages.png(images.resolve(half == 0 ? "left" : "right").resolve(
					"mouse%d_%02d.png".formatted(1 + i % 6, i)), TestImages.half(half,
						100 * half + i));
	}

	private TuneClassifier.Request request(final String groups,
		final Map<String, String> fixed, final boolean resume,
		final boolean overwrite)
	{
		return new TuneClassifier.Request(new ValidatedTraining.Images(images, Set
			.of(), new SplitOptions(GroupingRule.parse(groups), false, Optional
				.empty()), PlanePolicy.EACH, 1, Optional.of(model), Optional.empty()),
			keys -> new Recipe(PreprocessingOptions.NONE, StartChoice.SCRATCH,
				NetworkChoice.of("tiny"), new TrainingSettings(3, 8, 0.01,
					Augmentation.NONE, false, 1)), fixed, new Study.Search(TunedKeys
						.space("learningRate: 0.001, 0.01"), StrategyKind.GRID,
						Objective.ACCURACY, 1), new Budget(0, 1), folder.resolve("study"),
			resume, overwrite, keys -> List.of("train " + keys));
	}

	private TuneClassifier.Result tune(final TuneClassifier.Request request,
		final Answer answer) throws IOException
	{
		final GroupQuestion question = guess -> {
			asked++;
			return answer;
		};
		return new TuneClassifier(CnnClassifier.tools(Progress.none()),
			new TuningListener()
			{}, new TrainingListener() {}, question, StopsAt.line(line -> line
				.startsWith(stopAt), told)).run(request);
	}

	private String groupsOfModel() {
		return ModelArchive.describe(model).training().dataset().grouping().rule();
	}

	@Test
	void groupsThatWereRefusedAreNotAskedForAgainAndStayRefused()
		throws IOException
	{
		final TuneClassifier.Result result = tune(request("auto", Map.of(), false,
			false), Answer.SEPARATE);
		assertEquals(1, asked);
		assertEquals("none", groupsOfModel());
		assertEquals(List.of("train {groups=none}"), result.lines());
		// as the line of the recorder says it afterwards
		Files.delete(model);
		final TuneClassifier.Result again = tune(request("none", Map.of("groups",
			"none"), true, false), Answer.CANCEL);
		assertEquals(result.trials(), again.trials());
		assertEquals(1, asked);
	}

	@Test
	void toGoOnWithoutAStudyReplacesNothing() throws IOException {
		final Path verdict = folder.resolve("study/verdict.txt");
		Files.createDirectories(verdict.getParent());
		Files.writeString(verdict, "of a learning curve");
		assertThrows(ExistingFile.class, () -> tune(request("none", Map.of(), true,
			false), Answer.CANCEL));
		assertEquals("of a learning curve", Files.readString(verdict));
	}

	@Test
	void groupsThatWereUsedAreThoseOfTheModel() throws IOException {
		final TuneClassifier.Result result = tune(request("auto", Map.of(), false,
			false), Answer.USE);
		assertEquals(1, asked);
		assertEquals("animal", groupsOfModel());
		assertEquals(List.of("train {}"), result.lines());
		Files.delete(model);
		assertTrue(assertThrows(UserFailure.class, () -> tune(request("none", Map
			.of("groups", "none"), true, false), Answer.CANCEL)).getMessage()
			.contains("expected groups 'animal', found 'none'"));
	}

	@Test
	void aFileWithOtherContentsMakesItAnotherStudy() throws IOException {
		final Path file = Files.writeString(folder.resolve("mine.yaml"),
			"one: 1\n");
		final Map<String, String> fixed = Map.of("augmentation", file.toString());
		tune(request("none", fixed, false, false), Answer.CANCEL);
		Files.delete(model);
		tune(request("none", fixed, true, false), Answer.CANCEL);
		Files.delete(model);
		Files.writeString(file, "one: 2\n");
		final String message = assertThrows(UserFailure.class, () -> tune(request(
			"none", fixed, true, false), Answer.CANCEL)).getMessage();
		assertTrue(message.contains("expected file " + file + " '"), message);
	}

	@Test
	void anInterruptedTrainingOfTheWinnerGoesOn() throws IOException {
		stopAt = "epoch 1:";
		tune(request("none", Map.of(), false, false), Answer.CANCEL);
		assertEquals(1, ModelArchive.describe(model).training().epochs());
		assertTrue(Files.exists(ResumeFile.of(model)));
		stopAt = "nothing";
		told.clear();
		// before anything is read, and whether or not there is a model already
		for (final boolean isThere : List.of(true, false)) {
			if (!isThere) Files.delete(model);
			assertThrows(ExistingFile.class, () -> tune(request("none", Map.of(),
				false, false), Answer.CANCEL));
			assertEquals(List.of(), told);
		}
		tune(request("none", Map.of(), true, false), Answer.CANCEL);
		assertTrue(told.stream().anyMatch(line -> line.startsWith(
			"Going on with the training of '")), told.toString());
		assertEquals(3, ModelArchive.describe(model).training().history().size());
		assertFalse(Files.exists(ResumeFile.of(model)));
	}

	@Test
	void anInterruptedTrainingOfSomethingElseIsNotTakenForThatOfTheWinner()
		throws IOException
	{
		stopAt = "epoch 1:";
		tune(request("none", Map.of(), false, false), Answer.CANCEL);
		stopAt = "nothing";
		final Path study = folder.resolve("study");
		Files.move(study, folder.resolve("former"));
		final String message = assertThrows(ExistingFile.class, () -> tune(request(
			"animal", Map.of(), true, false), Answer.CANCEL)).getMessage();
		assertTrue(message.contains("is not one with the default settings"),
			message);
		tune(request("animal", Map.of(), true, true), Answer.CANCEL);
		assertEquals("animal", groupsOfModel());
	}
}
