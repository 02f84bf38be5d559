
package io.github.cnnclassifier.dataset.survey;

import io.github.cnnclassifier.image.Resampler;

/**
 * The middle of a picture as 8 rings of 32 gray values, shifted and scaled to
 * mean 0 and standard deviation 1. A picture that is turned by any angle moves
 * its rings around; one that is mirrored runs them backwards. So two pictures
 * can be compared at all angles at once, by the harmonics of their rings.
 */
public final class RingShape {

	static final int RINGS = 8;
	static final int ANGLES = 32;

	/**
	 * The largest distance of two pictures at their best angle, as a part of
	 * their length. Turned copies of real cells are up to 0.06 apart; of
	 * thousands of different ones hardly any come below 0.08.
	 */
	public static final double LIMIT = 0.08;

	/**
	 * The same for what is left without mean and first harmonic of each ring: a
	 * round spot or a shading makes different pictures alike.
	 */
	private static final double DETAIL_LIMIT = 0.4;

	/** The first harmonic that is no shading. */
	private static final int DETAIL = 2;

	/** Below this side in pixels, different pictures are alike at some angle. */
	private static final int SMALLEST_SIDE = 32;

	/** More pixels on a side would say no more. */
	private static final int LARGEST_SIDE = 64;

	/** Values of each ring and angle are the mean of so many squared. */
	private static final int SAMPLES = 4;

	private static final int HARMONICS = ANGLES / 2;
	/** The others hold little. */
	private static final int COARSE_HARMONICS = 7;
	private static final int COMPARED_ANGLES = 128;
	private static final int FINE_ANGLES = ANGLES * SAMPLES;
	private static final double[] COSINES = cosines();
	/** Of a picture, in stored values: an outer ring stands for more pixels. */
	private static final double LENGTH = Fingerprint.UNIT * Math.sqrt(ANGLES *
		RINGS * RINGS / 2.0);

	private RingShape() {}

	/** Of a full circle in parts of {@link #FINE_ANGLES}. */
	private static double[] cosines() {
		final double[] cosines = new double[FINE_ANGLES];
		for (int i = 0; i < FINE_ANGLES; i++) {
			cosines[i] = StrictMath.cos(2 * Math.PI * i / FINE_ANGLES);
		}
		return cosines;
	}

	private static double cos(final int angle) {
		return COSINES[angle & FINE_ANGLES - 1];
	}

	private static double sin(final int angle) {
		return cos(angle - FINE_ANGLES / 4);
	}

	/**
	 * @param gray values, row by row
	 * @param width in pixels
	 * @param height in pixels
	 * @return 256 values, ring by ring from the center; null if there are too few
	 *         pixels or the middle is the same gray everywhere
	 */
	public static byte[] of(final float[] gray, final int width,
		final int height)
	{
		final int side = Math.min(width, height);
		if (side < SMALLEST_SIDE) return null;
		final float[] middle = new float[side * side];
		final int left = (width - side) / 2;
		final int top = (height - side) / 2;
		for (int y = 0; y < side; y++) {
			System.arraycopy(gray, (top + y) * width + left, middle, y * side, side);
		}
		final int small = Math.min(side, LARGEST_SIDE);
		return standardized(rings(new Resampler(side, side, small, small).resample(
			middle, 1), small));
	}

	private static double[] rings(final float[] square, final int side) {
		final double[] rings = new double[RINGS * ANGLES];
		final double center = (side - 1) / 2.0;
		for (int i = 0; i < RINGS * SAMPLES; i++) {
			final double radius = center * (i + 0.5) / (RINGS * SAMPLES);
			for (int k = 0; k < FINE_ANGLES; k++) {
				rings[i / SAMPLES * ANGLES + k / SAMPLES] += at(square, side, center +
					radius * cos(k), center + radius * sin(k));
			}
		}
		return rings;
	}

	/** Between the pixel centers; the place lies within the square. */
	private static double at(final float[] square, final int side, final double x,
		final double y)
	{
		final int left = Math.max(0, Math.min(side - 2, (int) x));
		final int top = Math.max(0, Math.min(side - 2, (int) y));
		final double u = x - left;
		final double v = y - top;
		final int i = top * side + left;
		return (1 - v) * ((1 - u) * square[i] + u * square[i + 1]) + v * ((1 - u) *
			square[i + side] + u * square[i + side + 1]);
	}

	/** @return how much a ring counts: as its area */
	private static double weight(final int ring) {
		return ring + 0.5;
	}

	/** @return null if all values are as good as equal */
	private static byte[] standardized(final double[] rings) {
		double sum = 0;
		double weights = 0;
		double largest = 0;
		for (int i = 0; i < rings.length; i++) {
			sum += weight(i / ANGLES) * rings[i];
			weights += weight(i / ANGLES);
			largest = Math.max(largest, Math.abs(rings[i]));
		}
		final double mean = sum / weights;
		double squares = 0;
		for (int i = 0; i < rings.length; i++) {
			squares += weight(i / ANGLES) * (rings[i] - mean) * (rings[i] - mean);
		}
		final double deviation = Math.sqrt(squares / weights);
		if (!(deviation > 1e-6 * largest)) return null;
		final byte[] bytes = new byte[rings.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, Math
				.rint(Fingerprint.UNIT * (rings[i] - mean) / deviation)));
		}
		return bytes;
	}

	/**
	 * @param rings of a picture
	 * @return how strong the harmonics of each ring are, whatever the angle: two
	 *         pictures are never further apart here than at their best angle
	 */
	public static float[] coarse(final byte[] rings) {
		final double[][] harmonics = harmonics(rings);
		final float[] strengths = new float[RINGS * COARSE_HARMONICS];
		for (int ring = 0; ring < RINGS; ring++) {
			for (int m = 0; m < COARSE_HARMONICS; m++) {
				final int i = ring * HARMONICS + m;
				strengths[ring * COARSE_HARMONICS + m] = (float) Math.hypot(
					harmonics[0][i], harmonics[1][i]);
			}
		}
		return strengths;
	}

	/** @return real and imaginary parts, of a picture of length 1 */
	private static double[][] harmonics(final byte[] rings) {
		final double[][] harmonics = new double[2][RINGS * HARMONICS];
		for (int ring = 0; ring < RINGS; ring++) {
			for (int m = 0; m < HARMONICS; m++) {
				double real = 0;
				double imaginary = 0;
				for (int k = 0; k < ANGLES; k++) {
					final byte value = rings[ring * ANGLES + k];
					real += value * cos(m * k * SAMPLES);
					imaginary -= value * sin(m * k * SAMPLES);
				}
				final double scale = Math.sqrt(weight(ring) * (m == 0 ? 1 : 2) /
					ANGLES) / LENGTH;
				harmonics[0][ring * HARMONICS + m] = scale * real;
				harmonics[1][ring * HARMONICS + m] = scale * imaginary;
			}
		}
		return harmonics;
	}

	/**
	 * @return whether one is almost the other, turned by any angle or mirrored
	 */
	public static boolean isNear(final byte[] a, final byte[] b) {
		final double[][] p = harmonics(a);
		final double[][] q = harmonics(b);
		return isNear(p, q, 1) || isNear(p, q, -1);
	}

	/** @param direction 1, or -1 for the mirror image of the second */
	private static boolean isNear(final double[][] p, final double[][] q,
		final int direction)
	{
		final double[] real = new double[HARMONICS];
		final double[] imaginary = new double[HARMONICS];
		for (int i = 0; i < RINGS * HARMONICS; i++) {
			final double other = -direction * q[1][i];
			real[i % HARMONICS] += p[0][i] * q[0][i] - p[1][i] * other;
			imaginary[i % HARMONICS] += p[0][i] * other + p[1][i] * q[0][i];
		}
		final double all = squares(p, 0) + squares(q, 0);
		final double pDetail = squares(p, DETAIL);
		final double qDetail = squares(q, DETAIL);
		for (int angle = 0; angle < COMPARED_ANGLES; angle++) {
			double product = 0;
			double shading = 0;
			for (int m = HARMONICS - 1; m >= 0; m--) {
				final int turn = m * angle * (FINE_ANGLES / COMPARED_ANGLES);
				final double part = real[m] * cos(turn) - imaginary[m] * sin(turn);
				product += part;
				if (m < DETAIL) shading += part;
			}
			if (all - 2 * product <= LIMIT * LIMIT && pDetail + qDetail - 2 *
				(product - shading) <= DETAIL_LIMIT * DETAIL_LIMIT * Math.min(pDetail,
					qDetail)) return true;
		}
		return false;
	}

	/** @return the squared length of the harmonics from the first one on */
	private static double squares(final double[][] harmonics, final int first) {
		double sum = 0;
		for (int i = 0; i < RINGS * HARMONICS; i++) {
			if (i % HARMONICS >= first) sum += harmonics[0][i] * harmonics[0][i] +
				harmonics[1][i] * harmonics[1][i];
		}
		return sum;
	}
}
