
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.failure.WrongUsage;

/** What is decided about a run by numbers alone. */
class SettingsTest {

	private static final LearningRateSchedule COSINE =
		LearningRateSchedule.Cosine.DEFAULT;

	private static TrainingSettings settings(final int epochs,
		final int batchSize, final double learningRate)
	{
		return new TrainingSettings(epochs, batchSize, learningRate,
			Augmentation.NONE, false, 1);
	}

	private static TrainingSettings resolved(final int epochs,
		final int batchSize, final int images)
	{
		return settings(epochs, batchSize, 0.01).resolved(images);
	}

	/** By hand: 5 warm-up steps, then 0.01 + 0.99 * (1 + cos(pi * share)) / 2. */
	@ParameterizedTest
	@CsvSource({ "0,0.2", "1,0.4", "3,0.8", "4,1", "99,0.01", "1000,0.01" })
	void theLearningRateWarmsUpAndFalls(final long step, final double rate) {
		assertEquals(rate, COSINE.rate(step, 100, 1), 1e-12);
	}

	@Test
	void theLearningRateIsInTheMiddleHalfWayDown() {
		// 101 steps: warm-up 5.05, step + 1 = 53.025 would be half way
		assertTrue(COSINE.rate(51, 101, 2) > 2 * 0.505 && COSINE.rate(53, 101,
			2) < 2 * 0.505);
		for (long step = 5; step < 100; step++)
			assertTrue(COSINE.rate(step, 101, 2) > COSINE.rate(step + 1, 101, 2));
	}

	@Test
	void aRunOfOneStepUsesTheHighestRate() {
		assertEquals(0.5, COSINE.rate(0, 1, 0.5), 1e-12);
	}

	/** Losses, patience, epoch after which it stops (0: never), best epoch. */
	@ParameterizedTest
	@CsvSource({ "3 2 1, 1, 0, 3", "1 2, 1, 2, 1", "1 2, 2, 0, 1", "3 3, 1, 2, 1",
		"3 4 2 5 6, 2, 5, 3", "3 4 5 2, 2, 3, 1" })
	void waitingEndsWithThePatience(final String losses, final int patience,
		final int stop, final int best)
	{
		final EarlyStopping stopping = new EarlyStopping(patience);
		int stopped = 0;
		int epoch = 0;
		for (final String loss : losses.split(" ")) {
			epoch++;
			stopping.isBetter(epoch, Double.parseDouble(loss));
			if (stopping.shouldStop() && stopped == 0) stopped = epoch;
			if (stopped > 0) break;
		}
		assertEquals(stop, stopped);
		assertEquals(best, stopping.bestEpoch());
	}

	@Test
	void classesCountAlikeUpToThreeTimes() {
		final ClassWeights weights = ClassWeights.of(ClassBalance.AUTO, List.of("a",
			"b"), new int[] { 30, 10 });
		assertTrue(weights.areEqual());
		assertArrayEquals(new float[] { 1, 1 }, weights.perClass());
	}

	/**
	 * scikit-learn 1.2.1: compute_class_weight("balanced") of 31, 10 and 20
	 * images.
	 */
	@Test
	void rareClassesWeighMoreBeyondThreeTimesAndItIsSaid() {
		final ClassWeights weights = ClassWeights.of(ClassBalance.AUTO, List.of("a",
			"b", "c"), new int[] { 31, 10, 20 });
		assertFalse(weights.areEqual());
		assertArrayEquals(new float[] { 0.655914f, 2.033333f, 1.016667f }, weights
			.perClass(), 1e-6f);
		final String statement = weights.statement().orElseThrow();
		assertTrue(statement.contains("a (31 images) x0.66") && statement.contains(
			"b (10 images) x2.03"), statement);
	}

	@Test
	void noImageWeighsMoreThanFive() {
		final ClassWeights weights = ClassWeights.of(ClassBalance.AUTO, List.of("a",
			"b"), new int[] { 600, 6 });
		assertArrayEquals(new float[] { 0.505f, 5 }, weights.perClass(), 1e-6f);
		assertTrue(weights.statement().orElseThrow().contains("b (6 images) x5.00"),
			weights.statement().toString());
	}

	@Test
	void weightsThatAreAskedForComeHoweverLittleClassesDiffer() {
		final ClassWeights weights = ClassWeights.of(ClassBalance.WEIGHTS, List.of(
			"a", "b"), new int[] { 30, 10 });
		assertArrayEquals(new float[] { 2 / 3f, 2 }, weights.perClass(), 1e-6f);
		assertEquals("The loss weighs the classes: a (30 images) x0.67, " +
			"b (10 images) x2.00.", weights.statement().orElseThrow());
	}

	@Test
	void withoutABalanceAllImagesCountAlikeAndItIsSaidWhereThatIsBold() {
		final ClassWeights bold = ClassWeights.of(ClassBalance.NONE, List.of("a",
			"b"), new int[] { 600, 6 });
		assertTrue(bold.areEqual());
		assertTrue(bold.statement().orElseThrow().endsWith(
			"nothing is done about it."));
		assertTrue(ClassWeights.of(ClassBalance.NONE, List.of("a", "b"), new int[] {
			3, 1 }).statement().isEmpty());
	}

	@Test
	void balancedBatchesNeedNoWeightsAndAreSaid() {
		final ClassWeights sampled = ClassWeights.of(ClassBalance.SAMPLING, List.of(
			"a", "b"), new int[] { 600, 6 });
		assertTrue(sampled.areEqual());
		assertTrue(sampled.statement().orElseThrow().startsWith("Every batch"));
		assertEquals(ClassBalance.WEIGHTS, ClassBalance.SAMPLING.withoutBatches());
		assertEquals(ClassBalance.NONE, ClassBalance.NONE.withoutBatches());
	}

	@ParameterizedTest
	@CsvSource({ "60000,6", "20000,15", "100,60", "1,60" })
	void fewImagesArePassedMoreOften(final int images, final int epochs) {
		assertEquals(epochs, resolved(0, 0, images).epochs());
	}

	@Test
	void fewImagesMakeSmallBatches() {
		int before = 8;
		for (int images = 1; images < 100_000; images += 7) {
			final int batch = resolved(0, 0, images).batchSize();
			assertTrue(batch >= before && batch <= 64 && Integer.bitCount(batch) == 1,
				images + " images: " + batch);
			before = batch;
		}
		assertEquals(8, resolved(0, 0, 1).batchSize());
		assertEquals(64, resolved(0, 0, 60_000).batchSize());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10, 60 })
	void aRunGoesToItsEndIfNobodyAsksForPatience(final int epochs) {
		assertEquals(epochs, resolved(epochs, 0, 100).patienceEpochs());
	}

	@Test
	void settingsWhoseAugmentationIsOpenAreNotComplete() {
		final TrainingSettings open = resolved(5, 8, 100).augmentedBy(
			Augmentation.AUTO);
		assertFalse(open.isComplete());
		assertTrue(open.augmentedBy(Augmentation.LIGHT).isComplete());
	}

	@Test
	void aRunOfAnotherLengthGoesToItsEndToo() {
		final TrainingSettings longer = resolved(5, 8, 100);
		assertEquals(new TrainingSettings(3, 8, 0.01,
			TrainingSettings.DEFAULT_OPTIMIZER, COSINE, 3, Augmentation.NONE, false,
			1), longer.forEpochs(3));
	}

	@Test
	void whatWasChosenStaysAsItIs() {
		final TrainingSettings chosen = new TrainingSettings(7, 11, 0.5, new AdamW(
			0.1, 0.8, 0.99, 1e-7), new LearningRateSchedule.Cosine(0.1, 0.2), 3,
			Augmentation.STRONG, true, 5);
		assertTrue(chosen.isComplete());
		assertEquals(chosen, chosen.resolved(100_000));
	}

	@Test
	void onlyWhatIsAutomaticIsChosenAndThenNothingIsLeft() {
		final TrainingSettings open = settings(0, 48, 0.01);
		assertFalse(open.isComplete());
		assertEquals(new TrainingSettings(60, 48, 0.01,
			TrainingSettings.DEFAULT_OPTIMIZER, COSINE, 60, Augmentation.NONE, false,
			1), open.resolved(100));
		assertTrue(open.resolved(100).isComplete());
	}

	@ParameterizedTest
	@CsvSource({ "-1,4,0.01,epochs", "10001,4,0.01,epochs", "1,-1,0.01,batchSize",
		"1,4097,0.01,batchSize", "1,4,0,learningRate", "1,4,1.01,learningRate",
		"1,4,NaN,learningRate" })
	void numbersOutOfTheirRangeAreWrongUsage(final int epochs,
		final int batchSize, final double learningRate, final String named)
	{
		final String message = assertThrows(WrongUsage.class, () -> settings(epochs,
			batchSize, learningRate)).getMessage();
		assertTrue(message.startsWith("Expected " + named), message);
	}

	@Test
	void aScheduleThatNeverRisesOrEndsAtNothingIsImpossible() {
		assertThrows(IllegalArgumentException.class,
			() -> new LearningRateSchedule.Cosine(1, 0.1));
		assertThrows(IllegalArgumentException.class,
			() -> new LearningRateSchedule.Cosine(0.1, 0));
	}
}
