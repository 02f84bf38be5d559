
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.cnnclassifier.failure.WrongUsage;

class PlanePolicyTest {

	/** Two pixels in two channels; the values tell the position. */
	private static ImagePlanes stack(final int slices, final int frames) {
		return new MadePlanes(slices, frames, (slice, frame) -> {
			final int v = 10 * frame + slice;
			return new SampleImage(2, 1, 2, false, 16, Pixels.of(new float[] { v,
				100 - v, 1000 + v, 7 }), new PixelSize(2, 2, "nm"), "stack");
		});
	}

	private static float[] values(final PlanePolicy policy,
		final ImagePlanes planes, final int index) throws IOException
	{
		return policy.image(planes, index).pixels().toFloats();
	}

	@Test
	void eachAndAverageTakeThePlanesSlicesFirst() throws IOException {
		for (final PlanePolicy policy : new PlanePolicy[] { PlanePolicy.EACH,
			PlanePolicy.AVERAGE })
		{
			assertEquals(6, policy.images(6));
			assertArrayEquals(new float[] { 0, 100, 1000, 7 }, values(policy, stack(2,
				3), 0));
			assertArrayEquals(new float[] { 1, 99, 1001, 7 }, values(policy, stack(2,
				3), 1));
			assertArrayEquals(new float[] { 10, 90, 1010, 7 }, values(policy, stack(2,
				3), 2));
			assertArrayEquals(new float[] { 21, 79, 1021, 7 }, values(policy, stack(2,
				3), 5));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1,1,0", "2,1,0", "3,1,1", "4,1,1", "5,1,2", "1,4,10",
		"5,3,12" })
	void theMiddleIsThatOfBothAxes(final int slices, final int frames,
		final float expected) throws IOException
	{
		assertEquals(1, PlanePolicy.MIDDLE.images(slices * frames));
		assertEquals(expected, values(PlanePolicy.MIDDLE, stack(slices, frames),
			0)[0]);
	}

	@Test
	void theMaximumIsTakenPixelByPixelAndChannelByChannel() throws IOException {
		assertArrayEquals(new float[] { 21, 100, 1021, 7 }, values(
			PlanePolicy.MAXIMUM, stack(2, 3), 0));
	}

	/** 0, 1, 10, 11, 20, 21: the mean is 10.5. */
	@Test
	void theMeanIsTakenPixelByPixelAndChannelByChannel() throws IOException {
		final SampleImage mean = PlanePolicy.MEAN.image(stack(2, 3), 0);
		assertArrayEquals(new float[] { 10.5f, 89.5f, 1010.5f, 7 }, mean.pixels()
			.toFloats());
		assertEquals(16, mean.bitDepth());
		assertEquals("nm", mean.pixelSize().orElseThrow().unit());
	}

	/** A sum of floats would lose the 1 behind 65535 * 999. */
	@Test
	void theMeanOfManyPlanesIsExact() throws IOException {
		final ImagePlanes thousand = new MadePlanes(1000, 1, (slice,
			frame) -> new SampleImage(1, 1, 1, false, 16, Pixels.of(new float[] {
				slice == 999 ? 64535 : 65535 }), null, ""));
		assertArrayEquals(new float[] { 65534 }, values(PlanePolicy.MEAN, thousand,
			0));
	}

	@Test
	void notANumberInOnePlaneIsNotHidden() throws IOException {
		final ImagePlanes planes = new MadePlanes(2, 1, (slice,
			frame) -> new SampleImage(1, 1, 1, false, 32, Pixels.of(new float[] {
				slice == 0 ? Float.NaN : 5 }), null, ""));
		assertTrue(Float.isNaN(values(PlanePolicy.MAXIMUM, planes, 0)[0]));
		assertTrue(Float.isNaN(values(PlanePolicy.MEAN, planes, 0)[0]));
	}

	@ParameterizedTest
	@EnumSource
	void aSinglePlaneIsTheSameUnderEveryPolicy(final PlanePolicy policy)
		throws IOException
	{
		assertEquals(1, policy.images(1));
		assertArrayEquals(new float[] { 0, 100, 1000, 7 }, values(policy, stack(1,
			1), 0));
		assertEquals(policy, PlanePolicy.parse(policy.label()));
	}

	@Test
	void stacksInFilesHaveNoCurrentPlane() {
		assertThrows(IllegalArgumentException.class, () -> PlanePolicy.CURRENT
			.image(stack(2, 1), 0));
	}

	@Test
	void anUnknownNameIsToldWithThoseThereAre() {
		assertEquals("Expected planes to be one of current, each, middle, " +
			"maximum, mean, average, found 'max'.", assertThrows(WrongUsage.class,
				() -> PlanePolicy.parse("max")).getMessage());
	}
}
