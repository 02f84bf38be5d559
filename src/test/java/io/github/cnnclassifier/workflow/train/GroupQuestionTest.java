
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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.train.GroupQuestion.Answer;

/** Somebody is shown the guessed groups and answers. */
class GroupQuestionTest {

	@TempDir
	private Path folder;

	private final List<GuessedGroups> asked = new ArrayList<>();
	private Path images;
	private Path model;

	@BeforeEach
	void prepare() throws IOException {
		images = folder.resolve("images");
		model = folder.resolve("model.zip");
		for (int half = 0; half < 2; half++) {
			for (int i = 0; i < 24; i++) {
				TestImages.png(images.resolve(half == 0 ? "left" : "right").resolve(
					i == 23 ? "other.png" : "mouse%d_%02d.png".formatted(1 + i % 6, i)),
					TestImages.half(half, 100 * half + i));
			}
		}
	}

	private String train(final String groups, final Answer answer)
		throws IOException
	{
		new TrainClassifier(CnnClassifier.tools(Progress.none()),
			new TrainingListener()
			{}, guess -> {
				asked.add(guess);
				return answer;
			}, Progress.none()).run(new TrainClassifier.Request(images, Set.of(),
				new SplitOptions(GroupingRule.parse(groups), false, Optional.empty()),
				PreprocessingOptions.NONE, PlanePolicy.EACH, StartChoice.AUTO, "tiny",
				new TrainingSettings(1, 4, 0.01, Augmentation.NONE, false, 1),
				LearnFrom.TRAINING, model, true, Optional.empty()));
		return ModelArchive.describe(model).training().dataset().grouping().rule();
	}

	@Test
	void theGuessIsShownWithItsConsequences() throws IOException {
		assertEquals("animal", train("auto", Answer.USE));
		assertEquals(1, asked.size());
		final GuessedGroups guess = asked.get(0);
		assertEquals("animal or patient", guess.kind());
		assertEquals("left/mouse1_00.png belongs to mouse1", guess.image() +
			" belongs to " + guess.group());
		assertEquals(6, guess.groups());
		assertEquals(2, guess.alone());
		assertEquals(4, guess.table().size());
		assertTrue(guess.table().get(0).matches(
			"class +training +validation +test"), guess.table().get(0));
		assertTrue(guess.table().get(1).matches("left +\\d+ in \\d groups .*"),
			guess.table().get(1));
	}

	@Test
	void anImageByItselfIsWhatGroupsNoneSays() throws IOException {
		assertEquals("none", train("auto", Answer.SEPARATE));
		final var separate = ModelArchive.describe(model).training().dataset()
			.split();
		assertEquals("none", train("none", Answer.CANCEL));
		assertEquals(ModelArchive.describe(model).training().dataset().split(),
			separate);
		assertEquals(1, asked.size(), "what was said is not asked again");
	}

	@Test
	void cancelWritesNothing() {
		assertThrows(CanceledException.class, () -> train("auto", Answer.CANCEL));
		assertFalse(Files.exists(model));
	}

	@Test
	void groupsThatWereNamedAreNoQuestion() throws IOException {
		train("(mouse[0-9]|other)", Answer.CANCEL);
		TestImages.halves(folder.resolve("plain"), 20, 1);
		images = folder.resolve("plain");
		train("auto", Answer.CANCEL);
		assertEquals(List.of(), asked);
	}
}
