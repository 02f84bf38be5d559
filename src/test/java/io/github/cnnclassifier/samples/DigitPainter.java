
package io.github.cnnclassifier.samples;

import java.util.List;

import ij.process.ByteProcessor;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Writes a digit as a hurried person would, and normalizes it as the MNIST
 * database does: white on black, fitted into a box of 20 pixels keeping its
 * proportions, the center of mass in the middle of 28x28 pixels.
 */
final class DigitPainter {

	static final int SIZE = 28;
	private static final double BOX = 20;

	/** Drawn larger by this factor, then averaged: smooth edges. */
	private static final int FINE = 4;

	private DigitPainter() {}

	/**
	 * @param digit 0 to 9
	 * @param form which of its usual forms
	 */
	static ByteProcessor paint(final int digit, final int form,
		final SeedTree seed)
	{
		final Draw draw = new Draw(seed);
		final List<double[]> places = PenPath.trace(DigitSkeletons.of(digit).get(
			form), 3.1, draw);
		lean(places, draw);
		final double thickness = draw.uniform(1.3, 3.4);
		final double[] radii = pressure(places.size(), thickness / 2, draw);
		fit(places, BOX - thickness);
		center(places, ink(places, radii));
		return gray(ink(places, radii).shrunk(FINE).blurred(draw.uniform(0.35,
			0.5)));
	}

	/** Slant, rotation, proportions and a slow waver of the hand. */
	private static void lean(final List<double[]> places, final Draw draw) {
		final double limit = StrictMath.toRadians(25);
		final double slant = StrictMath.tan(Math.max(-limit, Math.min(limit, draw
			.normal(limit / 2) + limit / 5)));
		final double rotation = draw.normal(0.06);
		final double aspect = draw.around(1, 0.13);
		final double waver = draw.normal(1.5);
		final double phase = draw.angle();
		for (final double[] place : places) {
			final double x = aspect * place[0] - slant * place[1] + waver * StrictMath
				.sin(phase + place[1] / 18);
			final double y = place[1];
			place[0] = x * StrictMath.cos(rotation) - y * StrictMath.sin(rotation);
			place[1] = x * StrictMath.sin(rotation) + y * StrictMath.cos(rotation);
		}
	}

	private static double[] pressure(final int places, final double radius,
		final Draw draw)
	{
		final double strength = draw.uniform(0.03, 0.16);
		final double phase = draw.angle();
		final double waves = draw.uniform(1, 3);
		final double[] radii = new double[places];
		for (int i = 0; i < places; i++) {
			radii[i] = radius * (1 + strength * StrictMath.sin(phase + waves * 2 *
				StrictMath.PI * i / places) + draw.normal(0.03));
		}
		return radii;
	}

	private static void fit(final List<double[]> places, final double box) {
		final double[] low = { Double.MAX_VALUE, Double.MAX_VALUE };
		final double[] high = { -Double.MAX_VALUE, -Double.MAX_VALUE };
		for (final double[] place : places) {
			for (int axis = 0; axis < 2; axis++) {
				low[axis] = Math.min(low[axis], place[axis]);
				high[axis] = Math.max(high[axis], place[axis]);
			}
		}
		final double scale = box / Math.max(high[0] - low[0], high[1] - low[1]);
		for (final double[] place : places) {
			for (int axis = 0; axis < 2; axis++) {
				place[axis] = SIZE / 2.0 + scale * (place[axis] - (low[axis] +
					high[axis]) / 2);
			}
		}
	}

	private static Plane ink(final List<double[]> places, final double[] radii) {
		final Plane ink = new Plane(SIZE * FINE, SIZE * FINE);
		for (int i = 0; i < radii.length; i++) {
			final double[] place = places.get(i);
			ink.stampDisk(FINE * place[0], FINE * place[1], FINE * radii[i]);
		}
		return ink;
	}

	private static void center(final List<double[]> places, final Plane ink) {
		double sumX = 0;
		double sumY = 0;
		for (int y = 0; y < ink.height; y++) {
			for (int x = 0; x < ink.width; x++) {
				sumX += (x + 0.5) * ink.get(x, y);
				sumY += (y + 0.5) * ink.get(x, y);
			}
		}
		final double area = ink.sum();
		for (final double[] place : places) {
			place[0] += SIZE / 2.0 - sumX / area / FINE;
			place[1] += SIZE / 2.0 - sumY / area / FINE;
		}
	}

	private static ByteProcessor gray(final Plane ink) {
		final ByteProcessor image = new ByteProcessor(SIZE, SIZE);
		final double scale = 255 / Math.max(0.8, ink.max());
		for (int y = 0; y < SIZE; y++) {
			for (int x = 0; x < SIZE; x++) {
				image.set(x, y, (int) StrictMath.rint(scale * ink.get(x, y)));
			}
		}
		return image;
	}
}
