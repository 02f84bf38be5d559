
package io.github.cnnclassifier.workflow.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.ClassArea;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.inference.MapArea;
import io.github.cnnclassifier.inference.MapRow;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Cloud;
import io.github.cnnclassifier.model.PictureStatistics;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.model.UnlikeScore;
import io.github.cnnclassifier.model.UnlikeUse;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InputOverrides;

/** Maps with a network whose answers are known beforehand. */
class MapClassesTest {

	private static final int WINDOW = 8;
	private static final float CLOSE = 1e-6f;

	/** The brightness of the window, 0 to 1, is that of class "bright". */
	private static final class Brightness implements Network {

		final AtomicInteger windows = new AtomicInteger();

		@Override
		public float[] predict(final float[] inputs, final int count) {
			windows.addAndGet(count);
			final float[] probabilities = new float[2 * count];
			for (int i = 0; i < count; i++) {
				float sum = 0;
				for (int k = 0; k < WINDOW * WINDOW; k++) {
					sum += inputs[i * WINDOW * WINDOW + k];
				}
				probabilities[2 * i + 1] = sum / (WINDOW * WINDOW);
				probabilities[2 * i] = 1 - probabilities[2 * i + 1];
			}
			return probabilities;
		}

		@Override
		public float[] features(final float[] inputs, final int count) {
			throw new UnsupportedOperationException("a fake has no layers");
		}

		@Override
		public void close() {
			// nothing native
		}
	}

	/** Keeps the rows. */
	private static final class Rows implements MapTarget, MapTarget.Sink {

		final List<MapRow> rows = new ArrayList<>();
		boolean committed;
		boolean closed;

		@Override
		public Sink open(final MapLayout layout) {
			return this;
		}

		@Override
		public void row(final MapRow row) {
			assertEquals(rows.size(), row.y());
			rows.add(row);
		}

		@Override
		public void commit(final List<ClassArea> areas) {
			committed = true;
		}

		@Override
		public void close() {
			closed = true;
		}

		int value(final int x, final int y) {
			return rows.get(y).values()[x];
		}

		float bright(final int x, final int y) {
			final int width = rows.get(y).values().length;
			return rows.get(y).probabilities()[width + x];
		}
	}

	private final Brightness network = new Brightness();
	private final Rows rows = new Rows();

	private static SampleImage image(final int width, final int height,
		final float[] values)
	{
		return new SampleImage(width, height, 1, false, 8, Pixels.of(values), null,
			"memory");
	}

	private static SampleImage constant(final int width, final int height,
		final float value)
	{
		final float[] values = new float[width * height];
		java.util.Arrays.fill(values, value);
		return image(width, height, values);
	}

	private static SampleImage noise(final int width, final int height) {
		final SplittableRandom random = new SplittableRandom(5);
		final float[] values = new float[width * height];
		for (int i = 0; i < values.length; i++) {
			values[i] = random.nextInt(256);
		}
		return image(width, height, values);
	}

	private MapClasses.Result map(final SampleImage image, final MapArea area,
		final double threshold, final int stride, final int batch,
		final Progress progress) throws IOException
	{
		final Preprocessing p = new Preprocessing(WINDOW, WINDOW, 1,
			ChannelRule.GRAY, new IntensityRange(0, 255));
		return new MapClasses(null, rows, progress).run(new MapClasses.Request(
			image, area, Path.of("none"), InputOverrides.NONE, new Threshold(
				threshold), new RequestedWindow(0, stride)), new Classifier(
					new ClassLabels(List.of("dark", "bright")), p, network, batch, null));
	}

	private MapClasses.Result map(final SampleImage image, final int stride)
		throws IOException
	{
		return map(image, MapArea.whole(image.width(), image.height()), 0, stride,
			64, Progress.none());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, 8 })
	void constantImageGivesAConstantMapWithoutSeams(final int stride)
		throws IOException
	{
		map(constant(30, 21, 204), stride);
		for (int y = 0; y < 21; y++) {
			for (int x = 0; x < 30; x++) {
				assertEquals(0.8f, rows.bright(x, y), CLOSE);
				assertEquals(0.8f, rows.rows.get(y).confidences()[x], CLOSE);
				assertEquals(2, rows.value(x, y));
			}
		}
	}

	/** Each pixel summed up in the plainest way. */
	@Test
	void pixelIsTheWeightedMeanOfAllWindowsThatHoldIt() throws IOException {
		final SampleImage image = noise(23, 17);
		map(image, 3);
		final int[] xs = { 0, 3, 6, 9, 12, 15 };
		final int[] ys = { 0, 3, 6, 9 };
		for (int y = 0; y < 17; y++) {
			for (int x = 0; x < 23; x++) {
				double sum = 0;
				double weights = 0;
				for (final int top : ys) {
					for (final int left : xs) {
						if (x < left || x >= left + WINDOW || y < top || y >= top + WINDOW)
							continue;
						final double weight = cosine(x - left) * cosine(y - top);
						sum += weight * brightness(image, left, top);
						weights += weight;
					}
				}
				assertEquals(sum / weights, rows.bright(x, y), 1e-5);
			}
		}
	}

	private static double cosine(final int place) {
		return (1 - Math.cos(2 * Math.PI * (place + 0.5) / WINDOW)) / 2;
	}

	private static double brightness(final SampleImage image, final int left,
		final int top)
	{
		double sum = 0;
		for (int y = top; y < top + WINDOW; y++) {
			for (int x = left; x < left + WINDOW; x++) {
				sum += image.pixels().get(y * image.width() + x);
			}
		}
		return sum / 255 / (WINDOW * WINDOW);
	}

	@Test
	void batchSizeHasNoInfluence() throws IOException {
		final SampleImage image = noise(33, 26);
		final MapArea all = MapArea.whole(33, 26);
		map(image, all, 0, 0, 64, Progress.none());
		final List<MapRow> expected = List.copyOf(rows.rows);
		for (final int batch : new int[] { 1, 7, 1000 }) {
			rows.rows.clear();
			map(image, all, 0, 0, batch, Progress.none());
			for (int y = 0; y < 26; y++) {
				assertArrayEquals(expected.get(y).values(), rows.rows.get(y).values());
				assertArrayEquals(expected.get(y).probabilities(), rows.rows.get(y)
					.probabilities());
			}
		}
	}

	@Test
	void imageShiftedByTheStrideHasAShiftedMap() throws IOException {
		final SampleImage image = noise(42, 40);
		map(image.crop(new Region(0, 0, 40, 40)), 2);
		final List<MapRow> first = List.copyOf(rows.rows);
		rows.rows.clear();
		map(image.crop(new Region(2, 0, 40, 40)), 2);
		// at the border fewer windows hold a pixel
		for (int y = 0; y < 40; y++) {
			for (int x = WINDOW; x < 40 - WINDOW - 2; x++) {
				assertEquals(first.get(y).confidences()[x + 2], rows.rows.get(y)
					.confidences()[x], CLOSE);
			}
		}
	}

	@Test
	void ofASelectionOnlyTheNeededWindowsAreClassifiedWithEqualResults()
		throws IOException
	{
		final SampleImage image = noise(60, 50);
		map(image, 2);
		final int all = network.windows.getAndSet(0);
		final List<MapRow> whole = List.copyOf(rows.rows);
		rows.rows.clear();
		final MapArea disk = new MapArea(new Region(15, 10, 11, 11), (x, y) -> Math
			.hypot(x - 20, y - 15) <= 5);
		final MapClasses.Result result = map(image, disk, 0, 2, 64, Progress
			.none());
		assertTrue(network.windows.get() < all / 5, network.windows + " of " + all);
		long mapped = 0;
		for (int y = 0; y < 50; y++) {
			for (int x = 0; x < 60; x++) {
				final boolean inside = Math.hypot(x - 20, y - 15) <= 5;
				if (inside) mapped++;
				assertEquals(inside ? whole.get(y).values()[x] : 0, rows.value(x, y));
				assertEquals(inside ? whole.get(y).confidences()[x] : 0, rows.rows.get(
					y).confidences()[x]);
			}
		}
		assertEquals(mapped, result.areas().get(0).pixels() + result.areas().get(1)
			.pixels());
		assertEquals(mapped, result.areas().get(0).mapped());
	}

	@Test
	void halvesAreTwoClassesAndTheBorderBetweenIsUnknown() throws IOException {
		final float[] values = new float[64 * 16];
		for (int i = 0; i < values.length; i++) {
			values[i] = i % 64 < 32 ? 0 : 255;
		}
		final MapClasses.Result result = map(image(64, 16, values), MapArea.whole(
			64, 16), 0.9, 1, 64, Progress.none());
		assertEquals(1, rows.value(5, 8));
		assertEquals(3, rows.value(31, 8));
		assertEquals(2, rows.value(60, 8));
		assertEquals(List.of("dark", "bright", "unknown"), result.areas().stream()
			.map(a -> a.name()).toList());
		assertEquals(result.areas().get(0).pixels(), result.areas().get(1)
			.pixels());
		assertEquals(1, result.areas().stream().mapToDouble(a -> a.fraction())
			.sum(), 1e-9);
		assertTrue(rows.committed && rows.closed);
	}

	/** The only feature is the brightness of the window. */
	private static final class Featured implements Network {

		private final Brightness brightness = new Brightness();

		@Override
		public float[] predict(final float[] inputs, final int count) {
			return brightness.predict(inputs, count);
		}

		@Override
		public float[] features(final float[] inputs, final int count) {
			final float[] probabilities = predict(inputs, count);
			final float[] features = new float[count];
			for (int i = 0; i < count; i++)
				features[i] = probabilities[2 * i + 1];
			return features;
		}

		@Override
		public void close() {
			// nothing native
		}
	}

	/** Of windows that are brighter than 0.7 nothing was learned. */
	private MapClasses.Result mapTelling(final UnlikeUse use) throws IOException {
		final float[] values = new float[64 * 16];
		for (int i = 0; i < values.length; i++) {
			values[i] = i % 64 < 32 ? 0 : 255;
		}
		final float[] first = new float[PictureStatistics.PER_CHANNEL];
		first[0] = 1;
		final UnlikeScore score = new UnlikeScore(new Cloud(new float[1],
			new float[] { 1 }, new float[] { 0 }), new Cloud(new float[first.length],
				first, new float[] { 0 }), 0.7f, 1, 1e6f);
		return new MapClasses(null, rows, Progress.none()).run(
			new MapClasses.Request(image(64, 16, values), MapArea.whole(64, 16), Path
				.of("none"), InputOverrides.NONE, new Threshold(0, use),
				new RequestedWindow(0, 1)), new Classifier(new ClassLabels(List.of(
					"dark", "bright")), new Preprocessing(WINDOW, WINDOW, 1,
						ChannelRule.GRAY, new IntensityRange(0, 255)), new Featured(), 64,
					null, score));
	}

	@Test
	void whereMostWindowsAreUnlikeTheTrainingImagesThePixelIsUnknown()
		throws IOException
	{
		final MapClasses.Result result = mapTelling(UnlikeUse.AUTO);
		assertEquals(1, rows.value(5, 8));
		assertEquals(3, rows.value(60, 8));
		// probabilities are those of all windows
		assertEquals(1, rows.bright(60, 8), CLOSE);
		assertEquals(2 * 64, rows.rows.get(0).probabilities().length);
		// half of the windows around it are brighter than 0.7: from 2 on
		assertEquals(3, rows.value(35, 8));
		assertEquals(2, rows.value(32, 8));
		assertEquals(List.of("dark", "bright", "unknown"), result.areas().stream()
			.map(a -> a.name()).toList());
		assertEquals(64 * 16, result.areas().stream().mapToLong(a -> a.pixels())
			.sum());
	}

	@Test
	void aMapThatTakesEveryWindowHasNoUnknown() throws IOException {
		final MapClasses.Result result = mapTelling(UnlikeUse.OFF);
		assertEquals(2, rows.value(60, 8));
		assertEquals(2, result.areas().size());
	}

	@Test
	void tooSmallAnImageAndTooLargeAStrideAreErrors() {
		assertTrue(assertThrows(UserFailure.class, () -> map(noise(7, 40), 0))
			.getMessage().contains("at least one window of 8 x 8 pixels"));
		assertTrue(assertThrows(UserFailure.class, () -> map(noise(40, 40), 9))
			.getMessage().contains("found stride=9"));
	}

	@Test
	void valueOutsideTheRangeIsAnErrorThatNamesTheWindow() {
		final float[] values = new float[40 * 40];
		values[20 * 40 + 30] = Float.NaN;
		final String message = assertThrows(UserFailure.class, () -> map(image(40,
			40, values), 0)).getMessage();
		assertTrue(message.contains("x=24, y=14, 8 x 8 pixels"), message);
		assertTrue(message.contains("NaN"), message);
		assertFalse(rows.committed);
		assertTrue(rows.closed);
	}

	@Test
	void canceledRunCommitsNothing() {
		final AtomicInteger asked = new AtomicInteger();
		final Progress soon = new CancelWhen(() -> asked.incrementAndGet() > 20);
		assertThrows(CanceledException.class, () -> map(noise(80, 80), MapArea
			.whole(80, 80), 0, 1, 16, soon));
		assertFalse(rows.committed);
		assertTrue(rows.closed);
	}
}
