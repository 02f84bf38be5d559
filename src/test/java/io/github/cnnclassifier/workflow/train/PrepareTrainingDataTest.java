
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.split.SplitFractions;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;

/** Images are made ready for training runs, with no model in sight. */
class PrepareTrainingDataTest {

	@TempDir
	private Path folder;

	private Path images;

	@BeforeEach
	void eightAnimalsOfThreeImagesInEachClass() throws IOException {
		images = folder.resolve("images");
		for (int i = 0; i < 48; i++) {
			TestImages.png(images.resolve(i % 2 == 0 ? "left" : "right").resolve(
				"mouse%d_%02d.png".formatted(1 + i / 2 % 8, i)), TestImages.half(i % 2,
					i));
		}
	}

	private TrainingData prepare(final long seed,
		final Optional<FormerSplit> former, final Progress progress)
	{
		return new PrepareTrainingData(new ImageJImageReader(),
			GroupQuestion.UNASKED, progress).run(new PrepareTrainingData.DataRequest(
				images, Set.of(), PlanePolicy.EACH, GroupingRule.parse("animal"), false,
				SplitFractions.DEFAULT, former, seed,
				samples -> PreprocessingOptions.NONE, Optional.empty(),
				CorrectionUse.USE));
	}

	private Split split(final long seed, final FormerSplit former) {
		try (TrainingData data = prepare(seed, Optional.ofNullable(former), Progress
			.none()))
		{
			return data.split();
		}
	}

	@Test
	void theSidesAreReadyForANetworkAndNothingIsWritten() throws IOException {
		try (TrainingData data = prepare(1, Optional.empty(), Progress.none())) {
			assertEquals(List.of("left", "right"), data.labels());
			assertEquals(48, data.sides().training().samples().size() + data.sides()
				.validation().samples().size() + data.sides().test().samples().size());
			final NetworkSpec spec = data.spec(Presets.named("tiny"));
			assertEquals(2, spec.classes());
			assertEquals(spec.input().size(), data.sides().validation().samples()
				.input(0).length);
		}
		try (var files = Files.list(folder)) {
			assertEquals(List.of(images), files.toList());
		}
	}

	@Test
	void theSeedDecidesTheSplit() {
		assertEquals(split(1, null).hashes(), split(1, null).hashes());
		assertNotEquals(split(1, null).hashes(), split(2, null).hashes());
	}

	@Test
	void aFormerSplitIsKeptWhateverTheSeed() {
		final Split first = split(1, null);
		assertEquals(first.hashes(), split(2, new FormerSplit(first, false, Path.of(
			"first.zip"))).hashes());
	}

	@Test
	void aFormerSplitThatDividesAGroupGivesWayUnlessItWasAskedFor() {
		final Split dividing = withOneImageOnAnotherSide(split(1, null));
		final Path file = Path.of("first.zip");
		assertEquals(split(2, null).hashes(), split(2, new FormerSplit(dividing,
			false, file)).hashes());
		assertThrows(UserFailure.class, () -> split(2, new FormerSplit(dividing,
			true, file)));
	}

	private static Split withOneImageOnAnotherSide(final Split split) {
		final Map<Side, List<String>> hashes = new EnumMap<>(Side.class);
		split.hashes().forEach((side, all) -> hashes.put(side, new ArrayList<>(
			all)));
		hashes.get(Side.VALIDATION).add(hashes.get(Side.TRAINING).remove(0));
		return Split.ofHashes(hashes);
	}

	@Test
	void aFormerSplitOfOtherImagesIsSaidToBeOfNoUse() {
		final List<String> told = new ArrayList<>();
		final Split other = Split.ofHashes(Map.of(Side.TRAINING, List.of(
			"v000000000000001")));
		prepare(1, Optional.of(new FormerSplit(other, true, Path.of("other.zip"))),
			new Listening(told)).close();
		assertTrue(told.stream().anyMatch(line -> line.contains(
			"'other.zip', knows none of these images")), told.toString());
	}

	@Test
	void imagesThatAreNotThereAreRefused() {
		images = folder.resolve("elsewhere");
		assertThrows(UserFailure.class, () -> split(1, null));
	}

	@Test
	void aPersonCanStopIt() {
		assertThrows(CanceledException.class, () -> prepare(1, Optional.empty(),
			new CancelWhen(() -> true)));
	}
}
