
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ImageBytesTest {

	private static SampleImage copy(final SampleImage image) {
		return ImageBytes.read(ImageBytes.of(image));
	}

	private static void assertSame(final SampleImage image) {
		final SampleImage copy = copy(image);
		assertEquals(image.width(), copy.width());
		assertEquals(image.height(), copy.height());
		assertEquals(image.channels(), copy.channels());
		assertEquals(image.isRgb(), copy.isRgb());
		assertEquals(image.bitDepth(), copy.bitDepth());
		assertEquals(image.pixelSize(), copy.pixelSize());
		assertEquals(image.source(), copy.source());
		assertEquals(image.pixels().sizeInBytes(), copy.pixels().sizeInBytes());
		final float[] expected = image.pixels().toFloats();
		final float[] found = copy.pixels().toFloats();
		assertEquals(expected.length, found.length);
		for (int i = 0; i < expected.length; i++)
			assertEquals(Float.floatToRawIntBits(expected[i]), Float
				.floatToRawIntBits(found[i]));
	}

	private static SampleImage image(final float... values) {
		return new SampleImage(values.length, 1, 1, false, 32, Pixels.of(values),
			null, "");
	}

	@Test
	void everyPropertyComesBack() {
		assertSame(new SampleImage(2, 1, 3, true, 16, Pixels.of(new float[] { 0, 1,
			2, 3, 4, 65535 }), new PixelSize(0.25, 0.5, "µm"), "größe/a.tif"));
	}

	@Test
	void everyStorageTypeComesBackBitForBit() {
		assertSame(image(0, 127, 128, 255));
		assertSame(image(0, 256, 32768, 65535));
		assertSame(image(-0f, 0.1f, Float.NaN, Float.NEGATIVE_INFINITY,
			Float.MIN_VALUE));
	}

	@Test
	void aByteTakesOneByte() {
		final int head = ImageBytes.of(image(1)).length;
		assertEquals(head + 999, ImageBytes.of(image(new float[1000])).length);
		assertTrue(head < 100);
		assertArrayEquals(new float[1000], copy(image(new float[1000])).pixels()
			.toFloats());
	}
}
