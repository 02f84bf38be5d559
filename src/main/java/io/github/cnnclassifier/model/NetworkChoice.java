
package io.github.cnnclassifier.model;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/**
 * The network that a user wants, for a training from random weights.
 *
 * @param network name of a preset or a JSON file
 * @param adjustments of its layers
 */
public record NetworkChoice(String network, Adjustments adjustments) {

	/** The preset that is used where none is named, as it is. */
	public static final NetworkChoice DEFAULT = of(Presets.DEFAULT);

	/**
	 * @param network name of a preset or a JSON file
	 * @return that network as it is
	 */
	public static NetworkChoice of(final String network) {
		return new NetworkChoice(network, Adjustments.NONE);
	}

	/**
	 * @return the architecture
	 * @throws WrongUsage if there is no such preset and it is no JSON file
	 * @throws UserFailure if the file cannot be read or is wrong, or the
	 *           adjustments are impossible for it
	 */
	public Architecture architecture() {
		return adjustments.applyTo(Architectures.resolve(network));
	}

	/** @return as a user writes it, such as {@code network=tiny, depth=4} */
	@Override
	public String toString() {
		final String named = "network=" + network;
		if (adjustments.isNone()) return named;
		return network.equals(Presets.DEFAULT) ? adjustments.toString() : named +
			", " + adjustments;
	}
}
