
package io.github.cnnclassifier.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class AugmenterTest {

	private static final int SIZE = 41;

	/** Every change of place, and far. */
	private static final Augmentation PLACE = Augmentation.NONE.with(
		Change.FLIP_HORIZONTAL, 1).with(Change.FLIP_VERTICAL, 1).with(
			Change.QUARTER_TURNS, 1).with(Change.ROTATION, 180).with(Change.SHIFT,
				0.3).with(Change.SCALE, 0.5).with(Change.ELASTIC, 0.2);

	private static float[] augment(final Augmentation augmentation,
		final long seed, final int channels, final int height, final int width,
		final float[] chw)
	{
		final float[] out = new float[chw.length];
		new Augmenter(augmentation).apply(chw, channels, height, width,
			new SplittableRandom(seed), out);
		return out;
	}

	private static Augmentation only(final double shift, final double rotation,
		final double scale)
	{
		return Augmentation.NONE.with(Change.SHIFT, shift).with(Change.ROTATION,
			rotation).with(Change.SCALE, scale);
	}

	private static float[] noise(final int size) {
		final SplittableRandom random = new SplittableRandom(11);
		final float[] noise = new float[size];
		for (int i = 0; i < size; i++) {
			noise[i] = (float) random.nextDouble();
		}
		return noise;
	}

	/** A soft spot of brightness 1 that fades within four pixels. */
	private static float[] spot(final double x, final double y) {
		final float[] image = new float[SIZE * SIZE];
		for (int i = 0; i < image.length; i++) {
			final double distance = Math.hypot(i % SIZE - x, i / SIZE - y);
			image[i] = (float) Math.max(0, 1 - distance / 4);
		}
		return image;
	}

	private static double[] center(final float[] image) {
		double sum = 0;
		double x = 0;
		double y = 0;
		for (int i = 0; i < image.length; i++) {
			sum += image[i];
			x += image[i] * (i % SIZE);
			y += image[i] * (i / SIZE);
		}
		return new double[] { x / sum, y / sum, sum };
	}

	@Test
	void noneIsAnExactCopy() {
		final float[] image = noise(2 * 5 * 7);
		assertArrayEquals(image, augment(Augmentation.NONE, 1, 2, 5, 7, image));
	}

	/** Shipped figures depend on it: bit for bit what it was from the start. */
	@Test
	void lightIsWhatItAlwaysWas() {
		final int[][] shapes = { { 1, 28, 28 }, { 3, 64, 64 }, { 2, 20, 31 }, { 1,
			1, 5 } };
		for (final int[] s : shapes) {
			final float[] image = noise(s[0] * s[1] * s[2]);
			for (int seed = 0; seed < 40; seed++) {
				assertArrayEquals(FirstLight.augment(image, s[0], s[1], s[2],
					new SplittableRandom(seed)), augment(Augmentation.LIGHT, seed, s[0],
						s[1], s[2], image));
			}
		}
	}

	/**
	 * Computed with Python 3 and NumPy 2.4.6 from the formulas of SplitMix64, of
	 * the inverse map and of bilinear interpolation with its four weights.
	 */
	@Test
	void lightOfOneSeedIsTheSameInEveryVersion() {
		final float[] image = new float[30];
		for (int i = 0; i < 30; i++) {
			image[i] = 7 * i % 30 / 30f;
		}
		assertArrayEquals(new float[] { 0.059773f, 0.152077f, 0.366604f, 0.593067f,
			0.831497f, 0.484524f, 0.468511f, 0.512555f, 0.737525f, 0.407147f,
			0.286095f, 0.478112f, 0.684129f, 0.328887f, 0.211966f, 0.426492f,
			0.641019f, 0.855546f, 0.285985f, 0.420120f, 0.567916f, 0.813486f,
			0.338746f, 0.362056f, 0.600000f, 0.771982f, 0.251504f, 0.248842f,
			0.486820f, 0.700907f }, augment(Augmentation.LIGHT, 2026, 1, 5, 6, image),
			2e-6f);
	}

	@Test
	void theSameSeedGivesTheSameImageAndAnotherSeedAnother() {
		final float[] image = noise(3 * 28 * 28);
		for (final Augmentation preset : Augmentation.PRESETS) {
			final float[] first = augment(preset, 1, 3, 28, 28, image);
			assertArrayEquals(first, augment(preset, 1, 3, 28, 28, image));
			assertEquals(preset.isNone(), Arrays.equals(first, augment(preset, 2, 3,
				28, 28, image)), preset.name());
		}
	}

	@Test
	void theInputIsOnlyRead() {
		final float[] image = noise(3 * 28 * 28);
		augment(Augmentation.STRONG, 1, 3, 28, 28, image);
		assertArrayEquals(noise(3 * 28 * 28), image);
	}

	@Test
	void aChangeOfValuesLeavesThePlaceAsItIs() {
		final float[] spot = spot(13, 25);
		final Augmentation brighter = Augmentation.LIGHT.with(Change.BRIGHTNESS,
			0.2);
		for (int seed = 0; seed < 20; seed++) {
			final float[] moved = augment(Augmentation.LIGHT, seed, 1, SIZE, SIZE,
				spot);
			final float[] both = augment(brighter, seed, 1, SIZE, SIZE, spot);
			final float factor = both[moved.length / 2] / moved[moved.length / 2];
			for (int i = 0; i < moved.length; i++) {
				if (Float.isFinite(factor) && both[i] < 1) assertEquals(factor *
					moved[i], both[i], 1e-6f);
			}
		}
	}

	@Test
	void quarterTurnsAreTheFourExactOnes() {
		final float[] image = noise(2 * 9);
		final List<float[]> turned = new ArrayList<>(List.of(image));
		for (int i = 1; i < 4; i++) {
			turned.add(turnedOnce(turned.get(i - 1), 2, 3));
		}
		final int[] counts = new int[4];
		for (int seed = 0; seed < 1000; seed++) {
			final float[] out = augment(Augmentation.NONE.with(Change.QUARTER_TURNS,
				1), seed, 2, 3, 3, image);
			final int found = IntStream.range(0, 4).filter(i -> Arrays.equals(turned
				.get(i), out)).findFirst().orElseThrow();
			counts[found]++;
		}
		// four standard deviations of 1000 draws
		for (final int count : counts) {
			assertEquals(250, count, 4 * Math.sqrt(1000 * 0.25 * 0.75));
		}
	}

	/** Clockwise, by hand: the first row becomes the last column. */
	private static float[] turnedOnce(final float[] chw, final int channels,
		final int size)
	{
		final float[] turned = new float[chw.length];
		for (int c = 0; c < channels; c++) {
			for (int y = 0; y < size; y++) {
				for (int x = 0; x < size; x++) {
					turned[(c * size + x) * size + size - 1 - y] = chw[(c * size + y) *
						size + x];
				}
			}
		}
		return turned;
	}

	@Test
	void anImageThatIsNotSquareIsTurnedByHalfTurnsOnly() {
		final float[] image = noise(12);
		final float[] half = new float[12];
		for (int i = 0; i < 12; i++) {
			half[11 - i] = image[i];
		}
		int turns = 0;
		for (int seed = 0; seed < 1000; seed++) {
			final float[] out = augment(Augmentation.NONE.with(Change.QUARTER_TURNS,
				1), seed, 1, 3, 4, image);
			final boolean turned = Arrays.equals(half, out);
			if (turned) turns++;
			else assertArrayEquals(image, out);
		}
		assertEquals(500, turns, 65);
	}

	@Test
	void distortionIsSmoothAndStaysWithinItsRange() {
		final float[] rampX = new float[SIZE * SIZE];
		for (int i = 0; i < rampX.length; i++) {
			rampX[i] = i % SIZE;
		}
		double squares = 0;
		for (int seed = 0; seed < 50; seed++) {
			final float[] out = augment(Augmentation.NONE.with(Change.ELASTIC, 0.1),
				seed, 1, SIZE, SIZE, rampX);
			for (int i = 0; i < out.length; i++) {
				final double moved = out[i] - i % SIZE;
				assertTrue(Math.abs(moved) <= 4.1, moved + " pixels");
				squares += moved * moved / out.length / 50;
				if (i % SIZE > 4 && i % SIZE < SIZE - 5) assertEquals(1, out[i + 1] -
					out[i], 0.7);
			}
		}
		// about a quarter of the largest movement
		assertEquals(0.25, Math.sqrt(squares) / 4.1, 0.05);
	}

	@Test
	void everySettingDrawsTheSameNumberOfRandomValues() {
		final float[] image = noise(9);
		final SplittableRandom a = new SplittableRandom(3);
		final SplittableRandom b = new SplittableRandom(3);
		new Augmenter(Augmentation.NONE).apply(image, 1, 3, 3, a, new float[9]);
		new Augmenter(Augmentation.STRONG).apply(image, 1, 3, 3, b, new float[9]);
		assertEquals(a.nextLong(), b.nextLong());
	}

	@Test
	void aConstantImageStaysConstant() {
		final float[] constant = new float[28 * 28];
		Arrays.fill(constant, 0.3f);
		for (int seed = 0; seed < 50; seed++) {
			assertArrayEquals(constant, augment(PLACE, seed, 1, 28, 28, constant));
		}
	}

	@Test
	void valuesWithinZeroToOneStayThere() {
		final float[] image = noise(28 * 28);
		for (final Augmentation preset : Augmentation.PRESETS) {
			for (int seed = 0; seed < 50; seed++) {
				for (final float v : augment(preset, seed, 1, 28, 28, image)) {
					assertTrue(v >= 0 && v <= 1, preset.name() + " " + v);
				}
			}
		}
	}

	@Test
	void valuesOfAnotherScaleAreNotClamped() {
		final float[] scores = noise(28 * 28);
		for (int i = 0; i < scores.length; i++) {
			scores[i] = 4 * scores[i] - 2;
		}
		for (int seed = 0; seed < 20; seed++) {
			final float[] out = augment(Augmentation.MICROSCOPY, seed, 1, 28, 28,
				scores);
			float min = 0;
			float max = 0;
			for (final float v : out) {
				min = Math.min(min, v);
				max = Math.max(max, v);
			}
			assertTrue(min < -1.2 && max > 1.2, min + " to " + max);
			assertTrue(min > -4 && max < 4, min + " to " + max);
		}
	}

	@Test
	void channelsAreChangedAlike() {
		final float[] plane = noise(20 * 30);
		final float[] both = Arrays.copyOf(plane, 2 * plane.length);
		System.arraycopy(plane, 0, both, plane.length, plane.length);
		final float[] out = augment(Augmentation.LIGHT, 5, 2, 20, 30, both);
		assertArrayEquals(augment(Augmentation.LIGHT, 5, 1, 20, 30, plane), Arrays
			.copyOf(out, plane.length));
		assertArrayEquals(Arrays.copyOf(out, plane.length), Arrays.copyOfRange(out,
			plane.length, out.length));
	}

	@Test
	void aShiftAloneMovesWholePixelsAndBlursNothing() {
		final float[] image = noise(30 * 30);
		final Augmentation shift = Augmentation.NONE.with(Change.SHIFT, 0.1).with(
			Change.FLIP_HORIZONTAL, 1).with(Change.QUARTER_TURNS, 1);
		final Set<Float> values = new HashSet<>();
		for (final float v : image) {
			values.add(v);
		}
		int moved = 0;
		for (int seed = 0; seed < 50; seed++) {
			final float[] out = augment(shift, seed, 1, 30, 30, image);
			for (final float v : out) {
				assertTrue(values.contains(v), v + " is a value between pixels");
			}
			if (!Arrays.equals(image, out)) moved++;
		}
		assertTrue(moved > 40, moved + " of 50 moved");
	}

	@Test
	void shiftsFillTheirRangeAndStayWithinIt() {
		double smallest = 0;
		double largest = 0;
		double sum = 0;
		// a rotation too small to be seen, so that shifts lie between pixels
		for (int seed = 0; seed < 1000; seed++) {
			final double[] center = center(augment(only(0.1, 1e-6, 0), seed, 1, SIZE,
				SIZE, spot(20, 20)));
			assertEquals(20, center[1], 4.1 + 1e-3);
			smallest = Math.min(smallest, center[0] - 20);
			largest = Math.max(largest, center[0] - 20);
			sum += center[0] - 20;
		}
		assertEquals(-4.1, smallest, 0.05);
		assertEquals(4.1, largest, 0.05);
		// evenly drawn: standard deviation of the mean is 4.1 / sqrt(3000)
		assertEquals(0, sum / 1000, 4 * 4.1 / Math.sqrt(3000));
	}

	@Test
	void rotationsTurnAboutTheCenterAndStayWithinTheirRange() {
		double largest = 0;
		for (int seed = 0; seed < 500; seed++) {
			final double[] center = center(augment(only(0, 30, 0), seed, 1, SIZE,
				SIZE, spot(32, 20)));
			assertEquals(12, Math.hypot(center[0] - 20, center[1] - 20), 0.1);
			final double angle = Math.toDegrees(Math.atan2(center[1] - 20, center[0] -
				20));
			assertTrue(Math.abs(angle) <= 30.2, angle + " degrees");
			largest = Math.max(largest, Math.abs(angle));
		}
		assertEquals(30, largest, 0.5);
	}

	@Test
	void scaleChangesDistancesFromTheCenter() {
		double smallest = 1;
		double largest = 1;
		for (int seed = 0; seed < 500; seed++) {
			final double[] center = center(augment(only(0, 0, 0.2), seed, 1, SIZE,
				SIZE, spot(30, 20)));
			assertEquals(20, center[1], 0.01);
			smallest = Math.min(smallest, (center[0] - 20) / 10);
			largest = Math.max(largest, (center[0] - 20) / 10);
		}
		assertEquals(0.8, smallest, 0.02);
		assertEquals(1.2, largest, 0.02);
	}

	@Test
	void flipsMirrorExactlyInAboutHalfTheCases() {
		final float[] image = noise(3 * 4);
		final float[] mirrored = new float[12];
		for (int i = 0; i < 12; i++) {
			mirrored[i] = image[i / 4 * 4 + 3 - i % 4];
		}
		int flips = 0;
		for (int seed = 0; seed < 1000; seed++) {
			final float[] out = augment(Augmentation.NONE.with(Change.FLIP_HORIZONTAL,
				1), seed, 1, 3, 4, image);
			final boolean flipped = Arrays.equals(mirrored, out);
			if (flipped) flips++;
			else assertArrayEquals(image, out);
		}
		assertEquals(500, flips, 65);
	}

	@Test
	void beyondTheBorderTheNearestPixelIsRepeated() {
		final float[] ramp = { 0.1f, 0.5f, 0.9f };
		for (int seed = 0; seed < 100; seed++) {
			final float[] out = augment(only(1, 0, 0), seed, 1, 1, 3, ramp);
			assertTrue(out[0] >= 0.1f && out[2] <= 0.9f && out[0] <= out[1] &&
				out[1] <= out[2]);
		}
	}
}
