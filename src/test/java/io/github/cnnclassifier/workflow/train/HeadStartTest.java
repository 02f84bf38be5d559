
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ModelFingerprint;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.StopsAt;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;

/** Where a training begins. */
class HeadStartTest {

	private static final Path DIGITS = Path.of(ShippedModel.DIGITS);

	@TempDir
	Path folder;

	private int epochs = 2;
	private int patience = TrainingSettings.AUTOMATIC;
	private final List<String> told = new ArrayList<>();

	private TrainClassifier.Result train(final Path images, final String start,
		final Unfreeze unfreeze, final String network, final LearnFrom learnFrom)
		throws IOException
	{
		return train(images, start, unfreeze, network, learnFrom, new Listening(
			told));
	}

	private TrainClassifier.Result train(final Path images, final String start,
		final Unfreeze unfreeze, final String network, final LearnFrom learnFrom,
		final Progress progress) throws IOException
	{
		return new TrainClassifier(CnnClassifier.tools(Progress.none()),
			new TrainingListener()
			{}, progress).run(new TrainClassifier.Request(images, Set.of(),
				SplitOptions.DEFAULT, PreprocessingOptions.NONE, PlanePolicy.EACH,
				choice(start).with(unfreeze), network, new TrainingSettings(epochs, 8,
					0.01, Augmentation.NONE, true, 1).withPatience(patience), learnFrom,
				model(), true, Optional.empty()));
	}

	private static StartChoice choice(final String start) {
		return start.equals(ShippedModel.DIGITS) ? new StartChoice(
			StartChoice.Kind.MODEL, DIGITS, Unfreeze.AUTO) : StartChoice.parse(start);
	}

	private Path model() {
		return folder.resolve("model.zip");
	}

	private SavedClassifier trained() {
		return ModelArchive.read(model(), new Dl4jEngine());
	}

	private Path halves() throws IOException {
		return TestImages.halves(folder.resolve("images"), 12, 1);
	}

	@Test
	void aNewHeadLearnsOtherClassesAndLeavesAllElseBitForBit()
		throws IOException
	{
		final TrainClassifier.Result result = train(halves(), ShippedModel.DIGITS,
			Unfreeze.HEAD, "six-conv", LearnFrom.TRAINING);
		assertEquals(1, result.validation().figures().accuracy());
		final SavedClassifier parent = ShippedModel.read(DIGITS, new Dl4jEngine());
		final SavedClassifier child = trained();
		final List<Tensor> before = parent.weights().tensors();
		for (final Tensor tensor : before.subList(0, before.size() - 2))
			assertArrayEquals(tensor.data(), child.weights().get(tensor.name())
				.data(), tensor.name());
		assertEquals(List.of("left", "right"), child.description().labels()
			.names());
		assertEquals(ShippedModel.DIGITS, child.description().training().settings()
			.get("start"));
		assertEquals(ModelFingerprint.of(parent), child.description().training()
			.settings().get("parent"));
	}

	@Test
	void keysWithoutEffectAreNamed() throws IOException {
		patience = 3;
		train(halves(), ShippedModel.DIGITS, Unfreeze.HEAD, "tiny",
			LearnFrom.TRAINING);
		assertTrue(told.contains("Without effect, as the last layer alone is " +
			"fitted to the features of a parent: network=tiny, epochs=2, " +
			"batchSize=8, learningRate=0.01, patience=3."), told.toString());
		told.clear();
		train(folder.resolve("images"), "scratch", Unfreeze.HEAD, "tiny",
			LearnFrom.TRAINING);
		assertTrue(told.contains(
			"Without effect, as there is no parent: unfreeze=head."), told
				.toString());
	}

	@Test
	void whatHasAnEffectIsNotNamed() throws IOException {
		train(halves(), ShippedModel.DIGITS, Unfreeze.ALL, "six-conv",
			LearnFrom.TRAINING);
		assertTrue(told.stream().noneMatch(line -> line.startsWith(
			"Without effect")), told.toString());
		train(folder.resolve("images"), ShippedModel.DIGITS, Unfreeze.ALL, "tiny",
			LearnFrom.TRAINING);
		assertTrue(told.contains(
			"Without effect, as the layers are those of a parent: network=tiny."),
			told.toString());
	}

	@Test
	void allLayersLearnIfAskedFor() throws IOException {
		train(halves(), ShippedModel.DIGITS, Unfreeze.ALL, "six-conv",
			LearnFrom.TRAINING);
		final float[] before = ShippedModel.read(DIGITS, new Dl4jEngine()).weights()
			.get("conv1.weight").data();
		final float[] after = trained().weights().get("conv1.weight").data();
		boolean changed = false;
		for (int i = 0; i < before.length; i++)
			changed |= before[i] != after[i];
		assertTrue(changed);
	}

	/** Without it, all layers would learn for 30 epochs. */
	@Test
	void patienceHoldsForTheTrainingOfAllLayersToo() throws IOException {
		epochs = TrainingSettings.AUTOMATIC;
		patience = 1;
		final TrainClassifier.Result result = train(halves(), ShippedModel.DIGITS,
			Unfreeze.ALL, "six-conv", LearnFrom.TRAINING);
		assertEquals("1", trained().description().training().settings().get(
			"patienceEpochs"));
		assertTrue(result.training().history().size() < 30, result.training()
			.toString());
	}

	@Test
	void colorImagesAreABagOfChannelsForAGrayParent() throws IOException {
		final Path images = folder.resolve("color");
		for (int i = 0; i < 24; i++) {
			final ColorProcessor color = new ColorProcessor(TestImages.WIDTH,
				TestImages.WIDTH);
			final byte[] half = (byte[]) TestImages.half(i % 2, i).getPixels();
			color.setRGB(new byte[half.length], half, new byte[half.length]);
			TestImages.png(images.resolve(i % 2 == 0 ? "left" : "right").resolve(i +
				".png"), color);
		}
		final TrainClassifier.Result result = train(images, ShippedModel.DIGITS,
			Unfreeze.HEAD, "six-conv", LearnFrom.TRAINING);
		assertEquals(1, result.validation().figures().accuracy());
		assertTrue(trained().description().architecture().layers().contains(
			new SplitChannels()));
	}

	@Test
	void fewImagesTakeTheBackboneUnlessANetworkWasAskedFor() throws IOException {
		train(halves(), "auto", Unfreeze.HEAD, "six-conv", LearnFrom.TRAINING);
		assertEquals(ShippedModel.BACKBONE, trained().description().training()
			.settings().get("start"));
		assertTrue(told.stream().anyMatch(t -> t.contains("backbone") && t.contains(
			"in the median")), told.toString());
		train(folder.resolve("images"), "auto", Unfreeze.HEAD, "tiny",
			LearnFrom.TRAINING);
		assertEquals("scratch", trained().description().training().settings().get(
			"start"));
	}

	@Test
	void aHeadLearnsFromAllImagesAndKeepsTheFiguresOfTheFirstFit()
		throws IOException
	{
		final TrainClassifier.Result first = train(halves(), "backbone",
			Unfreeze.HEAD, "six-conv", LearnFrom.ALL);
		final SavedClassifier all = trained();
		assertEquals("all", all.description().training().settings().get(
			"learnFrom"));
		assertEquals(first.training().history().get(0).validationAccuracy(), all
			.description().metrics().get("validation.accuracy"));
	}

	@Test
	void whoStopsTheSecondFitKeepsTheFirstModel() throws IOException {
		halves();
		for (final Unfreeze unfreeze : List.of(Unfreeze.HEAD, Unfreeze.ALL)) {
			told.clear();
			train(folder.resolve("images"), "backbone", unfreeze, "six-conv",
				LearnFrom.ALL, StopsAt.line(line -> line.startsWith("Now once more"),
					told));
			assertTrue(told.stream().anyMatch(line -> line.contains(
				"first run is kept")), told.toString());
			assertFalse(trained().description().training().settings().containsKey(
				"learnFrom"));
		}
	}

	@Test
	void theSameSeedGivesTheSameModel() throws IOException {
		train(halves(), "backbone", Unfreeze.ALL, "six-conv", LearnFrom.TRAINING);
		final SavedClassifier first = trained();
		train(folder.resolve("images"), "backbone", Unfreeze.ALL, "six-conv",
			LearnFrom.TRAINING);
		for (final Tensor tensor : first.weights().tensors())
			assertArrayEquals(tensor.data(), trained().weights().get(tensor.name())
				.data(), tensor.name());
	}

	/**
	 * A spot in each of two channels; only whether both lie in the same place
	 * tells the class, so that each channel alone says nothing.
	 */
	private Path spots(final int perClass) throws IOException {
		final Path images = folder.resolve("spots");
		final SplittableRandom random = new SeedTree(4).random();
		for (int i = 0; i < 2 * perClass; i++) {
			final boolean same = i % 2 == 0;
			final int x = random.nextInt(4, 20);
			final int y = random.nextInt(4, 20);
			final ImageStack stack = new ImageStack(TestImages.WIDTH,
				TestImages.WIDTH);
			stack.addSlice(spot(x, y, random));
			stack.addSlice(same ? spot(x, y, random) : spot((x + 4 + random.nextInt(
				8)) % 16 + 4, (y + 4 + random.nextInt(8)) % 16 + 4, random));
			final ImagePlus image = new ImagePlus("", stack);
			image.setDimensions(2, 1, 1);
			TestImages.tiff(images.resolve(same ? "same" : "apart").resolve(i +
				".tif"), new CompositeImage(image, CompositeImage.COMPOSITE));
		}
		return images;
	}

	private static ByteProcessor spot(final int x, final int y,
		final SplittableRandom random)
	{
		final ByteProcessor image = new ByteProcessor(TestImages.WIDTH,
			TestImages.WIDTH);
		for (int i = 0; i < TestImages.WIDTH * TestImages.WIDTH; i++)
			image.set(i, random.nextInt(0, 30));
		for (int dy = 0; dy < 4; dy++)
			for (int dx = 0; dx < 4; dx++)
				image.set(x + dx, y + dy, 200);
		image.set(0, 255);
		return image;
	}

	@Test
	void channelsMeetWhenAllLayersLearn() throws IOException {
		final Path images = spots(100);
		final double head = train(images, ShippedModel.DIGITS, Unfreeze.HEAD,
			"six-conv", LearnFrom.TRAINING).validation().figures().accuracy();
		assertTrue(head < 0.8, "head alone: " + head);
		epochs = 30;
		final double all = train(images, ShippedModel.DIGITS, Unfreeze.ALL,
			"six-conv", LearnFrom.TRAINING).validation().figures().accuracy();
		assertTrue(all > 0.95, "all layers: " + all + " head " + head);
	}

	@Test
	void aParentThatCannotBeReadIsAnErrorBeforeAnyImageIsRead()
		throws IOException
	{
		final Path damaged = Files.writeString(folder.resolve("parent.zip"), "no");
		assertThrows(UserFailure.class, () -> train(folder.resolve("no folder"),
			damaged.toString(), Unfreeze.AUTO, "six-conv", LearnFrom.TRAINING));
		assertFalse(Files.exists(model()));
		assertThrows(WrongUsage.class, () -> StartChoice.parse("nowhere"));
		assertThrows(WrongUsage.class, () -> Unfreeze.parse("some"));
	}
}
