
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.progress.PauseSwitch;
import io.github.cnnclassifier.progress.PausedBy;
import io.github.cnnclassifier.progress.Progress;

/** What is told of an epoch, and a run that is paused between its batches. */
@Timeout(60)
class EpochFactsTest {

	private static final int EPOCHS = 4;
	private static final int BATCH = 4;
	private static final int VALIDATION = 10;

	private final PauseSwitch pause = new PauseSwitch();
	private final AtomicBoolean canceled = new AtomicBoolean();
	private final AtomicInteger predictions = new AtomicInteger();
	private final List<EpochFacts> told = new ArrayList<>();

	private final Progress progress = new PausedBy(pause, canceled::get);

	/** Surer and surer of the first class. */
	private FakeNetwork network() {
		return new FakeNetwork(step -> 1.0 / step, steps -> {
			predictions.incrementAndGet();
			return 0.4 + 0.03 * steps;
		});
	}

	private TrainingResult train(final FakeNetwork network,
		final TrainingListener listener) throws IOException
	{
		final SplitImages images = MemoryImages.numbered(12, VALIDATION);
		return new Trainer(network, new InputShape(1, 2, 2), new TrainingSettings(
			EPOCHS, BATCH, 0.01, new AdamW(0), LearningRateSchedule.Cosine.DEFAULT,
			EPOCHS, Augmentation.NONE, false, 1), (weights, history) -> {},
			new StateKeeper(StateStore.NONE, Progress.none()), listener, progress)
			.train(images.training(), images.validation(), new ClassWeights(
				new float[] { 1, 1 }, Optional.empty()));
	}

	@Test
	void theAnswersOfValidationAreToldAndNothingIsPredictedTwice()
		throws IOException
	{
		train(network(), new TrainingListener() {

			@Override
			public void onEpoch(final EpochFacts facts) {
				told.add(facts);
			}
		});
		assertEquals(EPOCHS, told.size());
		// batches of validation alone
		assertEquals(EPOCHS * 3, predictions.get());
		for (final EpochFacts facts : told) {
			final ValidationAnswers answers = facts.answers().orElseThrow();
			assertEquals(VALIDATION, answers.size());
			assertEquals(facts.figures().validationAccuracy(), answers.figures()
				.accuracy(), 0);
			assertEquals(EPOCHS, facts.epochs());
			assertTrue(facts.secondsLeft().getAsDouble() >= 0);
		}
		assertEquals(0, told.get(EPOCHS - 1).secondsLeft().getAsDouble(), 0);
		final ValidationAnswers last = told.get(EPOCHS - 1).answers().orElseThrow();
		// 12 steps: 0.4 + 0.36
		assertEquals(0.76f, last.confidences()[0], 1e-6f);
		for (int i = 0; i < VALIDATION; i++) {
			assertEquals(0, last.predicted()[i]);
			assertEquals(last.actual(i) == 0, last.isRight(i));
		}
		assertEquals(5, last.figures().classes().get(0).support());
	}

	@Test
	void aListenerOfFiguresAloneIsStillTold() throws IOException {
		final List<Integer> epochs = new ArrayList<>();
		train(network(), new TrainingListener() {

			@Override
			public void onEpoch(final io.github.cnnclassifier.model.EpochFigures f,
				final boolean best)
			{
				epochs.add(f.epoch());
			}
		});
		assertEquals(List.of(1, 2, 3, 4), epochs);
	}

	/** Pauses at the step, and calls what is to be done a little later. */
	private TrainingListener pausingAt(final int paused, final Runnable later) {
		return new TrainingListener() {

			@Override
			public void onStep(final long step, final long total, final double loss) {
				if (step != paused) return;
				pause.pause();
				CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS).execute(
					later);
			}
		};
	}

	@Test
	void aRunThatWasPausedIsTheRunThatWasNot() throws IOException {
		final FakeNetwork plain = network();
		final TrainingResult expected = train(plain, new TrainingListener() {});
		final FakeNetwork network = network();
		assertEquals(expected, train(network, pausingAt(4, pause::goOn)));
		assertTrue(pause.nanos() > 0);
		assertEquals(plain.learningRates, network.learningRates);
	}

	@Test
	void whoStopsAPausedRunKeepsTheBestSoFar() throws IOException {
		final FakeNetwork network = network();
		final TrainingResult result = train(network, pausingAt(7, () -> canceled
			.set(true)));
		assertEquals(StopReason.CANCELED, result.stopReason());
		assertEquals(2, result.history().size());
		assertTrue(result.kept().epoch() > 0);
		assertEquals(8, network.learningRates.size(), "no step in the pause");
	}
}
