
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

/** The loop, with a network that learns nothing. Three steps are an epoch. */
class TrainerTest {

	private static final int STEPS_PER_EPOCH = 3;

	/** Probability of the true class; the higher, the lower the loss. */
	private static final double[] GOOD_AT_EPOCH = { 0, 0.5, 0.7, 0.6, 0.9, 0.8,
		0.8 };

	private static final TrainingSettings SIX_EPOCHS = new TrainingSettings(6, 4,
		0.01, new AdamW(0), LearningRateSchedule.Cosine.DEFAULT, 10,
		Augmentation.NONE, false, 1);

	private final List<Float> saved = new ArrayList<>();
	private final List<Integer> savedHistory = new ArrayList<>();
	private final List<String> events = new ArrayList<>();
	private final List<String> said = new ArrayList<>();

	private TrainingResult train(final FakeNetwork network, final int epochs,
		final int patience, final BooleanSupplier canceled) throws IOException
	{
		return train(network, allLeft(), epochs, patience, canceled);
	}

	private TrainingResult train(final FakeNetwork network,
		final SplitImages images, final int epochs, final int patience,
		final BooleanSupplier canceled) throws IOException
	{
		return train(network, images, new TrainingSettings(epochs, 4, 0.01,
			new AdamW(0), LearningRateSchedule.Cosine.DEFAULT, patience,
			Augmentation.NONE, false, 1), canceled);
	}

	private TrainingResult train(final FakeNetwork network,
		final SplitImages images, final TrainingSettings settings,
		final BooleanSupplier canceled) throws IOException
	{
		final CheckpointStore store = (weights, history) -> {
			saved.add(FakeNetwork.value(weights));
			savedHistory.add(history.get(history.size() - 1).epoch());
			events.add("saved");
		};
		final TrainingListener listener = new TrainingListener() {

			@Override
			public void onEpoch(final EpochFigures figures, final boolean best) {
				events.add("epoch " + figures.epoch() + (best ? " best" : ""));
			}
		};
		return new Trainer(network, new InputShape(1, 2, 2), settings, store,
			states(), listener, new Watched(canceled, said)).train(images.training(),
				images.validation(), new ClassWeights(new float[] { 1, 1 }, Optional
					.empty()));
	}

	private static StateKeeper states() {
		return new StateKeeper(StateStore.NONE, Progress.none());
	}

	/**
	 * 12 training images; so many validation images that the best epoch shows.
	 */
	private static SplitImages allLeft() {
		return MemoryImages.validatedByLeft(12, 200);
	}

	/** One less. */
	private static SplitImages tooFewToChoose() {
		return MemoryImages.validatedByLeft(12, 199);
	}

	private static List<Float> meansAfter(final int... steps) {
		return Arrays.stream(steps).mapToObj(FakeNetwork::mean).toList();
	}

	private static FakeNetwork network(final double... goodAtEpoch) {
		return new FakeNetwork(step -> 1.0 / step, steps -> goodAtEpoch[steps /
			STEPS_PER_EPOCH]);
	}

	@Test
	void onlyBetterEpochsAreSavedAndTheBestIsRestored() throws IOException {
		final FakeNetwork network = network(GOOD_AT_EPOCH);
		final TrainingResult result = train(network, 6, 10, () -> false);
		assertEquals(StopReason.COMPLETED, result.stopReason());
		assertEquals(new KeptEpoch(4, "the best one on 200 validation images"),
			result.kept());
		assertEquals(List.of(1, 2, 4), savedHistory);
		assertEquals(meansAfter(3, 6, 12), saved);
		assertEquals(FakeNetwork.mean(12), FakeNetwork.value(network.weights()),
			1e-4f);
		assertEquals(6, result.history().size());
		assertEquals(-Math.log(0.9), result.history().get(3).validationLoss(),
			1e-6);
		assertEquals((1 / 4.0 + 1 / 5.0 + 1 / 6.0) / 3, result.history().get(1)
			.trainingLoss(), 1e-12);
	}

	@Test
	void fewValidationImagesDoNotChooseTheEpoch() throws IOException {
		final FakeNetwork network = network(GOOD_AT_EPOCH);
		final TrainingResult result = train(network, tooFewToChoose(), 6, 10,
			() -> false);
		assertEquals(new KeptEpoch(6, "the last one: 199 validation images are " +
			"too few to choose between epochs"), result.kept());
		assertEquals(FakeNetwork.mean(18), FakeNetwork.value(network.weights()),
			1e-4f);
		assertEquals(List.of(1, 2, 4), savedHistory,
			"who kills the run finds the best so far");
	}

	@Test
	void aStoppedRunKeepsTheBestSoFarHoweverFewValidate() throws IOException {
		final FakeNetwork network = network(GOOD_AT_EPOCH);
		final TrainingResult result = train(network, tooFewToChoose(), 6, 10,
			() -> network.learningRates.size() >= 3 * STEPS_PER_EPOCH + 1);
		assertEquals(new KeptEpoch(2, "the best one so far"), result.kept());
		assertEquals(FakeNetwork.mean(6), FakeNetwork.value(network.weights()),
			1e-4f);
	}

	@Test
	void withoutValidationTheLastEpochIsKeptAndNothingSaved() throws IOException {
		final FakeNetwork network = network(GOOD_AT_EPOCH);
		final SplitImages images = allLeft();
		final TrainingSettings settings = new TrainingSettings(4, 4, 0.01,
			Augmentation.NONE, false, 1).resolved(12);
		final TrainingResult result = new Trainer(network, new InputShape(1, 2, 2),
			settings, (weights, history) -> fail("saved"), states(),
			new TrainingListener()
			{}, Progress.none()).train(images.training(), images.noValidation(),
				new ClassWeights(new float[] { 1, 1 }, Optional.empty()));
		assertEquals(StopReason.COMPLETED, result.stopReason());
		assertEquals(new KeptEpoch(4, "the last one"), result.kept());
		assertEquals(Double.NaN, result.history().get(3).validationLoss());
		assertEquals(FakeNetwork.mean(12), FakeNetwork.value(network.weights()),
			1e-4f);
	}

	/** Steps 1, 2 and 3: 1, then (1 + 4 * 2) / 5, then (2 * 1.8 + 4 * 3) / 6. */
	@Test
	void whatIsKeptIsARunningMeanOfTheWeights() throws IOException {
		train(network(GOOD_AT_EPOCH), 1, 10, () -> false);
		assertEquals(2.6f, saved.get(0), 1e-6f);
	}

	@Test
	void trainingGoesOnWithTheWeightsThatItHadReached() throws IOException {
		final FakeNetwork network = network(GOOD_AT_EPOCH);
		train(network, 6, 10, () -> false);
		assertEquals(18, network.state().steps());
	}

	@Test
	void theListenerHearsOfAnEpochWhenItsModelIsSaved() throws IOException {
		train(network(GOOD_AT_EPOCH), 3, 10, () -> false);
		assertEquals(List.of("saved", "epoch 1 best", "saved", "epoch 2 best",
			"epoch 3"), events);
	}

	@Test
	void patienceEndsTheRun() throws IOException {
		final TrainingResult result = train(network(GOOD_AT_EPOCH), 6, 1,
			() -> false);
		assertEquals(StopReason.NO_IMPROVEMENT, result.stopReason());
		assertEquals(new KeptEpoch(2, "the best one so far"), result.kept());
		assertEquals(3, result.history().size());
	}

	@Test
	void cancelingMidEpochKeepsTheBestSoFar() throws IOException {
		final FakeNetwork network = network(GOOD_AT_EPOCH);
		final TrainingResult result = train(network, 6, 10,
			() -> network.learningRates.size() >= 2 * STEPS_PER_EPOCH + 1);
		assertEquals(StopReason.CANCELED, result.stopReason());
		assertEquals(2, result.kept().epoch());
		assertEquals(meansAfter(3, 6), saved);
		assertEquals(FakeNetwork.mean(6), FakeNetwork.value(network.weights()),
			1e-4f);
		assertEquals(2 * STEPS_PER_EPOCH + 1, network.learningRates.size(),
			"no further step after the one in which the user canceled");
	}

	@Test
	void cancelingInTheFirstEpochSavesNothing() throws IOException {
		final FakeNetwork network = network(GOOD_AT_EPOCH);
		final TrainingResult result = train(network, 6, 10,
			() -> network.learningRates.size() >= 2);
		assertEquals(StopReason.CANCELED, result.stopReason());
		assertEquals(0, result.kept().epoch());
		assertEquals(List.of(), saved);
	}

	@Test
	void aLossThatIsNoNumberEndsTheRunWithAReasonAndKeepsTheBest() {
		final FakeNetwork network = new FakeNetwork(step -> step == 8 ? Double.NaN
			: 1, steps -> 0.5);
		final String message = assertThrows(UserFailure.class, () -> train(network,
			6, 10, () -> false)).getMessage();
		assertTrue(message.contains("NaN in epoch 3") && message.contains(
			"learningRate=0.0010") && message.contains("best model so far is kept"),
			message);
		assertEquals(meansAfter(3), saved);
	}

	@Test
	void anInfiniteLossInTheFirstEpochSavesNothing() {
		final FakeNetwork network = new FakeNetwork(
			step -> Double.POSITIVE_INFINITY, steps -> 0.5);
		final String message = assertThrows(UserFailure.class, () -> train(network,
			6, 10, () -> false)).getMessage();
		assertTrue(message.contains("Infinity in epoch 1") && message.contains(
			"No model was saved"), message);
		assertEquals(List.of(), saved);
	}

	@Test
	void whatIsLeftIsSaidByThoseWhoKeepIt() {
		final CheckpointStore store = new CheckpointStore() {

			@Override
			public void save(final Weights weights,
				final List<EpochFigures> history)
			{
				fail("no epoch was finished");
			}

			@Override
			public String kept(final boolean saved) {
				return saved ? "Others." : "The head is kept.";
			}
		};
		final TrainingSettings settings = new TrainingSettings(2, 4, 0.01,
			Augmentation.NONE, false, 1).resolved(12);
		final String message = assertThrows(UserFailure.class, () -> new Trainer(
			new FakeNetwork(step -> Double.NaN, steps -> 0.5), new InputShape(1, 2,
				2), settings, store, states(), new TrainingListener()
			{}, Progress.none()).train(allLeft().training(), allLeft().validation(),
				new ClassWeights(new float[] { 1, 1 }, Optional.empty()))).getMessage();
		assertTrue(message.endsWith("The head is kept."), message);
	}

	@Test
	void aValidationLossThatIsNoNumberEndsTheRunToo() {
		final FakeNetwork network = new FakeNetwork(step -> 1, steps -> Double.NaN);
		final String message = assertThrows(UserFailure.class, () -> train(network,
			6, 10, () -> false)).getMessage();
		assertTrue(message.contains("finite validation loss"), message);
		assertEquals(List.of(), saved);
	}

	@Test
	void theStepsFollowTheSchedule() throws IOException {
		final FakeNetwork network = network(GOOD_AT_EPOCH);
		train(network, 4, 10, () -> false);
		assertEquals(4 * STEPS_PER_EPOCH, network.learningRates.size());
		for (int step = 0; step < 12; step++)
			assertEquals(LearningRateSchedule.Cosine.DEFAULT.rate(step, 12, 0.01),
				network.learningRates.get(step), 0);
	}

	static List<String> schedules() {
		return Schedules.labels();
	}

	@ParameterizedTest
	@MethodSource("schedules")
	void theRateThatIsShownIsTheRateThatWasApplied(final String schedule)
		throws IOException
	{
		final FakeNetwork network = network(GOOD_AT_EPOCH);
		final List<EpochFigures> history = train(network, allLeft(), SIX_EPOCHS
			.withSchedule(Schedules.parse(schedule)), () -> false).history();
		for (int epoch = 0; epoch < 6; epoch++)
			assertEquals(network.learningRates.get(STEPS_PER_EPOCH * (epoch + 1) - 1),
				history.get(epoch).learningRate(), 0);
		assertTrue(said.get(0).contains(String.format(Locale.ROOT,
			"learning rate %.3g,", history.get(0).learningRate())), said.get(0));
	}

	/** 198 of 220 validation images are "right". */
	@Test
	void theBestEpochIsThatOfTheFigureThatWasAskedFor() throws IOException {
		// surer of "left" from epoch to epoch, but at last it says "right"
		final double[] left = { 0, 0.6, 0.9, 0.45, 0.4, 0.4, 0.4 };
		final MemoryImages images = new MemoryImages(2);
		for (int i = 0; i < 12; i++)
			images.add(i % 2, Side.TRAINING, new float[] { i, 255, 255, i });
		for (int i = 12; i < 232; i++)
			images.add(i < 210 ? 1 : 0, Side.VALIDATION, new float[] { i, 255 - i, i,
				1 });
		for (final BestBy by : List.of(BestBy.ACCURACY, BestBy.MACRO_F1)) {
			final TrainingResult result = train(network(left), images.split(),
				SIX_EPOCHS.withBestBy(by), () -> false);
			assertEquals(new KeptEpoch(3, "the best one by " + by.label() +
				" on 220 validation images"), result.kept());
		}
		assertEquals(4, train(network(left), images.split(), SIX_EPOCHS,
			() -> false).kept().epoch());
		// always half of the classes, whatever it says: the first is not beaten
		assertEquals(1, train(network(left), images.split(), SIX_EPOCHS.withBestBy(
			BestBy.BALANCED_ACCURACY), () -> false).kept().epoch());
	}

	@Test
	void patienceWaitsForTheFigureThatWasAskedFor() throws IOException {
		final TrainingResult result = train(network(0, 0.6, 0.7, 0.8, 0.9, 0.9,
			0.9), allLeft(), SIX_EPOCHS.withBestBy(BestBy.ACCURACY).withPatience(2),
			() -> false);
		assertEquals(StopReason.NO_IMPROVEMENT, result.stopReason());
		assertEquals(new KeptEpoch(1, "the best one so far by accuracy"), result
			.kept());
		assertEquals(3, result.history().size());
	}

	@Test
	void softLabelsReachTheNetworkAndPlainOnesDoNotTakeThatWay()
		throws IOException
	{
		final FakeNetwork plain = network(GOOD_AT_EPOCH);
		train(plain, allLeft(), SIX_EPOCHS, () -> false);
		assertEquals(0, plain.shares.size());
		final FakeNetwork soft = network(GOOD_AT_EPOCH);
		train(soft, allLeft(), SIX_EPOCHS.withSoftLabels(new SoftLabels(0.2, 0)),
			() -> false);
		assertEquals(18, soft.shares.size());
		for (final float share : soft.shares.get(0))
			assertTrue(Math.abs(share - 0.9f) < 1e-6 || Math.abs(share - 0.1f) < 1e-6,
				"share " + share);
	}

	@Test
	void aModelThatCannotBeSavedEndsTheRun() {
		final TrainingSettings settings = new TrainingSettings(2, 4, 0.01,
			Augmentation.NONE, false, 1).resolved(12);
		final CheckpointStore full = (final Weights weights,
			final List<EpochFigures> history) -> {
			throw new IOException("disk full");
		};
		assertThrows(IOException.class, () -> new Trainer(network(GOOD_AT_EPOCH),
			new InputShape(1, 2, 2), settings, full, states(), new TrainingListener()
			{}, Progress.none()).train(allLeft().training(), allLeft().validation(),
				new ClassWeights(new float[] { 1, 1 }, Optional.empty())));
	}

	@Test
	void settingsThatLeaveSomethingOpenAreNotGuessed() {
		assertThrows(IllegalArgumentException.class, () -> new Trainer(network(
			GOOD_AT_EPOCH), new InputShape(1, 2, 2), new TrainingSettings(2,
				TrainingSettings.AUTOMATIC, 0.01, Augmentation.NONE, false, 1), (
					weights, history) -> {}, states(), new TrainingListener()
		{}, Progress.none()));
	}

	private record Watched(BooleanSupplier canceled, List<String> said)
			implements
				Progress
	{

		@Override
		public void update(final double fraction, final String status) {
			assertTrue(fraction >= 0 && fraction <= 1, status);
		}

		@Override
		public void message(final String line) {
			assertTrue(line.startsWith("epoch "), line);
			said.add(line);
		}

		@Override
		public boolean isCanceled() {
			return canceled.getAsBoolean();
		}
	}
}
