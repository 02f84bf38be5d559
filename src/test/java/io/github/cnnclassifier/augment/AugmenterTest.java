
package io.github.cnnclassifier.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class AugmenterTest {

	private static final int SIZE = 41;

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
		return new Augmentation("test", shift, rotation, scale, false, false);
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

	@Test
	void theSameSeedGivesTheSameImageAndAnotherSeedAnother() {
		final float[] image = noise(3 * 28 * 28);
		final float[] first = augment(Augmentation.LIGHT, 1, 3, 28, 28, image);
		assertArrayEquals(first, augment(Augmentation.LIGHT, 1, 3, 28, 28, image));
		assertTrue(!Arrays.equals(first, augment(Augmentation.LIGHT, 2, 3, 28, 28,
			image)));
	}

	@Test
	void everySettingDrawsTheSameNumberOfRandomValues() {
		final float[] image = noise(9);
		final SplittableRandom a = new SplittableRandom(3);
		final SplittableRandom b = new SplittableRandom(3);
		new Augmenter(Augmentation.NONE).apply(image, 1, 3, 3, a, new float[9]);
		new Augmenter(new Augmentation("all", 0.1, 10, 0.1, true, true)).apply(
			image, 1, 3, 3, b, new float[9]);
		assertEquals(a.nextLong(), b.nextLong());
	}

	@Test
	void aConstantImageStaysConstant() {
		final float[] constant = new float[28 * 28];
		Arrays.fill(constant, 0.3f);
		for (int seed = 0; seed < 50; seed++) {
			assertArrayEquals(constant, augment(new Augmentation("strong", 0.3, 180,
				0.5, true, true), seed, 1, 28, 28, constant));
		}
	}

	@Test
	void valuesStayWithinThoseOfTheImage() {
		final float[] image = noise(28 * 28);
		for (int seed = 0; seed < 50; seed++) {
			for (final float v : augment(Augmentation.LIGHT, seed, 1, 28, 28,
				image))
			{
				assertTrue(v >= 0 && v <= 1);
			}
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
	void shiftsFillTheirRangeAndStayWithinIt() {
		double smallest = 0;
		double largest = 0;
		double sum = 0;
		for (int seed = 0; seed < 1000; seed++) {
			final double[] center = center(augment(only(0.1, 0, 0), seed, 1, SIZE,
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
			final float[] out = augment(new Augmentation("flip", 0, 0, 0, true,
				false), seed, 1, 3, 4, image);
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
			final float[] out = augment(only(3, 0, 0), seed, 1, 1, 3, ramp);
			assertTrue(out[0] >= 0.1f && out[2] <= 0.9f && out[0] <= out[1] &&
				out[1] <= out[2]);
		}
	}
}
