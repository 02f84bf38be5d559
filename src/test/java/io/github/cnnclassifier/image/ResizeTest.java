
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/** What the input looks like for images of other sizes, worked out by hand. */
class ResizeTest {

	/** 4 x 2, one gray level a pixel. */
	private static final float[] WIDE = { 10, 20, 30, 40, 50, 60, 70, 80 };

	private static SampleImage image(final int width, final int height,
		final PixelSize size, final float... values)
	{
		return new SampleImage(width, height, 1, false, 8, Pixels.of(values), size,
			"x.tif");
	}

	/** Values stay as they are. */
	private static Preprocessing to(final int width, final int height,
		final PixelSize size, final ResizeRule rule)
	{
		return new Preprocessing(width, height, 1, ChannelRule.AS_IS, size, rule,
			new Intensity(Normalization.RANGE, new IntensityRange(0, 100), null));
	}

	private static float[] percent(final float[] values) {
		final float[] percent = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			percent[i] = Math.round(values[i] * 1000) / 10f;
		}
		return percent;
	}

	@Test
	void paddingKeepsProportionsAndCentersTheWholeImage() {
		final float[] padded = to(4, 4, null, ResizeRule.PAD).apply(image(4, 2,
			null, WIDE));
		assertArrayEquals(new float[] { 0, 0, 0, 0, 10, 20, 30, 40, 50, 60, 70, 80,
			0, 0, 0, 0 }, percent(padded));
		// halved: areas of 2 x 2 pixels are averaged; the odd row is below
		assertArrayEquals(new float[] { 0, 0, 35, 55, 0, 0 }, percent(to(2, 3, null,
			ResizeRule.PAD).apply(image(4, 2, null, WIDE))));
	}

	@Test
	void paddingFillsWithTheMinimumOfTheRange() {
		final Preprocessing p = new Preprocessing(1, 3, 1, ChannelRule.AS_IS, null,
			ResizeRule.PAD, Intensity.of(new IntensityRange(-50, 150)));
		assertArrayEquals(new float[] { 0, 0.5f, 0 }, p.apply(image(1, 1, null,
			50)));
	}

	@Test
	void croppingTakesTheLargestCenteredPartOfTheProportions() {
		assertArrayEquals(new float[] { 20, 30, 60, 70 }, percent(to(2, 2, null,
			ResizeRule.CROP).apply(image(4, 2, null, WIDE))));
		// the middle 2 x 2, averaged
		assertArrayEquals(new float[] { 45 }, percent(to(1, 1, null,
			ResizeRule.CROP).apply(image(4, 2, null, WIDE))));
		// of a tall image rows are left out
		assertArrayEquals(new float[] { 30, 40, 50, 60 }, percent(to(2, 2, null,
			ResizeRule.CROP).apply(image(2, 4, null, WIDE))));
	}

	@Test
	void withoutResizingLargeAxesAreCutAndSmallOnesPadded() {
		assertArrayEquals(new float[] { 0, 0, 20, 30, 60, 70, 0, 0 }, percent(to(2,
			4, null, ResizeRule.NONE).apply(image(4, 2, null, WIDE))));
		// of an odd rest the larger part is below and on the right
		assertArrayEquals(new float[] { 10, 20, 30 }, percent(to(3, 1, null,
			ResizeRule.NONE).apply(image(4, 2, null, WIDE))));
	}

	@Test
	void pixelsOfTwiceTheSizeAreDoubled() {
		final PixelSize half = new PixelSize(0.5, 0.5, "micron");
		final PixelSize one = new PixelSize(1000, 1000, "nm");
		// 10 20 30 40 becomes 10 12.5 17.5 22.5 27.5 32.5 37.5 40
		assertArrayEquals(new float[] { 0, 0, 0, 0, 17.5f, 22.5f, 27.5f, 32.5f,
			17.5f, 22.5f, 27.5f, 32.5f, 0, 0, 0, 0 }, percent(to(4, 4, half,
				ResizeRule.NONE).apply(image(4, 1, one, 10, 20, 30, 40))));
	}

	@Test
	void smallerPixelsAreAveraged() {
		final PixelSize two = new PixelSize(2, 2, "um");
		final PixelSize one = new PixelSize(0.001, 0.001, "mm");
		assertArrayEquals(new float[] { 0, 35, 55, 0 }, percent(to(4, 1, two,
			ResizeRule.NONE).apply(image(4, 2, one, WIDE))));
	}

	@Test
	void theSamePixelSizeChangesNothing() {
		final PixelSize size = new PixelSize(0.65, 0.65, "µm");
		final SampleImage image = image(4, 2, new PixelSize(650, 650, "nm"), WIDE);
		assertArrayEquals(WIDE, percent(to(4, 2, size, ResizeRule.NONE).apply(
			image)));
	}

	@ParameterizedTest
	@CsvSource({ "1000,3,64", "37,10,64", "641,0.37,64", "64,1.013,64",
		"5,100,64", "700,0.01,5", "65,1,64", "66,1,64", "67,1,64" })
	void magnifyingTakesTheMiddleAndKeepsTheFactor(final int source,
		final double factor, final int target)
	{
		final Span span = Span.magnified(source, factor, target);
		assertTrue(span.first() >= 0 && span.first() + span.taken() <= source);
		assertEquals(source - span.taken() - span.first(), span.first(), 1e-9);
		assertTrue(span.skipped() + span.kept() <= span.resampled());
		assertTrue(span.kept() == target || span.taken() == source);
		assertEquals(span.taken() * factor, span.resampled(), 0.6);
	}

	/** 12 pixels become 6, of which the 4 in the middle are kept. */
	@Test
	void theMiddleOfAHalvedImageIsKept() {
		final PixelSize two = new PixelSize(2, 2, "micron");
		final PixelSize one = new PixelSize(1, 1, "micron");
		assertArrayEquals(new float[] { 25, 45, 65, 85 }, percent(to(4, 1, two,
			ResizeRule.NONE).apply(image(12, 2, one, 0, 1, 20, 30, 40, 50, 60, 70, 80,
				90, 98, 99, 0, 1, 20, 30, 40, 50, 60, 70, 80, 90, 98, 99))));
	}

	/** Every parity of the source, of what it becomes, and of the target. */
	@ParameterizedTest
	@CsvSource({ "0.3", "0.5", "0.8", "1", "1.3", "2", "2.5", "7" })
	void aSymmetricImageStaysSymmetric(final double factor) {
		for (int source = 1; source <= 25; source++) {
			final float[] values = symmetric(source);
			for (int target = 1; target <= 12; target++) {
				final Placement placement = Placement.magnified(source, factor, 1, 1,
					target, 1);
				final float[] kept = placement.apply(values, 1, source, 1);
				final int whole = (int) Math.max(1, Math.round(source * factor));
				assertEquals(Math.min(whole, target), kept.length);
				// of an odd rest one more is dropped on the right
				final int odd = whole > target ? (whole - target) % 2 : 0;
				for (int i = odd; i < kept.length; i++)
					assertEquals(kept[i], kept[kept.length - 1 + odd - i], 1e-3, source +
						" pixels to " + target + " at " + i);
			}
		}
	}

	private static float[] symmetric(final int length) {
		final float[] values = new float[length];
		for (int i = 0; i < length; i++) {
			values[i] = 10 * Math.min(i, length - 1 - i) + i * (length - 1 - i);
		}
		return values;
	}

	/** Cutting is nothing but leaving out. */
	@Test
	void whatIsKeptIsTheMiddleOfTheWholeResampledImage() {
		final SplittableRandom random = new SplittableRandom(7);
		for (int run = 0; run < 500; run++) {
			final int w = 1 + random.nextInt(30);
			final int h = 1 + random.nextInt(30);
			final double factor = 0.2 + 3 * random.nextDouble();
			final int target = 1 + random.nextInt(20);
			final float[] planes = new float[2 * w * h];
			for (int i = 0; i < planes.length; i++) {
				planes[i] = random.nextInt(256);
			}
			final int wide = (int) Math.max(1, Math.round(w * factor));
			final int high = (int) Math.max(1, Math.round(h * factor));
			final float[] whole = new Resampler(w, h, wide, high).resample(planes, 2);
			final float[] kept = Placement.magnified(w, factor, h, factor, target,
				target).apply(planes, 2, w, h);
			final int keptWide = Math.min(wide, target);
			final int keptHigh = Math.min(high, target);
			assertEquals(2 * keptWide * keptHigh, kept.length);
			for (int i = 0; i < kept.length; i++) {
				final int x = i % keptWide + (wide - keptWide) / 2;
				final int y = i / keptWide % keptHigh + (high - keptHigh) / 2;
				final int c = i / keptWide / keptHigh;
				assertEquals(whole[(c * high + y) * wide + x], kept[i]);
			}
		}
	}

	/** As large as 10 billion pixels would be if they were all computed. */
	@Test
	void onlyWhatIsKeptIsComputed() {
		final float[] kept = Placement.magnified(1000, 100, 1000, 100, 64, 64)
			.apply(new float[1_000_000], 1, 1000, 1000);
		assertEquals(64 * 64, kept.length);
	}

	@Test
	void anImageWithoutAFittingPixelSizeIsRefused() {
		final Preprocessing p = to(4, 4, new PixelSize(0.5, 0.5, "micron"),
			ResizeRule.NONE);
		assertEquals("Expected an image with a known pixel size, as it is " +
			"resampled to the model's 0.5 micron a pixel, found no pixel size in " +
			"'x.tif'. Set it (in ImageJ: Image > Properties...), or take the pixels " +
			"as they are with pixelSize=ignore.", failure(p, null));
		assertTrue(failure(p, new PixelSize(2, 2, "furlong")).contains(
			"found 2 furlong, which cannot be converted in 'x.tif'"));
		assertTrue(failure(p, new PixelSize(1, 1, "mm")).contains(
			"found 1 mm, more than 100 times"));
		assertTrue(failure(p, new PixelSize(1e-300, 1, "mm")).contains("times"));
	}

	private static String failure(final Preprocessing p, final PixelSize size) {
		return assertThrows(UserFailure.class, () -> p.apply(image(4, 2, size,
			WIDE))).getMessage();
	}

	@ParameterizedTest
	@EnumSource
	void whatWasResizedStaysAsItIs(final ResizeRule rule) {
		final SplittableRandom random = new SplittableRandom(5);
		for (int run = 0; run < 200; run++) {
			final int w = 1 + random.nextInt(40);
			final int h = 1 + random.nextInt(40);
			final float[] values = new float[w * h];
			for (int i = 0; i < values.length; i++) {
				values[i] = random.nextInt(101);
			}
			final Preprocessing p = to(1 + random.nextInt(40), 1 + random.nextInt(40),
				null, rule);
			final SampleImage image = image(w, h, null, values);
			final float[] whole = p.apply(image);
			assertEquals(p.width() * p.height(), whole.length);
			assertArrayEquals(whole, p.scale(p.resized(image)));
			assertArrayEquals(whole, p.apply(p.resized(image)));
		}
	}

	@Test
	void namesAreThoseOfTheKeys() {
		for (final ResizeRule rule : ResizeRule.values()) {
			assertEquals(rule, ResizeRule.parse(rule.label()));
		}
		assertTrue(assertThrows(WrongUsage.class, () -> ResizeRule.parse("fit"))
			.getMessage().contains("stretch, pad, crop, none, found 'fit'"));
		assertThrows(IllegalArgumentException.class, () -> to(4, 4, new PixelSize(1,
			1, "nm"), ResizeRule.PAD));
	}
}
