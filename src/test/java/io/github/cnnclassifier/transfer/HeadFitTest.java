
package io.github.cnnclassifier.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

class HeadFitTest {

	private static final int IMAGES = 90;
	private static final int CLASSES = 3;

	/** Two of five features tell the class, far from 0 and on another scale. */
	private static FeatureTable table(final int views,
		final IntUnaryOperator label)
	{
		final SplittableRandom random = new SeedTree(3).random();
		final float[][] rows = new float[IMAGES * views][5];
		final int[] labels = new int[IMAGES];
		for (int i = 0; i < IMAGES; i++) {
			final int k = i % CLASSES;
			labels[i] = label.applyAsInt(i);
			for (int v = 0; v < views; v++) {
				final float[] row = rows[i * views + v];
				for (int f = 0; f < row.length; f++)
					row[f] = (float) random.nextDouble(-1, 1);
				row[1] = 100 + 10 * (k == 1 ? 1 : 0) + row[1];
				row[2] = -0.001f * (k == 2 ? 1 : 0) + 1e-4f * row[2];
				row[3] = 7;
			}
		}
		return alone(views, rows, labels);
	}

	/** Nothing belongs together. */
	private static FeatureTable alone(final int views, final float[][] rows,
		final int[] labels)
	{
		return new FeatureTable(labels.length, views, rows, labels, IntStream.range(
			0, labels.length).mapToObj(Integer::toString).toList(), rows.length);
	}

	private static HeadFit.Fitted fit(final FeatureTable table) {
		return new HeadFit(table, new float[] { 1, 1, 1 }).fit(new SeedTree(1),
			Progress.none());
	}

	@Test
	void featuresOfAnyScaleThatTellTheClassAreFound() {
		final FeatureTable table = table(1, i -> i % CLASSES);
		final HeadFit.Fitted fitted = fit(table);
		assertEquals(1, fitted.leftOut().orElseThrow().accuracy(), 1e-9);
		assertEquals(IMAGES, fitted.leftOut().orElseThrow().images());
		for (int i = 0; i < IMAGES; i++)
			assertTrue(fitted.head().probabilities(table.unchanged(i))[i %
				CLASSES] > 0.7);
	}

	@Test
	void labelsWithoutReasonStayAtChanceAndAreHeldSmall() {
		final SplittableRandom random = new SeedTree(9).random();
		final int[] any = random.ints(IMAGES, 0, CLASSES).toArray();
		final HeadFit.Fitted fitted = fit(table(2, i -> any[i]));
		assertEquals(1.0 / CLASSES, fitted.leftOut().orElseThrow().accuracy(),
			0.15);
		assertTrue(fitted.strength() >= 0.1, "strength " + fitted.strength());
	}

	@Test
	void theSameSeedGivesTheSameHead() {
		final FeatureTable table = table(2, i -> i % CLASSES);
		assertArrayEquals(fit(table).head().weight(), fit(table).head().weight());
	}

	@Test
	void aClassWithOneImageIsFittedAndCountsNowhere() {
		final HeadFit.LeftOut leftOut = fit(table(1, i -> i == 5 ? 2 : i % CLASSES %
			2)).leftOut().orElseThrow();
		assertTrue(Double.isFinite(leftOut.loss()));
		assertEquals(IMAGES - 1, leftOut.images());
		// of two classes, not of three
		final float[][] rows = new float[21][1];
		final int[] labels = new int[21];
		for (int i = 0; i < 21; i++) {
			labels[i] = i == 20 ? 2 : i % 2;
			rows[i][0] = labels[i] + 0.01f * i;
		}
		assertEquals(1, fit(alone(1, rows, labels)).leftOut().orElseThrow()
			.accuracy());
	}

	@Test
	void whereNothingCanBeLeftOutNothingIsSaidAndThePenaltyIsTheMiddleOne() {
		final HeadFit.Fitted fitted = fit(alone(2, new float[][] { { 0, 1 }, { 0,
			1.1f }, { 1, 0 }, { 1.1f, 0 }, { 5, 5 }, { 5, 5.1f } }, new int[] { 0, 1,
				2 }));
		assertEquals(0.03, fitted.strength());
		assertTrue(fitted.leftOut().isEmpty());
		assertTrue(fitted.head().probabilities(new float[] { 5, 5 })[2] > 0.7);
	}

	/**
	 * Each group has a mark of its own, by which its images are known again, and
	 * the classes have none.
	 */
	private static FeatureTable marked(final boolean told) {
		final SplittableRandom random = new SeedTree(5).random();
		final int groups = 24;
		final int each = 10;
		final float[][] rows = new float[groups * each][groups];
		final int[] labels = new int[rows.length];
		final List<String> units = new ArrayList<>();
		for (int i = 0; i < rows.length; i++) {
			final int group = i / each;
			labels[i] = group % CLASSES;
			for (int f = 0; f < groups; f++)
				rows[i][f] = (float) random.nextDouble(0.1);
			rows[i][group] += 1;
			units.add(told ? "group " + group : "image " + i);
		}
		return new FeatureTable(rows.length, 1, rows, labels, units, rows.length);
	}

	@Test
	void imagesOfAGroupAreLeftOutTogether() {
		final HeadFit.Fitted spread = fit(marked(false));
		final HeadFit.Fitted whole = fit(marked(true));
		assertEquals(1, spread.leftOut().orElseThrow().accuracy(), 1e-9);
		assertTrue(whole.leftOut().orElseThrow().accuracy() < 0.6, whole
			.toString());
		assertTrue(whole.strength() > spread.strength(), whole.strength() +
			" and " + spread.strength());
	}

	/** Two columns tell the class; the third is constant but for rounding. */
	@Test
	void aFeatureThatDiffersByRoundingAloneHasNoSay() {
		final SplittableRandom random = new SeedTree(8).random();
		final float[][] rows = new float[40][3];
		final int[] labels = new int[40];
		for (int i = 0; i < 40; i++) {
			labels[i] = i % 2;
			rows[i][0] = (float) (labels[i] + random.nextDouble(-0.7, 0.7));
			rows[i][1] = (float) (labels[i] + random.nextDouble(-0.7, 0.7));
			rows[i][2] = labels[i] == 0 ? 0.5f : 0.50000006f;
		}
		final LinearHead head = new HeadFit(alone(1, rows, labels), new float[] { 1,
			1 }).fit(new SeedTree(1), Progress.none()).head();
		final double[] before = head.probabilities(new float[] { 0.2f, 0.3f,
			0.5f });
		final double[] after = head.probabilities(new float[] { 0.2f, 0.3f, 0.6f });
		assertArrayEquals(before, after, 1e-6);
		assertTrue(before[0] > 0.5, Arrays.toString(before));
	}

	/** Of rows by chance, whose fit takes its time. */
	private static FeatureTable large(final int images, final int features,
		final int classes)
	{
		final SplittableRandom random = new SeedTree(4).random();
		final float[][] rows = new float[images][features];
		final int[] labels = new int[images];
		for (int i = 0; i < images; i++) {
			labels[i] = i % classes;
			for (int f = 0; f < features; f++)
				rows[i][f] = (float) random.nextDouble() + (f % classes == labels[i]
					? 0.2f : 0);
		}
		return alone(1, rows, labels);
	}

	@Test
	void whoStopsWaitsForOneStepAtMostInTheLastFitToo() {
		final FeatureTable table = large(300, 10, 2);
		final AtomicInteger asked = new AtomicInteger();
		new HeadFit(table, new float[] { 1, 1 }).fit(new SeedTree(1),
			new CancelWhen(() -> asked.incrementAndGet() < 0));
		final int all = asked.get();
		assertTrue(all > 200, "asked " + all + " times");
		for (final int stop : new int[] { 3, all / 2, all - 2 }) {
			asked.set(0);
			assertThrows(CanceledException.class, () -> new HeadFit(table,
				new float[] { 1, 1 }).fit(new SeedTree(1), new CancelWhen(() -> asked
					.incrementAndGet() >= stop)));
			assertEquals(stop, asked.get());
		}
	}

	@Test
	void whoWaitsSeesWhichFitIsMade() {
		final List<String> shown = new ArrayList<>();
		final List<Double> fractions = new ArrayList<>();
		new HeadFit(large(600, 20, 4), new float[] { 1, 1, 1, 1 }).fit(new SeedTree(
			1), new Progress()
		{

				@Override
				public void update(final double fraction, final String status) {
					fractions.add(fraction);
					shown.add(status);
				}

				@Override
				public void message(final String line) {}

				@Override
				public boolean isCanceled() {
					return false;
				}
			});
		assertTrue(shown.get(0).equals(
			"Fitting the last layer: part 1 of 5 left out, penalty 1.0, step 1"),
			shown.get(0));
		assertEquals(fractions.stream().sorted().toList(), fractions);
		assertTrue(fractions.get(fractions.size() - 1) <= 1);
	}

	@Test
	void ofVeryManyImagesSomeTellWhichPenaltyIsBest() {
		final HeadFit.Fitted fitted = new HeadFit(large(13_000, 3, 2), new float[] {
			1, 1 }).fit(new SeedTree(1), Progress.none());
		assertEquals(6000, fitted.leftOut().orElseThrow().images());
	}

	/** All five of them would take minutes. */
	@Test
	void ofVeryManyRowsOneFoldIsLeftOut() {
		final List<String> shown = new ArrayList<>();
		final float[] equal = new float[9];
		Arrays.fill(equal, 1);
		assertThrows(CanceledException.class, () -> new HeadFit(large(6000, 400, 9),
			equal).fit(new SeedTree(1), new Progress()
		{

				@Override
				public void update(final double fraction, final String status) {
					shown.add(status);
				}

				@Override
				public void message(final String line) {}

				@Override
				public boolean isCanceled() {
					return !shown.isEmpty();
				}
			}));
		assertEquals(List.of(
			"Fitting the last layer: part 1 of 1 left out, penalty 1.0, step 1"),
			shown);
	}

	/** One thread is what a part of the cores is in the extreme. */
	@Test
	void theNumberOfCoresChangesNoBit() throws Exception {
		final FeatureTable table = large(2000, 100, 8);
		final SoftmaxRegression many = new SoftmaxRegression(table.features(), table
			.labels(), Arrays.stream(table.labels()).mapToDouble(l -> 1).toArray(),
			8);
		final double[] onAll = many.origin();
		many.fit(1, onAll);
		final double[] onOne = many.origin();
		final ForkJoinPool one = new ForkJoinPool(1);
		one.submit(() -> many.fit(1, onOne)).get();
		one.shutdown();
		assertArrayEquals(onAll, onOne);
	}

	/** Rows of a model that is known, with 30 features of little weight each. */
	private static FeatureTable planted(final int count, final long seed) {
		final int features = 30;
		final SplittableRandom random = new SeedTree(seed).random();
		final float[][] rows = new float[count][features];
		final int[] labels = new int[count];
		for (int i = 0; i < count; i++) {
			double score = 0;
			for (int f = 0; f < features; f++) {
				rows[i][f] = (float) random.nextGaussian();
				score += (f % 2 == 0 ? 0.1 : -0.1) * rows[i][f];
			}
			labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
		}
		return alone(1, rows, labels);
	}

	private static double loss(final LinearHead head, final FeatureTable table) {
		double loss = 0;
		for (int i = 0; i < table.images(); i++)
			loss += head.predict(table.unchanged(i)).crossEntropy(table.labels()[i]);
		return loss / table.images();
	}

	@Test
	void whereSomeImagesTellThePenaltyAllImagesGetAsMuchOfItAndNoMore() {
		final int count = 24_000;
		final FeatureTable table = planted(count, 11);
		final HeadFit.Fitted fitted = new HeadFit(table, new float[] { 1, 1 }).fit(
			new SeedTree(1), Progress.none());
		// 6,000 have chosen it
		final double chosen = 4 * fitted.strength();
		assertTrue(DoubleStream.of(1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001).anyMatch(
			strength -> Math.abs(chosen / strength - 1) < 1e-9), "strength " + fitted
				.strength());
		final FeatureScaling scaling = FeatureScaling.of(table.features());
		final double[] ones = new double[count];
		Arrays.fill(ones, 1);
		final SoftmaxRegression regression = new SoftmaxRegression(Arrays.stream(
			table.features()).map(scaling::scaled).toArray(float[][]::new), table
				.labels(), ones, 2);
		final double[] at = regression.origin();
		regression.fit(chosen, at);
		final FeatureTable fresh = planted(20_000, 12);
		final double rescaled = loss(fitted.head(), fresh);
		final double asChosen = loss(scaling.unscaled(at, 2), fresh);
		assertTrue(rescaled < asChosen, rescaled + " and " + asChosen);
	}
}
