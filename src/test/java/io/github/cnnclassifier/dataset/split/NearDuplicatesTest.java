
package io.github.cnnclassifier.dataset.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.Fingerprint;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSamples;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

class NearDuplicatesTest {

	private static final int SIDE = 64;

	/** Some bright spots on a dark ground with a little noise, 0 to 255. */
	private static float[] cell(final long seed) {
		final Random random = new Random(seed);
		final float[] values = new float[SIDE * SIDE];
		for (int spot = 0; spot < 5; spot++) {
			final double x0 = 12 + 40 * random.nextDouble();
			final double y0 = 12 + 40 * random.nextDouble();
			final double width = 3 + 7 * random.nextDouble();
			for (int i = 0; i < values.length; i++) {
				final double dx = (i % SIDE - x0) / width;
				final double dy = (i / SIDE - y0) / width;
				values[i] += (float) (120 * Math.exp(-dx * dx - dy * dy));
			}
		}
		for (int i = 0; i < values.length; i++) {
			values[i] = Math.round(Math.min(255, 20 + values[i] + 4 * random
				.nextGaussian()));
		}
		return values;
	}

	private static float[] map(final float[] values,
		final DoubleUnaryOperator change)
	{
		final float[] changed = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			changed[i] = (float) change.applyAsDouble(values[i]);
		}
		return changed;
	}

	private static float[] turned(final float[] values) {
		final float[] turned = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			turned[i % SIDE * SIDE + SIDE - 1 - i / SIDE] = values[i];
		}
		return turned;
	}

	private static float[] mirrored(final float[] values) {
		final float[] mirrored = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			mirrored[i / SIDE * SIDE + SIDE - 1 - i % SIDE] = values[i];
		}
		return mirrored;
	}

	private static float[] asJpeg(final float[] values) throws IOException {
		final BufferedImage image = new BufferedImage(SIDE, SIDE,
			BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setPixels(0, 0, SIDE, SIDE, values);
		final ByteArrayOutputStream file = new ByteArrayOutputStream();
		assertTrue(ImageIO.write(image, "jpg", file));
		return ImageIO.read(new ByteArrayInputStream(file.toByteArray()))
			.getRaster().getPixels(0, 0, SIDE, SIDE, (float[]) null);
	}

	private static SurveyedSample sample(final String name, final int width,
		final float[] values)
	{
		final SampleImage image = new SampleImage(width, values.length / width, 1,
			false, 8, Pixels.of(values), null, name);
		return SurveyedSample.of(new Sample("a", name, null, () -> image), image);
	}

	private static SurveyedSample sample(final String name,
		final float[] values)
	{
		return sample(name, SIDE, values);
	}

	private static List<List<String>> names(
		final List<List<SurveyedSample>> groups)
	{
		return groups.stream().map(group -> group.stream().map(s -> s.sample()
			.name()).toList()).toList();
	}

	@Test
	void changedCopiesOfOnePictureAreFoundAmongOthers() throws IOException {
		final float[] cell = cell(0);
		final List<SurveyedSample> samples = new ArrayList<>();
		for (int other = 1; other <= 50; other++) {
			samples.add(sample("other" + other, cell(other)));
		}
		final List<String> copies = List.of("cell", "jpeg", "16 bit", "brighter",
			"gamma", "turned", "mirrored");
		samples.add(sample("cell", cell));
		samples.add(sample("jpeg", asJpeg(cell)));
		samples.add(sample("16 bit", map(cell, v -> 257 * v)));
		samples.add(sample("brighter", map(cell, v -> Math.min(255, 1.1 * v + 7))));
		samples.add(sample("gamma", map(cell, v -> Math.round(255 * Math.pow(v /
			255, 0.95)))));
		samples.add(sample("turned", turned(cell)));
		samples.add(sample("mirrored", map(mirrored(cell), v -> v / 255)));
		assertEquals(List.of(copies), names(SurveyedSamples.near(samples)
			.groups()));
	}

	@Test
	void aSmallerCopyIsFound() {
		final float[] cell = cell(3);
		final float[] half = new float[SIDE * SIDE / 4];
		for (int i = 0; i < half.length; i++) {
			final int at = i / 32 * 2 * SIDE + i % 32 * 2;
			half[i] = (cell[at] + cell[at + 1] + cell[at + SIDE] + cell[at + SIDE +
				1]) / 4;
		}
		assertEquals(1, SurveyedSamples.near(List.of(sample("whole", cell), sample(
			"half", 32, half))).groups().size());
	}

	@Test
	void exactCopiesAloneAreNoNearDuplicates() throws IOException {
		final float[] cell = cell(0);
		final List<SurveyedSample> samples = new ArrayList<>(List.of(sample("1",
			cell), sample("2", cell)));
		assertEquals(List.of(), SurveyedSamples.near(samples).groups());
		samples.add(sample("3", asJpeg(cell)));
		assertEquals(List.of(List.of("1", "2", "3")), names(SurveyedSamples.near(
			samples).groups()));
	}

	@Test
	void equalAndTinyImagesAreExempt() {
		final float[] gray = new float[SIDE * SIDE];
		Arrays.fill(gray, 0.1f);
		assertNull(sample("constant", gray).fingerprint());
		assertNull(sample("tiny", 7, Arrays.copyOf(cell(0), 7 * 40)).fingerprint());
		final SurveyedSample without = SurveyedSamples.of("a", "1", null, "x");
		assertEquals(List.of(), SurveyedSamples.near(List.of(without, without))
			.groups());
		assertEquals(List.of(), SurveyedSamples.near(List.of()).groups());
	}

	@Test
	void theSameShadingDoesNotMakeTheSamePicture() {
		final List<SurveyedSample> fields = new ArrayList<>();
		for (int field = 0; field < 20; field++) {
			final Random random = new Random(field);
			final float[] values = new float[SIDE * SIDE];
			for (int i = 0; i < values.length; i++) {
				values[i] = 3 * (i % SIDE) + i / SIDE;
			}
			for (int speck = 0; speck < 40; speck++) {
				values[random.nextInt(values.length)] += 30;
			}
			fields.add(sample("field" + field, values));
		}
		assertEquals(List.of(), SurveyedSamples.near(fields).groups());
	}

	@Test
	void theOrderOfTheSamplesDoesNotMatter() {
		final List<SurveyedSample> samples = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			final double slope = 1 + i / 20;
			samples.add(sample("" + i, map(cell(i % 20), v -> slope * v)));
		}
		final Set<Set<String>> groups = sets(samples);
		assertEquals(20, groups.size());
		Collections.shuffle(samples, new Random(1));
		assertEquals(groups, sets(samples));
	}

	private static Set<Set<String>> sets(final List<SurveyedSample> samples) {
		return names(SurveyedSamples.near(samples).groups()).stream().map(
			Set::copyOf).collect(Collectors.toSet());
	}

	@Test
	void everyClosePairIsFoundOnce() {
		final Random random = new Random(7);
		final List<float[]> points = IntStream.range(0, 5000).mapToObj(i -> {
			final float[] point = new float[CoarseShape.SIZE];
			for (int k = 0; k < point.length; k++) {
				point[k] = (2 * random.nextFloat() - 1) * (k % 3 + 1) / 3;
			}
			return point;
		}).toList();
		final double distance = 1.8;
		final Set<List<Integer>> found = ConcurrentHashMap.newKeySet();
		ClosePairs.find(points, distance, (a, b) -> assertTrue(found.add(List.of(
			Math.min(a, b), Math.max(a, b)))), Progress.none());
		final Set<List<Integer>> expected = new HashSet<>();
		for (int b = 0; b < points.size(); b++) {
			for (int a = 0; a < b; a++) {
				if (distance(points.get(a), points.get(b)) <= distance) expected.add(
					List.of(a, b));
			}
		}
		assertFalse(expected.isEmpty());
		assertEquals(expected, found);
	}

	@Test
	void whatIsLeftAmongFewerSamplesIsWhatASearchAmongThemFinds() {
		for (int run = 0; run < 100; run++) {
			final List<SurveyedSample> all = new RandomDataSet(run, 0, false).grow(
				60);
			final Random random = new Random(run);
			final List<SurveyedSample> some = all.stream().filter(s -> random.nextInt(
				3) > 0).toList();
			final NearDuplicates left = SurveyedSamples.near(all).among(some);
			assertEquals(names(SurveyedSamples.near(some).groups()), names(left
				.groups()));
		}
	}

	@Test
	void whatOnlyAMissingImageBroughtTogetherIsApart() {
		final float[] first = cell(1);
		final float[] last = cell(2);
		final List<SurveyedSample> series = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			final float[] blend = first.clone();
			for (int k = 0; k < blend.length; k++) {
				blend[k] += 0.04f * i * (last[k] - first[k]);
			}
			series.add(sample("" + i, blend));
		}
		final NearDuplicates near = SurveyedSamples.near(series);
		assertEquals(List.of(List.of("0", "1", "2", "3", "4")), names(near
			.groups()));
		series.remove(2);
		assertEquals(List.of(List.of("0", "1"), List.of("3", "4")), names(near
			.among(series).groups()));
	}

	@Test
	void theSearchCanBeStopped() {
		final Random random = new Random(1);
		final List<float[]> points = IntStream.range(0, 3000).mapToObj(
			i -> new float[] { random.nextFloat(), random.nextFloat() }).toList();
		final AtomicInteger pairs = new AtomicInteger();
		assertThrows(CanceledException.class, () -> ClosePairs.find(points, 2, (a,
			b) -> pairs.incrementAndGet(), new CancelWhen(() -> true)));
		assertTrue(pairs.get() < 3000 * 2999 / 4, pairs.toString());
	}

	private static double distance(final float[] a, final float[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++) {
			sum += (a[k] - b[k]) * (a[k] - b[k]);
		}
		return Math.sqrt(sum);
	}

	@Test
	void coarseShapesAreNeverFurtherApartThanThePicturesInAnyPosition() {
		final Turns turns = new Turns(Fingerprint.SHAPE_SIDE);
		for (int i = 0; i < 100; i++) {
			final byte[] a = sample("a", cell(i)).fingerprint().shape();
			final byte[] b = sample("b", cell(i + 1)).fingerprint().shape();
			final double coarse = distance(CoarseShape.of(a), CoarseShape.of(b));
			for (int turn = 0; turn < Turns.COUNT; turn++) {
				final double whole = Math.sqrt(turns.squaredDistance(a, b, turn,
					Long.MAX_VALUE)) / (Fingerprint.UNIT * Fingerprint.SHAPE_SIDE);
				assertTrue(coarse <= whole + 1e-6, coarse + " > " + whole);
			}
		}
	}

	@Test
	void theEightTurnsAreDifferentAndKeepCoarseShape() {
		final float[] cell = cell(5);
		final float[] shape = CoarseShape.of(sample("", cell).fingerprint()
			.shape());
		float[] position = cell;
		for (int turn = 0; turn < 8; turn++) {
			position = turn == 4 ? mirrored(position) : turned(position);
			if (turn < 3) assertTrue(distance(position, cell) > 100);
			assertTrue(distance(shape, CoarseShape.of(sample("", position)
				.fingerprint().shape())) < 1e-2);
		}
	}
}
