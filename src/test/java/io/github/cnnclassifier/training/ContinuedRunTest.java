
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.MemoryNeed;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Pause;
import io.github.cnnclassifier.progress.Progress;

/** A run goes on from any of its epochs as if it had not been interrupted. */
class ContinuedRunTest {

	private static final int WIDTH = 12;
	private static final int EPOCHS = 4;

	private final Engine engine = new Dl4jEngine(1, Progress.none());
	private final List<TrainingState> states = new ArrayList<>();
	private final List<String> told = new ArrayList<>();
	private final List<Integer> shown = new ArrayList<>();
	private TrainingRun run;

	@BeforeEach
	void prepare() {
		final MemoryImages images = new MemoryImages(WIDTH);
		images.addHalves(22, Side.TRAINING, 1, half -> half);
		images.addHalves(9, Side.VALIDATION, 2, half -> half);
		run = run(images, EPOCHS);
	}

	private static TrainingRun run(final MemoryImages images, final int epochs) {
		final SplitImages sides = images.split();
		return new TrainingRun(new NetworkSpec(Presets.named("tiny"), images
			.shape(), 2), Start.SCRATCH, new TrainingSettings(epochs, 4, 0.01,
				new AdamW(0.25), LearningRateSchedule.Cosine.DEFAULT, 9,
				Augmentation.LIGHT, true, 7), sides.training(), sides.validation());
	}

	private TrainedNetwork train(final Optional<TrainingState> from,
		final Progress progress) throws IOException
	{
		return run.train(engine, (weights, history) -> {}, new Continuation(from,
			states::add), new TrainingListener()
		{

				@Override
				public void onEpoch(final EpochFigures figures, final boolean best) {
					shown.add(best ? figures.epoch() : -figures.epoch());
				}
			}, progress);
	}

	private static void assertSameWeights(final Weights expected,
		final Weights found)
	{
		for (final Tensor tensor : expected.tensors())
			assertArrayEquals(tensor.data(), found.get(tensor.name()).data(), 0,
				tensor.name());
	}

	@Test
	void fromEachEpochItComesToTheSameWeightsBitForBit() throws IOException {
		final Weights whole;
		final TrainingResult result;
		try (TrainedNetwork trained = train(Optional.empty(), Progress.none())) {
			whole = trained.network().weights();
			result = trained.result();
		}
		final List<TrainingState> kept = List.copyOf(states);
		assertEquals(0, kept.get(0).history().size());
		for (final TrainingState state : kept) {
			try (TrainedNetwork trained = train(Optional.of(state), Progress
				.none()))
			{
				assertSameWeights(whole, trained.network().weights());
				assertEquals(result, trained.result());
			}
		}
	}

	@Test
	void whoIsStoppedCanGoOnFromTheLastWholeEpoch() throws IOException {
		final Weights whole;
		try (TrainedNetwork trained = train(Optional.empty(), Progress.none())) {
			whole = trained.network().weights();
		}
		states.clear();
		shown.clear();
		train(Optional.empty(), new CancelWhen(() -> shown.size() == 2)).close();
		final TrainingState last = states.get(states.size() - 1);
		assertEquals(2, last.history().size());
		try (TrainedNetwork trained = train(Optional.of(last), Progress.none())) {
			assertSameWeights(whole, trained.network().weights());
		}
	}

	/** As if each look at the clock took ten seconds. */
	private static final class SlowClock implements Pause {

		private long now;

		@Override
		public void await(final Progress progress) {
			// nobody asks for it
		}

		@Override
		public long nanos() {
			now -= 10_000_000_000L;
			return now;
		}
	}

	@Test
	void howLongItIsGoingToTakeIsSaidOfWhatIsLeft() throws IOException {
		train(Optional.empty(), Progress.none()).close();
		final TrainingState first = states.stream().filter(state -> state.history()
			.size() == 1).findFirst().orElseThrow();
		final Pause clock = new SlowClock();
		train(Optional.of(first), new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				// nobody watches
			}

			@Override
			public void message(final String line) {
				told.add(line);
			}

			@Override
			public boolean isCanceled() {
				return false;
			}

			@Override
			public Pause pause() {
				return clock;
			}
		}).close();
		assertEquals(1, told.stream().filter(line -> line.startsWith(
			"By the first ") && line.contains(", and 3 epochs ")).count(), told
				.toString());
	}

	@Test
	void theEpochsThatAreDoneAreShownAndSaid() throws IOException {
		train(Optional.empty(), Progress.none()).close();
		final TrainingState last = states.get(states.size() - 1);
		shown.clear();
		train(Optional.of(last), new Listening(told)).close();
		final int best = last.best().epoch();
		assertEquals(IntStream.rangeClosed(1, last.history().size()).mapToObj(
			epoch -> epoch == best ? epoch : -epoch).toList(), shown.subList(0, last
				.history().size()));
		assertTrue(told.get(0).endsWith(" Epoch " + last.history().size() +
			" is done; the training goes on behind it."), told.toString());
	}

	@Test
	void aFullMemoryHalvesTheBatchAndTheEpochBeginsAnew() throws IOException {
		final SmallMemory small = new SmallMemory(2, 7);
		final TrainedNetwork trained = run.train(small, (weights, history) -> {},
			new Continuation(Optional.empty(), states::add), new TrainingListener()
			{}, new Listening(told));
		assertEquals(2, trained.settings().batchSize());
		assertEquals(EPOCHS, trained.result().history().size());
		assertTrue(told.contains("Warning: the memory was full in epoch 2 (too " +
			"much). The epoch begins anew in batches of 2 instead of 4 images."), told
				.toString());
		assertEquals(2, small.made.size());
		assertTrue(small.made.get(0).network.closed);
		// six steps in batches of 4 were done, then three epochs of 11 in 2
		assertEquals(6 + 3 * 11, trained.network().state().steps());
		assertEquals(2, states.get(states.size() - 1).settings().batchSize(),
			"who goes on from it needs no second try");
	}

	@Test
	void aMemoryThatHoldsNotOneImageEndsTheRun() {
		final OutOfMemoryError error = assertThrows(OutOfMemoryError.class,
			() -> run.train(new SmallMemory(0, 1), (weights, history) -> {},
				new TrainingListener()
				{}, Progress.none()));
		assertSame("too much", error.getMessage());
	}

	@Test
	void whatTheUserCanMendIsNoFullMemory() {
		final SmallMemory small = new SmallMemory(2, 7);
		small.trouble = new UserFailure("too much");
		assertSame(small.trouble, assertThrows(UserFailure.class, () -> run.train(
			small, (weights, history) -> {}, new TrainingListener()
			{}, new Listening(told))));
		assertEquals(1, small.made.size());
	}

	private TrainingState last() throws IOException {
		run.train(new SmallMemory(4, 1), (weights, history) -> {}, new Continuation(
			Optional.empty(), states::add), new TrainingListener()
		{}, Progress.none()).close();
		return states.get(2);
	}

	private TrainedNetwork goOn(final Engine with) throws IOException {
		return run.train(with, (weights, history) -> {}, new Continuation(Optional
			.of(last()), state -> {}), new TrainingListener()
		{}, new Listening(told));
	}

	@Test
	void whoGoesOnWithLessMemoryGetsSmallerBatchesAndIsTold() throws IOException {
		final TrainedNetwork trained = goOn(new FakeEngine(new FakeNetwork(
			step -> 1.0 / step, step -> 0.5 + step / 1000.0), 3));
		assertEquals(2, trained.settings().batchSize());
		assertEquals(EPOCHS, trained.result().history().size());
		assertEquals(
			"The batch was made smaller to fit the memory: 2 instead of 4 images.",
			told.get(0));
	}

	@Test
	void whoGoesOnWithAMemoryThatIsFullAtOnceGetsSmallerBatchesToo()
		throws IOException
	{
		final SmallMemory small = new SmallMemory(4, 1);
		final TrainingState last = last();
		small.fullWhenMade = 2;
		final TrainedNetwork trained = run.train(small, (weights, history) -> {},
			new Continuation(Optional.of(last), state -> {}), new TrainingListener()
			{}, new Listening(told));
		assertEquals(1, trained.settings().batchSize());
		assertEquals(EPOCHS, trained.result().history().size());
		small.fullWhenMade = Integer.MAX_VALUE;
		assertThrows(OutOfMemoryError.class, () -> run.train(small, (weights,
			history) -> {}, new Continuation(Optional.of(last), state -> {}),
			new TrainingListener()
			{}, Progress.none()));
	}

	/** Has room for so many images of a batch, from some step on. */
	private static final class SmallMemory implements Engine {

		private final int most;
		private final int fromStep;
		private final List<Full> made = new ArrayList<>();
		private RuntimeException trouble;
		private int fullWhenMade;
		private int steps;

		SmallMemory(final int most, final int fromStep) {
			this.most = most;
			this.fromStep = fromStep;
		}

		@Override
		public TrainableNetwork create(final NetworkSpec spec,
			final TrainingOptions options)
		{
			if (fullWhenMade-- > 0) throw new OutOfMemoryError("too much");
			made.add(new Full(new FakeNetwork(step -> 1.0 / step, step -> 0.5 + step /
				1000.0)));
			return made.get(made.size() - 1);
		}

		@Override
		public Network load(final NetworkSpec spec, final Weights weights) {
			throw new UnsupportedOperationException("only trained");
		}

		@Override
		public MemoryNeed trainingMemory(final NetworkSpec spec,
			final TrainingOptions options)
		{
			return new MemoryNeed(0, 1);
		}

		@Override
		public MemoryNeed predictionMemory(final NetworkSpec spec) {
			return new MemoryNeed(0, 1);
		}

		@Override
		public long availableBytes() {
			return Long.MAX_VALUE;
		}

		@Override
		public String description() {
			return "a fake";
		}

		private final class Full implements TrainableNetwork {

			private final FakeNetwork network;

			Full(final FakeNetwork network) {
				this.network = network;
			}

			@Override
			public double trainOnBatch(final float[] inputs, final int[] labels,
				final float[] sampleWeights, final int count, final double learningRate)
			{
				requireMemory(count);
				return network.trainOnBatch(inputs, labels, sampleWeights, count,
					learningRate);
			}

			@Override
			public double trainOnShares(final float[] inputs, final float[] targets,
				final float[] sampleWeights, final int count, final double learningRate)
			{
				requireMemory(count);
				return network.trainOnShares(inputs, targets, sampleWeights, count,
					learningRate);
			}

			private void requireMemory(final int count) {
				if (++steps < fromStep || count <= most) return;
				if (trouble != null) throw trouble;
				throw new OutOfMemoryError("too much");
			}

			@Override
			public float[] predict(final float[] inputs, final int count) {
				return network.predict(inputs, count);
			}

			@Override
			public float[] features(final float[] inputs, final int count) {
				return network.features(inputs, count);
			}

			@Override
			public Weights weights() {
				return network.weights();
			}

			@Override
			public void setWeights(final Weights weights) {
				network.setWeights(weights);
			}

			@Override
			public NetworkState state() {
				return network.state();
			}

			@Override
			public void setState(final NetworkState state) {
				network.setState(state);
			}

			@Override
			public void close() {
				network.close();
			}
		}
	}
}
