
package io.github.cnnclassifier.inference;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.HalvedBatches;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

/**
 * Grad-CAM (Selvaraju et al., 2017): the channels of the last layer that has
 * places, each weighted by the mean gradient of the class, summed, and what is
 * below 0 left out. The score of a class is its log-odds. Where a global
 * average pool and a dense layer follow, this is the class activation map of
 * Zhou et al., 2016.
 */
final class GradCam implements AutoCloseable {

	private final LastPlaces places;
	private final NetworkHead head;
	private final Network network;

	/**
	 * @param engine makes the network up to the places
	 * @param places of the whole network
	 * @param head of the whole network
	 * @param weights of the whole network
	 */
	GradCam(final Engine engine, final LastPlaces places, final NetworkHead head,
		final Weights weights)
	{
		this.places = places;
		this.head = head;
		network = engine.load(places.spec(), places.weights(weights));
	}

	/**
	 * @param input C,H,W; only read
	 * @param label of a class, 0-based
	 * @return one value for each place, 0 or more
	 */
	HeatGrid of(final float[] input, final int label) {
		final float[] features = new HalvedBatches(network).features(input, 1,
			Progress.none());
		final double[] activation = new double[features.length];
		for (int i = 0; i < activation.length; i++)
			activation[i] = features[i];
		final double[] gradient = head.gradient(activation, label);
		final int area = places.width() * places.height();
		final double[] map = new double[area];
		for (int first = 0; first < gradient.length; first += area) {
			double weight = 0;
			for (int i = 0; i < area; i++)
				weight += gradient[first + i] / area;
			for (int i = 0; i < area; i++)
				map[i] += weight * activation[first + i];
		}
		return new HeatGrid(places.horizontal(), places.vertical(), map, rectify(
			map));
	}

	/** @return the sum of what is above the lowest value */
	private static double rectify(final double[] map) {
		double lowest = Double.POSITIVE_INFINITY;
		double sum = 0;
		for (int i = 0; i < map.length; i++) {
			map[i] = Math.max(0, map[i]);
			lowest = Math.min(lowest, map[i]);
			sum += map[i];
		}
		return sum - map.length * lowest;
	}

	@Override
	public void close() {
		network.close();
	}
}
