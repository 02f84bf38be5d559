
package io.github.cnnclassifier.image;

import java.io.IOException;

/**
 * Makes one image of all planes, pixel by pixel and channel by channel, from
 * stored values. NaN in one plane is NaN in the projection.
 */
final class PlaneProjection {

	private PlaneProjection() {}

	static SampleImage maximum(final ImagePlanes planes) throws IOException {
		final SampleImage first = planes.plane(0);
		final float[] largest = first.pixels().toFloats();
		for (int p = 1; p < planes.count(); p++) {
			final Pixels pixels = planes.plane(p).pixels();
			for (int i = 0; i < largest.length; i++) {
				largest[i] = Math.max(largest[i], pixels.get(i));
			}
		}
		return first.with(Pixels.of(largest), first.source());
	}

	static SampleImage mean(final ImagePlanes planes) throws IOException {
		final SampleImage first = planes.plane(0);
		// as double: a float loses counts after some hundred 16-bit planes
		final double[] sums = new double[first.pixels().size()];
		for (int p = 0; p < planes.count(); p++) {
			final Pixels pixels = planes.plane(p).pixels();
			for (int i = 0; i < sums.length; i++) {
				sums[i] += pixels.get(i);
			}
		}
		final float[] means = new float[sums.length];
		for (int i = 0; i < means.length; i++) {
			means[i] = (float) (sums[i] / planes.count());
		}
		return first.with(Pixels.of(means), first.source());
	}
}
