
package io.github.cnnclassifier.dataset.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSamples;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.random.SeedTree;

class SplitTest {

	private static final SeedTree SEED = new SeedTree(42);

	private static List<SurveyedSample> images(final String label,
		final Side side, final int count)
	{
		final List<SurveyedSample> images = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final String name = label + "/" + side + i;
			images.add(SurveyedSamples.of(label, name, side, name));
		}
		return images;
	}

	@SafeVarargs
	private static List<SurveyedSample> all(final List<SurveyedSample>... parts) {
		final List<SurveyedSample> all = new ArrayList<>();
		for (final List<SurveyedSample> part : parts) {
			all.addAll(part);
		}
		return all;
	}

	private static long count(final Split split,
		final List<SurveyedSample> samples, final Side side, final String label)
	{
		return split.select(samples, side).stream().filter(sample -> sample.sample()
			.label().equals(label)).count();
	}

	private static String failure(final List<SurveyedSample> samples) {
		return assertThrows(UserFailure.class, () -> Split.of(samples, SEED))
			.getMessage();
	}

	@Test
	void eachClassIsSplit70To15To15() {
		final List<SurveyedSample> samples = all(images("a", null, 100), images("b",
			null, 20));
		final Split split = Split.of(samples, SEED);
		assertEquals(70, count(split, samples, Side.TRAINING, "a"));
		assertEquals(15, count(split, samples, Side.VALIDATION, "a"));
		assertEquals(15, count(split, samples, Side.TEST, "a"));
		assertEquals(14, count(split, samples, Side.TRAINING, "b"));
		assertEquals(3, count(split, samples, Side.VALIDATION, "b"));
		assertEquals(3, count(split, samples, Side.TEST, "b"));
		assertEquals(List.of(), split.warnings());
		assertNull(split.sideOf("unknown"));
	}

	@Test
	void smallClassesGetTrainingBeforeValidationBeforeTest() {
		final int[][] expected = { { 2, 1, 1, 0 }, { 3, 2, 1, 0 }, { 4, 2, 1, 1 }, {
			7, 5, 1, 1 } };
		for (final int[] sizes : expected) {
			final List<SurveyedSample> samples = all(images("a", null, sizes[0]),
				images("b", null, 50));
			final Split split = Split.of(samples, SEED);
			assertEquals(sizes[1], count(split, samples, Side.TRAINING, "a"));
			assertEquals(sizes[2], count(split, samples, Side.VALIDATION, "a"));
			assertEquals(sizes[3], count(split, samples, Side.TEST, "a"));
		}
	}

	@Test
	void otherFractionsCanBeAskedFor() {
		final List<SurveyedSample> samples = all(images("a", null, 10), images("b",
			null, 10));
		final Split split = Split.of(samples, SEED, new SplitRules(Grouping.none(),
			false, new SplitFractions(0.5, 0.5, 0), false));
		assertEquals(10, split.hashes().get(Side.TRAINING).size());
		assertEquals(10, split.hashes().get(Side.VALIDATION).size());
		assertEquals(List.of(), split.warnings());
		assertThrows(IllegalArgumentException.class, () -> new SplitFractions(0.5,
			0.5, 0.5));
	}

	@Test
	void theSeedDecidesAndTheOrderOfSamplesDoesNot() {
		final List<SurveyedSample> samples = all(images("a", null, 50), images("b",
			null, 50));
		final Map<Side, List<String>> hashes = Split.of(samples, SEED).hashes();
		Collections.shuffle(samples, new Random(1));
		assertEquals(hashes, Split.of(samples, SEED).hashes());
		assertNotEquals(hashes, Split.of(samples, new SeedTree(43)).hashes());
	}

	@Test
	void addingAClassDoesNotMoveTheOthers() {
		final List<SurveyedSample> samples = all(images("b", null, 50), images("c",
			null, 50));
		final Split before = Split.of(samples, SEED);
		final Split after = Split.of(all(images("a", null, 9), samples), SEED);
		for (final SurveyedSample sample : samples) {
			assertEquals(before.sideOf(sample.contentHash()), after.sideOf(sample
				.contentHash()));
		}
	}

	@Test
	void declaredSidesWin() {
		final List<SurveyedSample> samples = all(images("a", Side.TRAINING, 3),
			images("a", Side.VALIDATION, 5), images("a", Side.TEST, 7), images("b",
				Side.TRAINING, 2));
		final Split split = Split.of(samples, SEED);
		for (final Side side : Side.values()) {
			for (final SurveyedSample sample : split.select(samples, side)) {
				assertEquals(side, sample.sample().declaredSide());
			}
		}
		assertEquals(5, split.hashes().get(Side.TRAINING).size());
	}

	@Test
	void withoutDeclaredValidationItIsTakenFromTraining() {
		final List<SurveyedSample> samples = all(images("a", Side.TRAINING, 100),
			images("b", Side.TRAINING, 20), images("a", Side.TEST, 10));
		final Split split = Split.of(samples, SEED);
		assertEquals(15, count(split, samples, Side.VALIDATION, "a"));
		assertEquals(3, count(split, samples, Side.VALIDATION, "b"));
		assertEquals(85, count(split, samples, Side.TRAINING, "a"));
		assertEquals(10, count(split, samples, Side.TEST, "a"));
	}

	@Test
	void aCopyDeclaredOnTwoSidesLeavesTrainingAndDoesNotEnterTest() {
		final List<SurveyedSample> samples = all(images("a", Side.TRAINING, 5),
			images("a", Side.VALIDATION, 5), images("a", Side.TEST, 5), images("b",
				Side.TRAINING, 5));
		samples.add(SurveyedSamples.of("a", "copy1", Side.TEST, samples.get(0)
			.contentHash()));
		samples.add(SurveyedSamples.of("a", "copy2", Side.VALIDATION, samples.get(1)
			.contentHash()));
		final Split split = Split.of(samples, SEED);
		assertEquals(Side.TEST, split.sideOf(samples.get(0).contentHash()));
		assertEquals(Side.VALIDATION, split.sideOf(samples.get(1).contentHash()));
		assertEquals(3, count(split, samples, Side.TRAINING, "a"));
		assertEquals(6, count(split, samples, Side.VALIDATION, "a"));
		assertEquals(6, count(split, samples, Side.TEST, "a"));
		assertTrue(split.warnings().get(0).startsWith(
			"2 images are declared for several sides"), split.warnings().toString());
		assertTrue(split.warnings().get(0).contains("a/TRAINING0 = copy1"));
	}

	@Test
	void onePictureUnderTwoLabelsIsOnOneSideAndWarnedOf() {
		final List<SurveyedSample> samples = all(images("a", null, 10), images("b",
			null, 10));
		samples.add(SurveyedSamples.of("b", "b/odd", null, samples.get(0)
			.contentHash()));
		final Split split = Split.of(samples, SEED);
		assertEquals("1 image occurs under different classes; one label is " +
			"probably wrong: a/null0 = b/odd.", split.warnings().get(0));
	}

	@Test
	void aClassWithOneImageIsNamedWithTheWayOut() {
		final String message = failure(all(images("a", null, 10), images("lonely",
			null, 1)));
		assertTrue(message.startsWith("The class 'lonely' has only one image"),
			message);
		assertTrue(message.endsWith("exclude=lonely trains without it."), message);
	}

	@Test
	void copiesOfOneImageAreOneImage() {
		final List<SurveyedSample> samples = all(images("a", null, 10), images("b",
			null, 1));
		samples.add(SurveyedSamples.of("b", "b/copy", null, samples.get(10)
			.contentHash()));
		assertTrue(failure(samples).contains("the other is a copy of it"), failure(
			samples));
	}

	@Test
	void whatCountsForAnotherClassIsToldAndNotTakenForACopyWithin() {
		final List<SurveyedSample> samples = all(images("a", null, 10), images("b",
			null, 1));
		samples.add(SurveyedSamples.of("b", "b/copy", null, samples.get(0)
			.contentHash()));
		assertTrue(failure(samples).startsWith("The class 'b' has only one image " +
			"of its own (the other is a copy of one in the class 'a');"), failure(
				samples));
		final List<SurveyedSample> first = all(images("a", null, 1), images("b",
			null, 10));
		first.add(SurveyedSamples.of("b", "b/copy", null, first.get(0)
			.contentHash()));
		assertTrue(failure(first).startsWith(
			"The class 'a' has only one image; training"), failure(first));
	}

	@Test
	void aClassWhoseTrainingImagesAreAllTestImagesIsNamed() {
		final List<SurveyedSample> samples = all(images("a", Side.TRAINING, 10),
			images("b", Side.TEST, 3));
		for (int i = 10; i < 13; i++) {
			samples.add(SurveyedSamples.of("b", "copy" + i, Side.TRAINING, samples
				.get(i).contentHash()));
		}
		assertTrue(failure(samples).contains("'b' has no training image"), failure(
			samples));
	}

	@Test
	void testImagesAloneCannotBeTrainedOn() {
		assertTrue(failure(images("a", Side.TEST, 5)).startsWith(
			"Expected training images"));
	}

	@Test
	void aSplitComesBackFromItsHashes() {
		final List<SurveyedSample> samples = all(images("a", null, 50), images("b",
			null, 50));
		final Split split = Split.of(samples, SEED);
		final Split again = Split.ofHashes(split.hashes());
		assertEquals(split.hashes(), again.hashes());
		assertEquals(split.select(samples, Side.TEST), again.select(samples,
			Side.TEST));
		assertThrows(IllegalArgumentException.class, () -> Split.ofHashes(Map.of(
			Side.TRAINING, List.of("x"), Side.TEST, List.of("x"))));
	}

	@Test
	void inRandomDataSetsNothingCrossesSidesAndEveryClassIsTrained() {
		final Random random = new Random(5);
		int splits = 0;
		for (int run = 0; run < 300; run++) {
			final List<SurveyedSample> samples = randomSamples(random);
			final Split split;
			try {
				split = Split.of(samples, new SeedTree(run));
			}
			catch (final UserFailure e) {
				// a class without two images of its own
				continue;
			}
			splits++;
			final Set<String> seen = new HashSet<>();
			for (final Side side : Side.values()) {
				final Set<String> contents = split.select(samples, side).stream().map(
					SurveyedSample::contentHash).collect(Collectors.toSet());
				assertEquals(Set.copyOf(split.hashes().get(side)), contents);
				assertTrue(Collections.disjoint(seen, contents));
				seen.addAll(contents);
			}
			assertEquals(samples.stream().map(SurveyedSample::contentHash).collect(
				Collectors.toSet()), seen);
			final Set<String> trained = split.select(samples, Side.TRAINING).stream()
				.map(sample -> sample.sample().label()).collect(Collectors.toSet());
			for (final SurveyedSample sample : samples) {
				final Side declared = sample.sample().declaredSide();
				if (declared == Side.TEST) assertEquals(Side.TEST, split.sideOf(sample
					.contentHash()));
				assertTrue(trained.contains(sample.sample().label()));
			}
			Collections.shuffle(samples, random);
			assertEquals(split.hashes(), Split.of(samples, new SeedTree(run))
				.hashes());
		}
		assertTrue(splits > 100, splits + " splits");
	}

	private static List<SurveyedSample> randomSamples(final Random random) {
		final Side[] sides = random.nextBoolean() ? new Side[] { null } : Side
			.values();
		final List<SurveyedSample> samples = new ArrayList<>();
		final int classes = 2 + random.nextInt(4);
		final int contents = 20 + random.nextInt(200);
		for (int i = 0; i < 10 * classes + random.nextInt(100); i++) {
			// few contents make many copies, some of them under other labels
			final int content = random.nextInt(contents);
			final int label = random.nextInt(20) == 0 ? random.nextInt(classes)
				: content % classes;
			samples.add(SurveyedSamples.of("class" + label, "image" + i, sides[random
				.nextInt(sides.length)], "content" + content));
		}
		return samples;
	}
}
