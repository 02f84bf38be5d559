
package io.github.cnnclassifier.samples;

import ij.process.ShortProcessor;

/**
 * What lies between a specimen and a file: blur, uneven light, background that
 * is not even either, photon noise, and a camera with an offset and read noise.
 */
final class Microscope {

	/** Edge of a pixel in the specimen. */
	static final double PIXEL_MICRONS = 0.325;

	private static final double BLUR_PIXELS = 0.9;
	private static final double OFFSET_COUNTS = 200;
	private static final double COUNTS_PER_ELECTRON = 1.2;
	private static final double READ_NOISE_COUNTS = 3;
	private static final int LARGEST = 65535;

	private Microscope() {}

	static ShortProcessor photograph(final Plane stain, final Draw draw) {
		final Plane blurred = stain.blurred(BLUR_PIXELS);
		final double size = Math.max(stain.width, stain.height);
		final double brightX = draw.uniform(0.3, 0.7) * size;
		final double brightY = draw.uniform(0.3, 0.7) * size;
		final double background = draw.uniform(60, 200);
		final Texture haze = new Texture(1.2 * size, 3 * size, draw);
		final ShortProcessor image = new ShortProcessor(stain.width, stain.height);
		for (int y = 0; y < stain.height; y++) {
			for (int x = 0; x < stain.width; x++) {
				final double dx = (x - brightX) / size;
				final double dy = (y - brightY) / size;
				final double light = 1 - 0.4 * (dx * dx + dy * dy);
				final double counts = light * (blurred.get(x, y) + background * Math
					.max(0.2, 1 + 0.35 * haze.at(x, y)));
				image.set(x, y, camera(counts, draw));
			}
		}
		return image;
	}

	private static int camera(final double counts, final Draw draw) {
		final double electrons = draw.poisson(Math.max(0, counts) /
			COUNTS_PER_ELECTRON);
		final double value = OFFSET_COUNTS + COUNTS_PER_ELECTRON * electrons + draw
			.normal(READ_NOISE_COUNTS);
		return (int) Math.max(0, Math.min(LARGEST, StrictMath.rint(value)));
	}
}
