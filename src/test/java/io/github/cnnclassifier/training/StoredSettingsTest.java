
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.augment.Change;
import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.engine.Optimizer.Adam;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.Optimizer.RmsProp;
import io.github.cnnclassifier.engine.Optimizer.Sgd;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.training.LearningRateSchedule.Constant;
import io.github.cnnclassifier.training.LearningRateSchedule.Cosine;
import io.github.cnnclassifier.training.LearningRateSchedule.OneCycle;
import io.github.cnnclassifier.training.LearningRateSchedule.Step;

/** Settings are written to model files and read again. */
class StoredSettingsTest {

	private static final Path ARCHIVES = Path.of("src/test/resources/archives");

	private static TrainingSettings with(final Augmentation augmentation) {
		return new TrainingSettings(2, 16, 0.002, augmentation, true, 1);
	}

	private static TrainingSettings again(final TrainingSettings settings) {
		return TrainingSettings.read(settings.entries(), settings.seed());
	}

	/** Names and forms that are in model files, and so permanent. */
	@Test
	void theNamesAndFormsAreThoseOfModelFiles() {
		final Map<String, String> expected = new LinkedHashMap<>();
		expected.put("epochs", "2");
		expected.put("batchSize", "16");
		expected.put("learningRate", "0.002");
		expected.put("weightDecay", "0.01");
		expected.put("patienceEpochs", "2");
		expected.put("augmentation", "light");
		expected.put("augmentation.rotationDegrees", "10");
		expected.put("augmentation.shiftFraction", "0.08");
		expected.put("augmentation.scaleFraction", "0.1");
		expected.put("exact", "true");
		expected.put("optimizer", "adamw");
		expected.put("optimizer.meanDecay", "0.9");
		expected.put("optimizer.squareDecay", "0.999");
		expected.put("optimizer.epsilon", "1.0E-8");
		expected.put("schedule", "cosine");
		expected.put("schedule.warmUpShare", "0.05");
		expected.put("schedule.lowestShare", "0.01");
		expected.put("labelSmoothing", "0.0");
		expected.put("mixup", "0.0");
		expected.put("classBalance", "auto");
		expected.put("bestBy", "loss");
		assertEquals(List.copyOf(expected.entrySet()), List.copyOf(with(
			Augmentation.LIGHT).resolved(800).entries().entrySet()));
	}

	@Test
	void whatWasWrittenIsReadBackEqual() {
		final SplittableRandom random = new SeedTree(1).random();
		for (int i = 0; i < 1000; i++) {
			final TrainingSettings settings = any(random);
			assertEquals(settings, again(settings));
		}
	}

	private static TrainingSettings any(final SplittableRandom random) {
		Augmentation augmentation = new Augmentation("mine.yaml", Map.of());
		for (final Change change : Change.values()) {
			if (random.nextBoolean()) augmentation = augmentation.with(change, change
				.isSwitch() ? 1 : change == Change.PHOTONS ? random.nextInt(1, 1000)
					: random.nextDouble(0.2));
		}
		return new TrainingSettings(random.nextInt(10_001), random.nextInt(4097),
			1 - random.nextDouble(), optimizer(random), schedule(random), random
				.nextInt(100), augmentation, new SoftLabels(random.nextDouble(), random
					.nextDouble()), any(ClassBalance.values(), random), any(BestBy
						.values(), random), random.nextBoolean(), random.nextLong());
	}

	private static Optimizer optimizer(final SplittableRandom random) {
		return any(new Optimizer[] { new AdamW(random.nextDouble(), random
			.nextDouble(), random.nextDouble(), random.nextDouble(1e-9, 1)), new Adam(
				random.nextDouble(), random.nextDouble(), random.nextDouble(), random
					.nextDouble(1e-9, 1)), new Sgd(random.nextDouble(), random
						.nextDouble()), new RmsProp(random.nextDouble(), random
							.nextDouble(), random.nextDouble(1e-9, 1)) }, random);
	}

	private static LearningRateSchedule schedule(final SplittableRandom random) {
		return any(new LearningRateSchedule[] { new Cosine(random.nextDouble(), 1 -
			random.nextDouble()), new Constant(), new Step(random.nextInt(1, 9), 1 -
				random.nextDouble()), new OneCycle(random.nextDouble(), 1 - random
					.nextDouble(), 1 - random.nextDouble()) }, random);
	}

	private static <T> T any(final T[] all, final SplittableRandom random) {
		return all[random.nextInt(all.length)];
	}

	@Test
	void thePresetsAreReadBackEqual() {
		for (final Augmentation preset : Augmentation.PRESETS)
			assertEquals(with(preset), again(with(preset)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "v1.zip", "v2.zip", "v3.zip" })
	void settingsOfModelFilesOfEveryVersionAreRead(final String file)
		throws IOException
	{
		final TrainingRecord stored = ModelArchive.describe(ARCHIVES.resolve(file))
			.training();
		final TrainingSettings settings = TrainingSettings.read(stored.settings(),
			stored.seed());
		assertEquals(64, settings.batchSize());
		assertEquals("flips", settings.augmentation().name());
		assertEquals(Long.MIN_VALUE, settings.seed());
		assertFalse(settings.isComplete(), "these files do not tell the epochs");
		assertTrue(settings.entries().entrySet().containsAll(stored.settings()
			.entrySet()), settings.entries().toString());
		assertEquals(settings, again(settings));
	}

	/** Models were shipped with nothing but the name of a preset. */
	@Test
	void aPresetWithoutNumbersIsThatPreset() {
		final TrainingSettings settings = TrainingSettings.read(Map.of("epochs",
			"6", "batchSize", "64", "learningRate", "0.002", "weightDecay", "0.01",
			"patienceEpochs", "5", "augmentation", "light", "exact", "false"), 1);
		assertEquals(new TrainingSettings(6, 64, 0.002,
			TrainingSettings.DEFAULT_OPTIMIZER, LearningRateSchedule.Cosine.DEFAULT,
			5, Augmentation.LIGHT, false, 1), settings);
	}

	@Test
	void whatElseStandsInTheFileIsNoSetting() {
		final Map<String, String> entries = new LinkedHashMap<>();
		entries.put("training", "stopped at epoch 1 of 2");
		entries.putAll(with(Augmentation.NONE).entries());
		entries.put("exclude", "background");
		assertEquals(with(Augmentation.NONE), TrainingSettings.read(entries, 1));
	}

	@ParameterizedTest
	@CsvSource({ "epochs,many", "epochs,-1", "batchSize,1e99", "learningRate,2",
		"learningRate,fast", "weightDecay,-1", "patienceEpochs,1.5", "exact,yes",
		"augmentation.rotationDegrees,400", "augmentation.rotationDegrees,NaN",
		"augmentation.flipVertical,1", "augmentation.sparkle,1", "optimizer,lion",
		"optimizer.meanDecay,1", "schedule,steps", "schedule.lowestShare,0",
		"labelSmoothing,1", "mixup,-1", "classBalance,much", "bestBy,luck" })
	void whatCannotBeUnderstoodIsAnErrorThatNamesIt(final String name,
		final String value)
	{
		final Map<String, String> entries = new LinkedHashMap<>(with(
			Augmentation.LIGHT).entries());
		entries.put(name, value);
		final UserFailure failure = assertThrows(UserFailure.class,
			() -> TrainingSettings.read(entries, 1));
		assertFalse(failure instanceof WrongUsage, "nobody asked for it");
		assertTrue(failure.getMessage().contains(name.substring(name.indexOf('.') +
			1)), failure.getMessage());
	}
}
