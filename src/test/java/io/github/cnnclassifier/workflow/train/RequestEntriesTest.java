
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.RequestedPixelSize;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.split.SplitFractions;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.model.Adjustments;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.training.TrainingSettings;

/** What was asked for comes back from texts. */
class RequestEntriesTest {

	private static final Path ROOT = Path.of("data").toAbsolutePath();
	private static final Path MODEL = ROOT.resolve("cells.zip");
	private static final String AUTO = "auto";

	private static TrainClassifier.Request request(
		final PreprocessingOptions input, final StartChoice start,
		final TrainingSettings training)
	{
		return new TrainClassifier.Request(ROOT.resolve("images"), new TreeSet<>(Set
			.of("a,b", "c\nd", "other")), new SplitOptions(GroupingRule.parse(AUTO),
				true, Optional.of(ROOT.resolve("old.zip"))), input, PlanePolicy.MIDDLE,
			start, new NetworkChoice("lenet", new Adjustments(5, 12, 3, 0.25)),
			training, LearnFrom.ALL, MODEL, false, Optional.of(ROOT.resolve("cache")),
			CorrectionUse.IGNORE, Optional.empty());
	}

	private static void assertComesBack(final TrainClassifier.Request request) {
		final TrainClassifier.Request read = new RequestEntries(RequestEntries
			.write(request)).read(MODEL, "none");
		assertEquals(new TrainClassifier.Request(request.images(), request
			.exclude(), read.division(), request.input(), request.planes(), request
				.start(), request.network(), request.training(), request.learnFrom(),
			MODEL, true, request.cacheFolder(), CorrectionUse.IGNORE, Optional
				.empty()), read);
		assertTrue(read.division().allowLeak());
		assertEquals(Optional.empty(), read.division().splitFrom());
	}

	@Test
	void whatIsLeftOpenStaysOpen() {
		assertComesBack(request(PreprocessingOptions.NONE, StartChoice.AUTO,
			new TrainingSettings(TrainingSettings.AUTOMATIC,
				TrainingSettings.AUTOMATIC, 0.002, Augmentation.AUTO, false,
				Long.MIN_VALUE)));
	}

	@Test
	void whatIsDecidedStaysDecided() {
		assertComesBack(request(new PreprocessingOptions(64, 48, ChannelRule.parse(
			"DAPI,3"), new IntensityRange(-1.5, 1.0 / 3), ResizeRule.NONE,
			new RequestedPixelSize(0.1, "um"), Normalization.parse("zscore-dataset")),
			new StartChoice(StartChoice.Kind.MODEL, ROOT.resolve("parent.zip"),
				Unfreeze.HEAD), new TrainingSettings(7, 8, 0.1, Augmentation.STRONG,
					true, 3)));
	}

	@Test
	void aModelThatComesAlongIsNoFile() {
		for (final String name : List.of("digits", "backbone"))
			assertComesBack(request(PreprocessingOptions.NONE, StartChoice.parse(name)
				.with(Unfreeze.ALL), new TrainingSettings(7, 8, 0.1, Augmentation.NONE,
					true, 3)));
	}

	@Test
	void notesComeBackAndAreNoOtherTraining() {
		final TrainClassifier.Request plain = request(PreprocessingOptions.NONE,
			StartChoice.AUTO, new TrainingSettings(7, 8, 0.1, Augmentation.NONE, true,
				3));
		final ModelNotes notes = new ModelNotes(Map.of("cross-validation",
			"accuracy 0.9, in 5 folds"), Map.of("crossValidation.accuracy", 1 / 3.0,
				"crossValidation.macroF1", Double.NaN));
		final TrainClassifier.Request noted = new TrainClassifier.Request(plain
			.images(), plain.exclude(), plain.division(), plain.input(), plain
				.planes(), plain.start(), plain.network(), plain.training(), plain
					.learnFrom(), MODEL, false, plain.cacheFolder(), plain.corrections(),
			plain.report(), notes);
		final RequestEntries entries = new RequestEntries(RequestEntries.write(
			noted));
		assertEquals(notes, entries.read(MODEL, "none").notes());
		assertTrue(entries.isLike(plain));
		assertTrue(new RequestEntries(RequestEntries.write(plain)).isLike(noted));
	}

	@Test
	void aNetworkOfAFileIsNamedByItsWholePath() {
		final TrainClassifier.Request asked = request(PreprocessingOptions.NONE,
			StartChoice.SCRATCH, new TrainingSettings(7, 8, 0.1, Augmentation.NONE,
				true, 3));
		final NetworkChoice own = new NetworkChoice("nets/own.json", asked.network()
			.adjustments());
		final TrainClassifier.Request read = new RequestEntries(RequestEntries
			.write(new TrainClassifier.Request(asked.images(), asked.exclude(), asked
				.division(), asked.input(), asked.planes(), asked.start(), own, asked
					.training(), asked.learnFrom(), MODEL, false, asked.cacheFolder())))
			.read(MODEL, "none");
		assertEquals(new NetworkChoice(Path.of("nets/own.json").toAbsolutePath()
			.toString(), own.adjustments()), read.network());
	}

	@Test
	void earlierVersionsKnewNoCorrections() {
		final TrainClassifier.Request whole = request(PreprocessingOptions.NONE,
			StartChoice.AUTO, new TrainingSettings(7, 8, 0.1, Augmentation.NONE, true,
				3));
		final Map<String, String> entries = new LinkedHashMap<>(RequestEntries
			.write(whole));
		assertTrue(new RequestEntries(entries).isLike(whole));
		entries.remove("corrections");
		assertEquals(CorrectionUse.USE, new RequestEntries(entries).read(MODEL,
			"none").corrections());
		assertFalse(new RequestEntries(entries).isLike(whole),
			"it takes the images as their folders say");
	}

	@Test
	void theFractionsComeBackAndThoseOfAnEarlierVersionAreTheUsualOnes() {
		final TrainClassifier.Request whole = request(PreprocessingOptions.NONE,
			StartChoice.AUTO, new TrainingSettings(7, 8, 0.1, Augmentation.NONE, true,
				3));
		final TrainClassifier.Request folds = new TrainClassifier.Request(whole
			.images(), whole.exclude(), new SplitOptions(GroupingRule.parse(AUTO),
				true, Optional.empty(), SplitFractions.WITHOUT_TEST), whole.input(),
			whole.planes(), whole.start(), whole.network(), whole.training(), whole
				.learnFrom(), MODEL, false, Optional.empty());
		final Map<String, String> entries = new LinkedHashMap<>(RequestEntries
			.write(folds));
		assertEquals(SplitFractions.WITHOUT_TEST, new RequestEntries(entries).read(
			MODEL, "none").division().fractions());
		assertTrue(new RequestEntries(entries).isLike(folds));
		assertFalse(new RequestEntries(entries).isLike(whole),
			"it has a test side");
		entries.keySet().removeIf(key -> key.startsWith("fraction."));
		assertEquals(SplitFractions.DEFAULT, new RequestEntries(entries).read(MODEL,
			"none").division().fractions());
	}

	@ParameterizedTest
	@ValueSource(strings = { "match", "0.5", "500nm", "1e-7m" })
	void pixelSizesComeBack(final String text) {
		final RequestedPixelSize size = RequestedPixelSize.parse(text);
		assertEquals(size, RequestedPixelSize.parse(size.toString()));
	}

	@Test
	void whatIsNotUnderstoodIsRefused() {
		final Map<String, String> entries = new LinkedHashMap<>(RequestEntries
			.write(request(PreprocessingOptions.NONE, StartChoice.AUTO,
				new TrainingSettings(7, 8, 0.1, Augmentation.NONE, true, 3))));
		entries.put("seed", "x");
		assertThrows(UserFailure.class, () -> new RequestEntries(entries).read(
			MODEL, "none"));
		entries.remove("seed");
		assertEquals(
			"What was asked for in the training is not understood: seed is missing.",
			assertThrows(UserFailure.class, () -> new RequestEntries(entries).read(
				MODEL, "none")).getMessage());
	}

	@Test
	void groupsOfAnyLengthAreRefused() {
		final Map<String, String> entries = RequestEntries.write(request(
			PreprocessingOptions.NONE, StartChoice.AUTO, new TrainingSettings(7, 8,
				0.1, Augmentation.NONE, true, 3)));
		assertTrue(assertThrows(UserFailure.class, () -> new RequestEntries(entries)
			.read(MODEL, "(a)".repeat(400))).getMessage().contains(
				"it has 1200 characters, more than 1000"));
	}
}
