
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.RequestedPixelSize;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.model.Adjustments;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.training.ConfidenceWish;
import io.github.cnnclassifier.training.LoopKeys;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.ui.train.TrainingWish;
import io.github.cnnclassifier.workflow.train.LearnFrom;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.train.RequestKeys;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.TrainClassifier;
import io.github.cnnclassifier.workflow.train.Unfreeze;

/** The keys of a training that was resumed ask for the very same one. */
class RequestKeysTest {

	private static final Path IMAGES = Path.of("my cells").toAbsolutePath();

	private static TrainClassifier.Request request(final StartChoice start,
		final PreprocessingOptions input, final TrainingSettings settings)
	{
		return new TrainClassifier.Request(IMAGES, Set.of("a,b"), new SplitOptions(
			GroupingRule.parse("well"), true, Optional.empty()), input,
			PlanePolicy.MAXIMUM, start, new NetworkChoice("tiny", new Adjustments(5,
				12, 2, 0.25)), settings, LearnFrom.parse("all"), Path.of("m.zip"), true,
			Optional.of(Path.of("cache").toAbsolutePath()), CorrectionUse.IGNORE,
			Optional.of(Path.of("report")));
	}

	private static TrainingSettings settings(final LoopKeys loop,
		final Augmentation augmentation)
	{
		return loop.applyTo(new TrainingSettings(7, 16, 0.01, augmentation, true,
			42)).withConfidence(new ConfidenceWish(false, 0.95));
	}

	/** What the command would make of the keys. */
	private static Recipe recipe(final RequestKeys keys) {
		final Map<String, String> known = new HashMap<>(keys.values());
		known.keySet().retainAll(TrainingKeys.names());
		return new TrainingKeys(new TrainCommand()).with(known);
	}

	private static void assertSame(final TrainClassifier.Request request) {
		final RequestKeys keys = RequestKeys.of(request);
		assertEquals(new Recipe(request.input(), request.start(), request.network(),
			request.training()), recipe(keys));
		assertEquals("", keys.remark());
	}

	@Test
	void everySettingIsThere() {
		assertSame(request(StartChoice.SCRATCH.with(Unfreeze.parse("head")),
			new PreprocessingOptions(32, 48, ChannelRule.parse("1,3"), null,
				ResizeRule.NONE, RequestedPixelSize.parse("0.5um"), Normalization.parse(
					"percentile:1-99")), settings(new LoopKeys("sgd", "0.8", "0.001",
						"step", 0.1, 0.2, "sampling", "macro-f1", 3), Augmentation.PRESETS
							.get(2))));
	}

	@Test
	void whatWasLeftToBeChosenStaysSo() {
		final TrainingSettings plain = new TrainingSettings(0, 0,
			TrainingSettings.DEFAULT_LEARNING_RATE, Augmentation.AUTO, false, 1);
		final TrainClassifier.Request request = request(StartChoice.AUTO,
			PreprocessingOptions.NONE, plain);
		assertSame(request);
		final Map<String, String> keys = RequestKeys.of(request).values();
		for (final String automatic : List.of("weightDecay", "range", "channels",
			"augmentation", "start"))
			assertEquals("auto", keys.get(automatic), automatic);
	}

	@Test
	void imagesClassesAndGroupsAreThereButNeitherModelNorReport() {
		final Map<String, String> keys = RequestKeys.of(request(StartChoice.AUTO,
			PreprocessingOptions.NONE, settings(LoopKeys.DEFAULT, Augmentation.AUTO)))
			.values();
		assertEquals(IMAGES.toString(), keys.get("images"));
		assertEquals("a\\,b", keys.get("exclude"));
		assertEquals("well", keys.get("groups"));
		assertEquals("true", keys.get("allowLeak"));
		assertEquals("all", keys.get("learnFrom"));
		assertEquals("ignore", keys.get("corrections"));
		assertEquals("maximum", keys.get("planes"));
		assertTrue(!keys.containsKey("model") && !keys.containsKey("report"));
	}

	@Test
	void whoTrainsAgainKeepsTheSidesAndTheFormerModel() {
		final TrainingWish again = ResumeCommand.again(request(StartChoice.AUTO,
			PreprocessingOptions.NONE, settings(LoopKeys.DEFAULT,
				Augmentation.AUTO)));
		assertTrue(again.whole());
		assertEquals(Path.of("m.zip").toAbsolutePath().toString(), again.values()
			.get("splitFrom"));
		assertEquals(Path.of("m 2.zip").toAbsolutePath().toString(), again.values()
			.get("model"));
	}

	@Test
	void aRunThatWasMadeLongerGoesToItsEnd() {
		final Map<String, String> keys = RequestKeys.of(request(StartChoice.AUTO,
			PreprocessingOptions.NONE, settings(LoopKeys.DEFAULT, Augmentation.AUTO)
				.forEpochs(30))).values();
		assertEquals("30", keys.get("epochs"));
		assertEquals("0", keys.get("patience"));
	}

	@Test
	void randomChangesOfAFileMustBeChosenAgain() {
		final Augmentation own = new Augmentation("mine.yaml", Augmentation.PRESETS
			.get(2).amounts());
		final RequestKeys keys = RequestKeys.of(request(StartChoice.AUTO,
			PreprocessingOptions.NONE, settings(LoopKeys.DEFAULT, own)));
		assertTrue(keys.remark().contains("'mine.yaml'"), keys.remark());
		assertEquals(null, keys.values().get("augmentation"));
	}
}
