
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.model.UnlikeScore;

/** Scores for made-up numbers of images. */
class UnlikeFitTest {

	private static final int STATISTICS = 8;

	private final SplittableRandom random = new SplittableRandom(3);

	/** Each class around a corner, wide in few directions, narrow in others. */
	private ImageNumbers images(final int count, final int classes,
		final int length, final double shift)
	{
		final List<float[]> features = new ArrayList<>();
		final List<float[]> statistics = new ArrayList<>();
		final List<Integer> labels = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final int label = i % classes;
			final float[] ofImage = new float[length];
			for (int k = 0; k < length; k++)
				ofImage[k] = (float) ((k % classes == label ? 5 : 0) + (k < 10 ? 1
					: 0.1) * random.nextGaussian() + (k == length - 1 ? shift : 0));
			final float[] ofInput = new float[STATISTICS];
			for (int k = 0; k < STATISTICS; k++)
				ofInput[k] = (float) (label + 0.2 * random.nextGaussian());
			features.add(ofImage);
			statistics.add(ofInput);
			labels.add(label);
		}
		return new ImageNumbers(features, statistics, labels);
	}

	private static double share(final UnlikeScore score,
		final ImageNumbers images)
	{
		int unlike = 0;
		for (int i = 0; i < images.size(); i++) {
			if (score.of(images.features().get(i), images.statistics().get(
				i)) > UnlikeScore.LIMIT) unlike++;
		}
		return unlike / (double) images.size();
	}

	private static ImageNumbers withStatistics(final ImageNumbers images,
		final float added)
	{
		final List<float[]> moved = new ArrayList<>();
		for (final float[] statistics : images.statistics()) {
			final float[] other = statistics.clone();
			other[3] += added;
			moved.add(other);
		}
		return new ImageNumbers(images.features(), moved, images.labels());
	}

	@ParameterizedTest
	@CsvSource({ "3,12", "2,64", "5,300" })
	void imagesOfTheKindAreWithinAndOthersAreNot(final int classes,
		final int length)
	{
		final UnlikeScore score = UnlikeFit.of(images(600, classes, length, 0),
			images(400, classes, length, 0)).score().orElseThrow();
		final ImageNumbers others = images(1000, classes, length, 0);
		assertEquals(0.03, share(score, others), 0.025);
		// in a direction that varies little, which is in none or a narrow one
		assertEquals(1, share(score, images(300, classes, length, length > 12 ? 4
			: 20)));
		assertEquals(1, share(score, withStatistics(others, 3)));
	}

	@Test
	void whatIsBetweenTheClassesIsUnlike() {
		final UnlikeScore score = UnlikeFit.of(images(600, 2, 20, 0), images(200, 2,
			20, 0)).score().orElseThrow();
		final float[] middle = new float[20];
		java.util.Arrays.fill(middle, 2.5f);
		assertTrue(score.of(middle, images(1, 2, 20, 0).statistics().get(0)) > 1);
	}

	@Test
	void fewValidationImagesAreHelpedByTheTrainingImages() {
		final UnlikeFit.Result result = UnlikeFit.of(images(120, 3, 40, 0), images(
			10, 3, 40, 0));
		assertTrue(result.statement().contains("may be too strict"), result
			.statement());
		final UnlikeScore score = result.score().orElseThrow();
		assertTrue(share(score, images(1000, 3, 40, 0)) < 0.08);
		assertEquals(1, share(score, images(100, 3, 40, 8)));
		assertTrue(UnlikeFit.of(images(60, 3, 40, 0), images(0, 3, 40, 0)).score()
			.isPresent());
	}

	/** Ten images of each group, all of them alike. */
	private ImageNumbers groups(final int groups, final boolean told) {
		final List<float[]> features = new ArrayList<>();
		final List<float[]> statistics = new ArrayList<>();
		final List<Integer> labels = new ArrayList<>();
		final List<String> units = new ArrayList<>();
		for (int i = 0; i < 10 * groups; i++) {
			final float[] ofImage = new float[4];
			final SplittableRandom ofGroup = new SplittableRandom(i / 10);
			for (int k = 0; k < ofImage.length; k++)
				ofImage[k] = (float) (ofGroup.nextGaussian() + 0.05 * random
					.nextGaussian());
			features.add(ofImage);
			statistics.add(new float[STATISTICS]);
			labels.add(0);
			units.add(told ? "group " + i / 10 : "image " + i);
		}
		return new ImageNumbers(features, statistics, labels, units);
	}

	@Test
	void aGroupIsMeasuredBesideOthersAndNotBesideItself() {
		final UnlikeScore whole = UnlikeFit.ofUnseen(groups(12, true)).score()
			.orElseThrow();
		final UnlikeScore spread = UnlikeFit.ofUnseen(groups(12, false)).score()
			.orElseThrow();
		assertTrue(whole.featureLimit() > 1.1 * spread.featureLimit(), whole
			.featureLimit() + " and " + spread.featureLimit());
	}

	@Test
	void tooFewImagesGiveAReason() {
		final UnlikeFit.Result result = UnlikeFit.of(images(30, 3, 40, 0), images(9,
			3, 40, 0));
		assertTrue(result.score().isEmpty());
		assertEquals("not told: 39 images are too few, 40 are needed", result
			.statement());
	}

	/** The network is closer to what it learned from: by half, here. */
	@Test
	void limitsOfASecondRunAreAsWideAsTheFirstOneNeeded() {
		final ImageNumbers training = images(300, 3, 40, 0);
		final ImageNumbers unseen = images(200, 3, 40, 0.6);
		final UnlikeScore first = UnlikeFit.of(training, unseen).score()
			.orElseThrow();
		final UnlikeScore second = UnlikeFit.ofAll(images(400, 3, 40, 0), first,
			training).score().orElseThrow();
		assertTrue(share(second, images(500, 3, 40, 0.6)) < 0.1);
		assertEquals(1, share(second, images(100, 3, 40, 8)));
	}

	@Test
	void aClassOfOneImageAndFeaturesThatNeverChangeAreNoHindrance() {
		final ImageNumbers many = images(200, 2, 50, 0);
		final List<float[]> features = new ArrayList<>(many.features());
		final List<float[]> statistics = new ArrayList<>(many.statistics());
		final List<Integer> labels = new ArrayList<>(many.labels());
		features.add(new float[50]);
		statistics.add(new float[STATISTICS]);
		labels.add(7);
		features.forEach(f -> f[20] = 0);
		final UnlikeScore score = UnlikeFit.of(new ImageNumbers(features,
			statistics, labels), images(0, 2, 50, 0)).score().orElseThrow();
		assertTrue(share(score, many) < 0.1);
		final List<float[]> flat = new ArrayList<>();
		for (int i = 0; i < 60; i++)
			flat.add(new float[50]);
		final ImageNumbers same = new ImageNumbers(flat, flat.stream().map(
			f -> new float[STATISTICS]).toList(), labels.subList(0, 60));
		final UnlikeScore none = UnlikeFit.of(same, same).score().orElseThrow();
		assertEquals(0, share(none, same));
		final float[] changed = new float[50];
		changed[30] = 0.1f;
		assertTrue(none.of(changed, new float[STATISTICS]) > 1);
	}

	@Test
	void theSameImagesGiveTheSameScore() {
		final ImageNumbers training = images(300, 3, 100, 0);
		final ImageNumbers unseen = images(100, 3, 100, 0);
		final UnlikeScore once = UnlikeFit.of(training, unseen).score()
			.orElseThrow();
		final UnlikeScore again = UnlikeFit.of(training, unseen).score()
			.orElseThrow();
		assertEquals(once.featureLimit(), again.featureLimit());
		assertEquals(once.of(unseen.features().get(0), unseen.statistics().get(0)),
			again.of(unseen.features().get(0), unseen.statistics().get(0)));
	}

	@Test
	void whatWouldBeTooLargeIsNotPossible() {
		assertTrue(UnlikeFit.isPossible(3136, 10));
		assertTrue(UnlikeFit.isPossible(128, 3000));
		assertFalse(UnlikeFit.isPossible(200_000, 2));
		assertFalse(UnlikeFit.isPossible(128, 200_000));
	}

	@Test
	void classesOfASingleImageLeaveNothingToTakeLimitsFrom() {
		final ImageNumbers single = images(45, 45, 60, 0);
		final UnlikeFit.Result none = UnlikeFit.of(single, images(0, 45, 60, 0));
		assertTrue(none.score().isEmpty());
		assertEquals("not told: there are no validation images, and each class " +
			"has a single training image or group", none.statement());
		assertTrue(UnlikeFit.of(single, images(5, 45, 60, 0)).score().isPresent());
	}

	@Test
	void whereClassesHadASingleImageTheLimitsOfTheFirstRunStay() {
		final ImageNumbers single = images(45, 45, 60, 0);
		final UnlikeScore first = UnlikeFit.of(single, images(90, 45, 60, 0))
			.score().orElseThrow();
		for (final int all : new int[] { 45, 135 }) {
			final UnlikeFit.Result second = UnlikeFit.ofAll(images(all, 45, 60, 0),
				first, single);
			assertEquals("told; limits of a first run, as each class had a single " +
				"training image", second.statement());
			final UnlikeScore score = second.score().orElseThrow();
			assertEquals(first.featureLimit(), score.featureLimit());
			assertEquals(first.restLimit(), score.restLimit());
			assertEquals(first.statisticsLimit(), score.statisticsLimit());
		}
	}
}
