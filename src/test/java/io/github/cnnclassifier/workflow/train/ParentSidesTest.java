
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
import io.github.cnnclassifier.progress.Listening;

/**
 * Images that a model has learned from are no test of what starts from it: how
 * they are divided, without any training.
 */
class ParentSidesTest {

	@TempDir
	private Path folder;

	private final List<String> told = new ArrayList<>();
	private Path images;
	private String groups = "none";
	private boolean allowLeak;
	private SplitFractions fractions = SplitFractions.DEFAULT;

	@BeforeEach
	void twentyImagesOfEachClass() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 20, 1);
	}

	private Split split(final long seed, final Parents parents,
		final FormerSplit former)
	{
		return new PrepareTrainingData(new ImageJImageReader(),
			GroupQuestion.UNASKED, new Listening(told)).divide(
				new PrepareTrainingData.DataRequest(images, Set.of(), PlanePolicy.EACH,
					GroupingRule.parse(groups), allowLeak, fractions, Optional.ofNullable(
						former), parents, seed, samples -> PreprocessingOptions.NONE,
					Optional.empty(), CorrectionUse.USE)).split();
	}

	private Split split(final long seed) {
		return split(seed, Parents.NONE, null);
	}

	private static Set<String> on(final Split split, final Side... sides) {
		final Set<String> hashes = new HashSet<>();
		for (final Side side : sides)
			hashes.addAll(split.hashes().get(side));
		return hashes;
	}

	private static Set<String> heldOut(final Split split) {
		return on(split, Side.VALIDATION, Side.TEST);
	}

	/** Every training starts from the one model that knows these images. */
	private static Parents parent(final Split split,
		final Collection<String> learned)
	{
		return new Parents(List.of(new ParentImages(Path.of("models/m1.zip"), split,
			Set.copyOf(learned), true)), true, false);
	}

	private static void assertNew(final Split split,
		final Collection<String> learned)
	{
		assertTrue(heldOut(split).stream().noneMatch(learned::contains), split
			.hashes().toString());
		assertFalse(on(split, Side.VALIDATION).isEmpty());
		assertEquals("", split.leak());
	}

	private String refused(final Parents parents, final FormerSplit former) {
		return assertThrows(UserFailure.class, () -> split(2, parents, former))
			.getMessage();
	}

	@Test
	void theSidesOfTheParentAreTakenOverWhateverTheSeed() {
		final Split first = split(1);
		assertNotEquals(first.hashes(), split(2).hashes());
		told.clear();
		assertEquals(first.hashes(), split(2, parent(first, on(first,
			Side.TRAINING)), null).hashes());
		assertTrue(told.contains(
			"Keeping a split: 40 images stay on their sides, 0 are new."), told
				.toString());
		assertTrue(told.stream().anyMatch(line -> line.contains(
			"'models/m1.zip'") && line.contains(
				"has learned from 28 of these images")), told.toString());
	}

	@Test
	void validationImagesThatTheParentLearnedFromInTheEndDoNotValidateAgain()
		throws IOException
	{
		final Split first = split(1);
		final Set<String> learned = on(first, Side.TRAINING, Side.VALIDATION);
		// nothing else is left: a part of its test side validates
		assertNew(split(2, parent(first, learned), null), learned);
		TestImages.halves(images, 40, 1);
		final Split more = split(2, parent(first, learned), null);
		assertNew(more, learned);
		assertTrue(on(more, Side.TEST).containsAll(on(first, Side.TEST)),
			"its test side stays one");
	}

	@Test
	void theSidesOfAReplacedModelAreKeptAsFarAsTheyAreHonest() {
		final Split first = split(1);
		final Split other = split(2);
		final Set<String> learned = Set.copyOf(first.hashes().get(Side.TRAINING)
			.subList(0, 5));
		final Split kept = split(3, parent(Split.ofHashes(Map.of(Side.TRAINING, List
			.copyOf(learned))), learned), new FormerSplit(other, false, Path.of(
				"m2.zip")));
		assertNew(kept, learned);
		other.hashes().forEach((side, hashes) -> hashes.stream().filter(
			hash -> !learned.contains(hash)).forEach(hash -> assertEquals(side, kept
				.sideOf(hash))));
	}

	@Test
	void whatBelongsToALearnedImageIsLearnedFromToo() throws IOException {
		images = folder.resolve("mice");
		for (int i = 0; i < 48; i++)
			TestImages.png(images.resolve(i % 2 == 0 ? "left" : "right").resolve(
				"mouse%d_%02d.png".formatted(1 + i / 2 % 8, i)), TestImages.half(i % 2,
					i));
		final Split apart = split(1);
		final Set<String> learned = Set.copyOf(apart.hashes().get(Side.TRAINING)
			.subList(0, 1));
		groups = "animal";
		final Split together = split(2, parent(apart, learned), null);
		assertNew(together, learned);
		// its mouse has six images
		final String unit = together.unitOf(learned.iterator().next());
		assertEquals(6, on(together, Side.TRAINING).stream().filter(hash -> together
			.unitOf(hash).equals(unit)).count());
		assertTrue(heldOut(together).stream().noneMatch(hash -> together.unitOf(
			hash).equals(unit)));
	}

	@Test
	void
		whereNothingIsLeftToValidateWithTheTrainingIsRefusedUnlessSomebodyInsists()
	{
		final Split first = split(1);
		final Set<String> all = on(first, Side.values());
		final String message = refused(parent(first, all), null);
		assertTrue(message.contains("'models/m1.zip'") && message.contains(
			"has learned from all 40") && message.contains("Add images") && message
				.contains("start=scratch") && message.contains("allowLeak=true"),
			message);
		allowLeak = true;
		final Split insisted = split(2, parent(first, all), null);
		assertEquals(first.hashes(), insisted.hashes());
		assertTrue(insisted.leak().contains("The model 'm1.zip'") && insisted.leak()
			.contains("learned from 12 of the images on the validation"), insisted
				.leak());
	}

	@Test
	void sidesThatWereAskedForAreNotRearrangedButRefused() {
		final Split first = split(1);
		final Set<String> learned = on(first, Side.TRAINING, Side.VALIDATION);
		final FormerSplit asked = new FormerSplit(first, true, Path.of("m1.zip"));
		final String message = refused(parent(first, learned), asked);
		assertTrue(message.contains("it has learned from 6 of these, such as '") &&
			message.contains("Leave out splitFrom"), message);
		assertEquals("", split(2, parent(first, on(first, Side.TRAINING)), asked)
			.leak());
		allowLeak = true;
		final Split insisted = split(2, parent(first, learned), asked);
		assertEquals(first.hashes(), insisted.hashes());
		assertTrue(insisted.leak().contains("learned from 6 of"), insisted.leak());
	}

	@Test
	void sidesThatTheImagesDeclareAreRefused() throws IOException {
		final Split first = split(1);
		images = folder.resolve("sided");
		TestImages.halves(images.resolve("train"), 10, 301);
		TestImages.halves(images.resolve("test"), 5, 1);
		final Set<String> learned = on(first, Side.values());
		final String message = refused(parent(first, learned), null);
		assertTrue(message.contains("it has learned from 10 of these") && message
			.contains("the sides that the images declare"), message);
		allowLeak = true;
		assertTrue(split(2, parent(first, learned), null).leak().contains(
			"learned from 10 of"));
	}

	@Test
	void severalStartsAreNoReasonToTakeOverTheSidesOfOne() {
		final Split first = split(1);
		final Parents several = new Parents(parent(first, on(first, Side.TRAINING))
			.models(), false, false);
		assertTrue(refused(several, null).contains(
			"Keep the sides of that model, with splitFrom"));
		assertEquals("", split(2, several, new FormerSplit(first, true, Path.of(
			"m1.zip"))).leak());
	}

	@Test
	void aTrainingThatHasItsSidesGoesOnAndSaysSo() {
		final Split first = split(1);
		final Split going = split(2, parent(first, on(first, Side.values()))
			.started(), new FormerSplit(first, true, Path.of("m2.resume")));
		assertEquals(first.hashes(), going.hashes());
		assertTrue(going.leak().contains("learned from 12 of"), going.leak());
	}

	@Test
	void imagesThatTheParentHasOnlyTestedOnAreDividedAsNewOnes() {
		final Split all = Split.ofHashes(Map.of(Side.TEST, List.copyOf(on(split(1),
			Side.values()))));
		assertEquals(split(2).hashes(), split(2, parent(all, List.of()), null)
			.hashes());
	}

	@Test
	void whoWantsNoTestSideGetsNone() {
		final Split first = split(1);
		fractions = SplitFractions.WITHOUT_TEST;
		final Split without = split(2, parent(first, on(first, Side.TRAINING)),
			null);
		assertNew(without, on(first, Side.TRAINING));
		assertEquals(Set.of(), on(without, Side.TEST));
		assertEquals(40, on(without, Side.TRAINING, Side.VALIDATION).size());
	}

	@Test
	void aParentThatDoesNotTellWhatItLearnedFromIsWarnedOf() {
		split(1, new Parents(List.of(new ParentImages(Path.of("old.zip"), Split
			.ofHashes(Map.of()), Set.of(), false)), true, false), null);
		assertTrue(told.stream().anyMatch(line -> line.startsWith(
			"Warning: it is not recorded which images the model 'old.zip'")), told
				.toString());
	}
}
