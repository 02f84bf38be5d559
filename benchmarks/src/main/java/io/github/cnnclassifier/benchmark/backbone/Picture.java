
package io.github.cnnclassifier.benchmark.backbone;

import java.util.SplittableRandom;

import io.github.cnnclassifier.image.Resampler;
import io.github.cnnclassifier.image.SampleImage;

/**
 * A labeled image to learn from, resized once.
 *
 * @param values C,H,W, 0 to 255
 * @param channels 1 or 3
 * @param label index of its class within its set
 */
record Picture(byte[] values, int channels, int label) {

	/** Width and height of all pictures in pixels. */
	static final int SIDE = 64;
	/** Pixels of a channel. */
	static final int AREA = SIDE * SIDE;

	private static final double GRAY_SHARE = 0.5;

	/**
	 * @param image any size
	 * @param low the value that becomes 0
	 * @param high the value that becomes 255
	 */
	static Picture of(final SampleImage image, final double low,
		final double high, final int label)
	{
		final float[] values = new Resampler(image.width(), image.height(), SIDE,
			SIDE).resample(image.pixels().toFloats(), image.channels());
		final byte[] to = new byte[image.channels() * AREA];
		for (int i = 0; i < to.length; i++)
			to[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, (values[i] -
				low) / (high - low))));
		final int channels = image.channels();
		return new Picture(to, channels, label);
	}

	/**
	 * @return one channel, 0 to 1: of a picture in color the mean of all or one
	 *         of them, as the backbone will see channels alone
	 */
	float[] gray(final SplittableRandom random) {
		final boolean mean = random.nextDouble() < GRAY_SHARE;
		final int chosen = random.nextInt(channels);
		final float[] gray = new float[AREA];
		for (int i = 0; i < AREA; i++) {
			if (mean) {
				int sum = 0;
				for (int c = 0; c < channels; c++)
					sum += values[c * AREA + i] & 0xff;
				gray[i] = sum / (255f * channels);
			}
			else gray[i] = (values[chosen * AREA + i] & 0xff) / 255f;
		}
		return gray;
	}
}
