
package io.github.cnnclassifier.dataset.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Expected hashes are from Python 3.11's hashlib and struct:
 * {@code 'v' + sha256(pack('>iii', width, height, channels) + bytes([size]) +
 * pack('>2B', 17, 200)).hexdigest()[:15]}, with size 1 and {@code 2B}, 2 and
 * {@code 2H}, 4 and {@code 2f}.
 */
class ContentHashTest {

	private static String hash(final int width, final int height,
		final int channels, final float... values)
	{
		return ContentHash.of(new SampleImage(width, height, channels, false, 32,
			Pixels.of(values), null, "memory"));
	}

	@Test
	void bytesAreHashedAsBytes() {
		assertEquals("v8acf5b8889d78a5", hash(2, 1, 1, 17, 200));
	}

	@Test
	void shortsAreHashedAsShorts() {
		assertEquals("v768221080e30149", hash(1, 2, 1, 17, 65535));
	}

	@Test
	void floatsAreHashedAsFloats() {
		assertEquals("vdf9cc2004d14278", hash(1, 1, 2, 0.5f, -3));
	}

	@Test
	void longArraysAreHashedInPartsWithoutAGap() {
		final float[] values = new float[10_000];
		for (int i = 0; i < values.length; i++) {
			values[i] = 300 + i;
		}
		assertEquals("v67fae3c5faaeed3", hash(100, 100, 1, values));
	}
}
