
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is done to an image, its places are found again in the input. */
class InputFrameTest {

	private static final int HIGHEST = 1000;
	/**
	 * In pixels of the input: the mean of a part of a pixel is not what lies in
	 * its middle.
	 */
	private static final double NEAR = 0.15;
	private static final PixelSize FINE = new PixelSize(0.5, 0.25, "micron");
	private static final PixelSize COARSE = new PixelSize(1, 1, "micron");

	/** Each pixel tells its column, or its row. */
	private static SampleImage ramp(final int width, final int height,
		final boolean columns)
	{
		final float[] values = new float[width * height];
		for (int i = 0; i < values.length; i++)
			values[i] = columns ? i % width : i / width;
		return new SampleImage(width, height, 1, false, 32, Pixels.of(values), FINE,
			"ramp");
	}

	private static Preprocessing to(final int width, final int height,
		final PixelSize size, final ResizeRule rule)
	{
		return new Preprocessing(width, height, 1, ChannelRule.AS_IS, size, rule,
			new Intensity(Normalization.RANGE, new IntensityRange(0, HIGHEST), null));
	}

	@ParameterizedTest
	@CsvSource({ "stretch,40,30,20,20", "stretch,16,20,40,50",
		"stretch,20,20,20,20", "stretch,50,13,21,39", "pad,40,30,32,32",
		"pad,30,41,64,64", "pad,9,20,24,25", "crop,40,30,20,20", "crop,31,60,28,28",
		"crop,20,12,50,60", "none,40,31,20,20", "none,11,10,24,25",
		"none,50,12,23,24" })
	void aRampIsWhereTheFrameSays(final String rule, final int width,
		final int height, final int inputWidth, final int inputHeight)
	{
		check(to(inputWidth, inputHeight, null, ResizeRule.parse(rule)), width,
			height);
	}

	@ParameterizedTest
	@CsvSource({ "40,60,20,15", "40,60,10,10", "37,61,32,32" })
	void aRampThatIsResampledToAPixelSizeIsWhereTheFrameSays(final int width,
		final int height, final int inputWidth, final int inputHeight)
	{
		check(to(inputWidth, inputHeight, COARSE, ResizeRule.NONE), width, height);
	}

	@ParameterizedTest
	@CsvSource({ "stretch,40,60,10,10", "pad,41,60,24,24", "crop,40,61,12,12",
		"none,40,60,16,16" })
	void aRampThatWasResampledBeforeIsWhereTheFrameSays(final String rule,
		final int width, final int height, final int inputWidth,
		final int inputHeight)
	{
		check(to(inputWidth, inputHeight, null, ResizeRule.parse(rule))
			.withInputRule(new InputRule.Resampled(COARSE)), width, height);
	}

	private static void check(final Preprocessing p, final int width,
		final int height)
	{
		final SampleImage columns = ramp(width, height, true);
		final InputFrame frame = p.frame(columns);
		final float[] x = p.apply(columns);
		final float[] y = p.apply(ramp(width, height, false));
		final int middleRow = frame.vertical().first() + frame.vertical().shown() /
			2;
		final int middleColumn = frame.horizontal().first() + frame.horizontal()
			.shown() / 2;
		check(frame.horizontal(), i -> x[middleRow * p.width() + i]);
		check(frame.vertical(), i -> y[i * p.width() + middleColumn]);
	}

	/** What the input says of its pixel. */
	private interface Values {

		float at(int index);
	}

	/** At the borders interpolation goes flat. */
	private static void check(final InputAxis axis, final Values input) {
		int compared = 0;
		for (int i = axis.first(); i < axis.first() + axis.shown(); i++) {
			assertTrue(axis.isShown(i));
			// of pixels whose neighbors are all in the input
			final double margin = 1.5 * axis.scale() + 1;
			if (i < axis.first() + margin || i > axis.first() + axis.shown() - 1 -
				margin) continue;
			assertEquals(i, axis.position(HIGHEST * input.at(i)), NEAR, axis
				.toString());
			compared++;
		}
		assertTrue(compared >= 3, axis.toString());
	}

	@Test
	void whatIsPaddedOrCutOffIsNotShown() {
		final InputAxis padded = to(10, 10, null, ResizeRule.NONE).frame(ramp(6, 6,
			true)).horizontal();
		assertEquals(new InputAxis(1, 2, 2, 6), padded);
		assertFalse(padded.isShown(1));
		assertTrue(padded.isShown(2));
		assertTrue(padded.isShown(7));
		assertFalse(padded.isShown(8));
		final InputAxis cut = to(10, 10, null, ResizeRule.NONE).frame(ramp(16, 6,
			true)).horizontal();
		assertEquals(new InputAxis(1, -3, 0, 10), cut);
		assertFalse(cut.isShown(cut.position(2)));
		assertTrue(cut.isShown(cut.position(3)));
		assertTrue(cut.isShown(cut.position(12)));
		assertFalse(cut.isShown(cut.position(13)));
	}
}
