
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/** A run is a value; training it needs an engine and no files. */
class TrainingRunTest {

	private static final int WIDTH = 12;

	private final List<String> told = new ArrayList<>();
	private final List<Float> saved = new ArrayList<>();
	private final FakeNetwork network = new FakeNetwork(step -> 1.0 / step,
		steps -> 0.5 + steps / 1000.0);
	private final FakeEngine engine = new FakeEngine(network, 1000);

	/** 12 images to learn from make 3 steps an epoch. */
	private static TrainingRun run(final int epochs, final Start start) {
		final MemoryImages images = new MemoryImages(WIDTH);
		images.addHalves(12, Side.TRAINING, 1, half -> half);
		images.add(0, Side.VALIDATION, new float[WIDTH * WIDTH]);
		return run(images, epochs, start);
	}

	private static TrainingRun run(final MemoryImages images, final int epochs,
		final Start start)
	{
		final SplitImages sides = images.split();
		return new TrainingRun(new NetworkSpec(Presets.named("tiny"), images
			.shape(), 2), start, new TrainingSettings(epochs, 4, 0.01, new AdamW(
				0.25), LearningRateSchedule.Cosine.DEFAULT, 9, Augmentation.NONE, true,
				7), sides.training(), sides.validation());
	}

	private TrainedNetwork train(final TrainingRun run, final Progress progress)
		throws IOException
	{
		return run.train(engine, (weights, history) -> saved.add(FakeNetwork.value(
			weights)), new TrainingListener()
		{}, progress);
	}

	@Test
	void theNetworkHasTheWeightsOfTheKeptEpoch() throws IOException {
		try (TrainedNetwork trained = train(run(2, Start.SCRATCH), Progress
			.none()))
		{
			assertEquals(2, trained.result().kept().epoch());
			assertEquals(List.of(FakeNetwork.mean(3), FakeNetwork.mean(6)), saved);
			assertEquals(FakeNetwork.mean(6), FakeNetwork.value(trained.network()
				.weights()));
			assertFalse(network.closed);
		}
		assertTrue(network.closed);
	}

	@Test
	void theEngineIsToldWhatTheSettingsSay() throws IOException {
		train(run(1, Start.SCRATCH), Progress.none()).close();
		assertEquals(new SeedTree(7).child("network").seed(), engine.options
			.seed());
		assertEquals(new AdamW(0.25), engine.options.optimizer());
		assertEquals(Set.of(), engine.options.frozen());
		assertTrue(engine.options.exact());
	}

	@Test
	void aRunBeginsWithTheWeightsOfItsStartAndFreezesWhatItNames()
		throws IOException
	{
		final Weights hundred = new Weights(List.of(new Tensor("steps", new int[] {
			1 }, new float[] { 100 })));
		train(run(1, new Start(Optional.of(hundred), Set.of("conv1.weight"))),
			Progress.none()).close();
		// the mean of 101, 102 and 103 that weighs as that of 1, 2 and 3
		assertEquals(102.6f, saved.get(0), 1e-5f);
		assertEquals(Set.of("conv1.weight"), engine.options.frozen());
	}

	@Test
	void thatRareClassesWeighMoreIsSaidBeforeTheTrainingBegins()
		throws IOException
	{
		final MemoryImages images = new MemoryImages(WIDTH);
		images.addHalves(14, Side.TRAINING, 1, half -> 0);
		images.addHalves(4, Side.TRAINING, 2, half -> 1);
		images.add(0, Side.VALIDATION, new float[WIDTH * WIDTH]);
		train(run(images, 1, Start.SCRATCH), new Listening(told)).close();
		assertTrue(told.get(0).contains("left (14 images)") && told.get(0).contains(
			"right (4 images)"), told.toString());
		assertTrue(told.get(1).startsWith("Training tiny, ") && told.get(1)
			.endsWith(
				" on 18 images for 1 epoch in batches of 4; 1 images validate."), told
					.toString());
	}

	@Test
	void aRunThatFailsClosesItsNetwork() {
		final FakeNetwork diverging = new FakeNetwork(step -> Double.NaN,
			steps -> 0.5);
		assertThrows(UserFailure.class, () -> run(1, Start.SCRATCH).train(
			new FakeEngine(diverging, 1000), (weights, history) -> {},
			new TrainingListener()
			{}, Progress.none()));
		assertTrue(diverging.closed);
	}

	@Test
	void aRunThatIsStoppedInItsFirstEpochSaysSo() throws IOException {
		try (TrainedNetwork trained = train(run(1, Start.SCRATCH), new CancelWhen(
			() -> true)))
		{
			assertEquals(StopReason.CANCELED, trained.result().stopReason());
			assertEquals(0, trained.result().kept().epoch());
			assertEquals(List.of(), saved);
		}
	}

	@Test
	void aRunThatTheMemoryCannotHoldGetsSmallerBatchesAndSaysSo() {
		final TrainingRun run = run(2, Start.SCRATCH).resolved(new FakeEngine(
			network, 3), new Listening(told));
		assertEquals(2, run.settings().batchSize());
		assertEquals(List.of(
			"The batch was made smaller to fit the memory: 2 instead of 4 images."),
			told);
	}

	@Test
	void theTrainingImagesChooseTheAugmentationAndItIsSaid() {
		final TrainingSettings open = new TrainingSettings(2, 4, 0.01,
			Augmentation.AUTO, false, 3);
		final MemoryImages images = new MemoryImages(WIDTH);
		// the brighter half is the class: mirrored, an image is of the other one
		images.addHalves(40, Side.TRAINING, 1, half -> half);
		images.add(0, Side.VALIDATION, new float[WIDTH * WIDTH]);
		final TrainingRun halves = run(images, 2, Start.SCRATCH);
		final TrainingRun resolved = new TrainingRun(halves.spec(), Start.SCRATCH,
			open, halves.training(), halves.validation()).resolved(engine,
				new Listening(told));
		assertEquals(Augmentation.LIGHT, resolved.settings().augmentation());
		assertTrue(resolved.settings().isComplete());
		assertEquals(1, told.size());
		assertTrue(told.get(0).startsWith("Augmentation light, chosen by the " +
			"images: the training images have a left and right"), told.get(0));
	}

	@Test
	void whatIsAutomaticIsChosenByTheTrainingImages() {
		final TrainingRun twelveImages = run(2, Start.SCRATCH);
		final TrainingSettings open = new TrainingSettings(
			TrainingSettings.AUTOMATIC, TrainingSettings.AUTOMATIC, 0.01,
			Augmentation.LIGHT, false, 3);
		assertEquals(open.resolved(12), new TrainingRun(twelveImages.spec(),
			Start.SCRATCH, open, twelveImages.training(), twelveImages.validation())
			.resolved(engine, Progress.none()).settings());
	}
}
