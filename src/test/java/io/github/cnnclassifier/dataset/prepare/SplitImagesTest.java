
package io.github.cnnclassifier.dataset.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.split.SplitRules;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSamples;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

class SplitImagesTest {

	private static final Preprocessing PREPROCESSING = new Preprocessing(2, 1, 1,
		ChannelRule.AS_IS, new IntensityRange(0, 255));

	private final AtomicInteger reads = new AtomicInteger();

	@TempDir
	private Path root;

	private List<SurveyedSample> samples(final int count) {
		final List<SurveyedSample> samples = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			samples.add(SurveyedSamples.readable(i % 2 == 0 ? "a" : "b", i, reads));
		}
		return samples;
	}

	@Test
	void inputsAreNewPreprocessedArrays() throws IOException {
		final SampleList list = SampleList.of(samples(3), List.of("b", "a"),
			PREPROCESSING, 1 << 20);
		assertEquals(3, list.size());
		assertEquals(1, list.labelIndex(0));
		assertEquals(0, list.labelIndex(1));
		assertEquals("a/2", list.name(2));
		assertEquals("hash2", list.contentHash(2));
		assertArrayEquals(new int[] { 1, 2 }, list.classCounts());
		final float[] input = list.input(2);
		assertArrayEquals(new float[] { 2f / 255, 1 }, input);
		assertNotSame(input, list.input(2));
	}

	@Test
	void imagesAreReadOnceWithinTheBudgetAndAgainBeyondIt() throws IOException {
		final long roomForFour = 4 * 130;
		final SampleList list = SampleList.of(samples(10), List.of("a", "b"),
			PREPROCESSING, roomForFour);
		for (int epoch = 0; epoch < 3; epoch++) {
			for (int i = 0; i < list.size(); i++) {
				assertEquals(i / 255f, list.input(i)[0]);
			}
		}
		assertEquals(10 + 6 + 6, reads.get());
	}

	@Test
	void manyThreadsGetTheSameInputs() {
		final SampleList list = SampleList.of(samples(100), List.of("a", "b"),
			PREPROCESSING, 50 * 130);
		IntStream.range(0, 2000).parallel().forEach(k -> {
			try {
				assertEquals(k % 100 / 255f, list.input(k % 100)[0]);
			}
			catch (final IOException e) {
				throw new AssertionError(e);
			}
		});
	}

	@Test
	void aLabelTheModelDoesNotKnowNamesBothLists() {
		final UserFailure e = assertThrows(UserFailure.class, () -> SampleList.of(
			samples(2), List.of("a", "c"), PREPROCESSING, 0));
		assertTrue(e.getMessage().startsWith(
			"Expected the classes 'a', 'c', found 'a', 'b'."), e.getMessage());
	}

	@Test
	void imagesOfQuiteOtherClassesAreNotToBeLeftOutOneByOne() {
		final UserFailure e = assertThrows(UserFailure.class, () -> SampleList.of(
			samples(2), List.of("c", "d"), PREPROCESSING, 0));
		assertEquals("Expected the classes 'c', 'd', found 'a', 'b'. None is the " +
			"same: choose images of these classes, or a model of those.", e
				.getMessage());
	}

	private Survey survey() {
		return Survey.of(LabeledImages.open(root, new TextImages(), Set.of()),
			Progress.none());
	}

	@Test
	void theThreeSidesHoldEveryImageOnce() throws IOException {
		for (int i = 0; i < 40; i++) {
			TextImages.write(root.resolve((i % 2 == 0 ? "a/" : "b/") + i + ".img"), i,
				255);
		}
		final Survey survey = survey();
		final SplitImages images = SplitImages.of(survey, Split.of(survey.samples(),
			new SeedTree(1)), PREPROCESSING, 1 << 20);
		assertEquals(List.of("a", "b"), images.labels());
		assertArrayEquals(new int[] { 14, 14 }, images.training().samples()
			.classCounts());
		assertArrayEquals(new int[] { 3, 3 }, images.validation().samples()
			.classCounts());
		assertArrayEquals(new int[] { 3, 3 }, images.test().samples()
			.classCounts());
	}

	/** To learn from in the end; the test side has no way there. */
	@Test
	void trainingAndValidationImagesCanBeHadTogether() throws IOException {
		for (int i = 0; i < 40; i++) {
			TextImages.write(root.resolve((i % 2 == 0 ? "a/" : "b/") + i + ".img"), i,
				255);
		}
		final Survey survey = survey();
		final SplitImages images = SplitImages.of(survey, Split.of(survey.samples(),
			new SeedTree(1)), PREPROCESSING, 1 << 20);
		final SampleList training = images.training().samples();
		final SampleList validation = images.validation().samples();
		final SampleList both = images.trainingAndValidation().samples();
		assertArrayEquals(new int[] { 17, 17 }, both.classCounts());
		assertEquals(training.contentHash(27), both.contentHash(27));
		assertEquals(validation.contentHash(0), both.contentHash(28));
		assertEquals(validation.labelIndex(5), both.labelIndex(33));
		assertArrayEquals(training.input(3), both.input(3));
		assertArrayEquals(validation.input(4), both.input(32));
		assertEquals(0, images.noValidation().samples().size());
		assertEquals(both.labels(), images.noValidation().samples().labels());
	}

	@Test
	void eachSideKnowsWhatBelongsTogether() throws IOException {
		for (int i = 0; i < 40; i++) {
			TextImages.write(root.resolve((i % 2 == 0 ? "a/" : "b/") + "dish" + i /
				4 + "_" + i + ".img"), i, 255);
		}
		final Survey survey = survey();
		final SplitImages images = SplitImages.of(survey, Split.of(survey.samples(),
			new SeedTree(1), new SplitRules(GroupingRule.parse("(dish\\d+)_").apply(
				survey.images()), false)), PREPROCESSING, 1 << 20);
		final SampleList both = images.trainingAndValidation().samples();
		for (int i = 0; i < both.size(); i++) {
			assertTrue(both.unit(i).startsWith("group "), both.unit(i));
			for (int j = 0; j < i; j++)
				assertEquals(dish(both.name(i)).equals(dish(both.name(j))), both.unit(i)
					.equals(both.unit(j)), both.name(i) + " and " + both.name(j));
		}
	}

	private static String dish(final String name) {
		return name.replaceAll(".*(dish\\d+)_.*", "$1");
	}

	@Test
	void aClassWithoutReadableTrainingImageIsNamed() throws IOException {
		for (int i = 0; i < 10; i++) {
			TextImages.write(root.resolve((i % 2 == 0 ? "a/" : "b/") + i + ".img"), i,
				255);
		}
		TextImages.writeText(root.resolve("c/1.img"), "");
		final Survey survey = survey();
		final Split split = Split.of(survey.samples(), new SeedTree(1));
		final UserFailure e = assertThrows(UserFailure.class, () -> SplitImages.of(
			survey, split, PREPROCESSING, 0));
		assertTrue(e.getMessage().startsWith(
			"The class 'c' has no readable training image."), e.getMessage());
	}
}
