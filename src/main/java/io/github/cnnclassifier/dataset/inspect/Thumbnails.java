
package io.github.cnnclassifier.dataset.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Resampler;
import io.github.cnnclassifier.image.SampleImage;

/** Which images get a small copy, and how it is made. */
public final class Thumbnails {

	private static final int MOST_PER_CLASS = 100;
	private static final int LEAST_PER_CLASS = 8;
	/** Bounds memory and time where there are many classes. */
	private static final int ABOUT_ALL = 600;
	private static final int MOST_CHANNELS = 3;

	private Thumbnails() {}

	/** @return for each sample whether it gets one, evenly over its class */
	static boolean[] choose(final List<Sample> samples) {
		final Map<String, List<Integer>> classes = new HashMap<>();
		for (int i = 0; i < samples.size(); i++) {
			classes.computeIfAbsent(samples.get(i).label(),
				unused -> new ArrayList<>()).add(i);
		}
		final int most = Math.max(LEAST_PER_CLASS, Math.min(MOST_PER_CLASS,
			ABOUT_ALL / Math.max(1, classes.size())));
		final boolean[] chosen = new boolean[samples.size()];
		for (final List<Integer> members : classes.values()) {
			final int count = Math.min(most, members.size());
			for (int i = 0; i < count; i++) {
				chosen[members.get((int) ((i + 0.5) * members.size() / count))] = true;
			}
		}
		return chosen;
	}

	/**
	 * @param image any
	 * @param side at least 1 pixel
	 * @return a copy of the first three channels, no side longer than asked for;
	 *         the image itself if it is that small already
	 */
	public static SampleImage of(final SampleImage image, final int side) {
		final int longest = Math.max(image.width(), image.height());
		if (longest <= side && image.channels() <= MOST_CHANNELS) return image;
		final double shrink = Math.min(1, (double) side / longest);
		final int width = shrunk(image.width(), shrink);
		final int height = shrunk(image.height(), shrink);
		final int channels = Math.min(MOST_CHANNELS, image.channels());
		final float[] values = new float[channels * image.width() * image.height()];
		image.pixels().copyTo(0, values.length, values);
		final float[] small = new Resampler(image.width(), image.height(), width,
			height).resample(values, channels);
		// whole numbers take a quarter of the memory
		if (image.bitDepth() < Float.SIZE) for (int i = 0; i < small.length; i++) {
			small[i] = Math.round(small[i]);
		}
		return new SampleImage(width, height, channels, image.isRgb(), image
			.bitDepth(), Pixels.of(small), null, image.source());
	}

	private static int shrunk(final int length, final double shrink) {
		return Math.max(1, (int) Math.round(length * shrink));
	}
}
