
package io.github.cnnclassifier.inference;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.WrongUsage;

/** How it is found out which places of an image speak for a class. */
public enum HeatMethod {

		/**
		 * Grad-CAM where it says all there is to say and is fine enough, else
		 * occlusion.
		 */
		AUTO("auto"),

		/**
		 * Grad-CAM (Selvaraju et al., 2017): the outputs of the last layer that
		 * still has places, weighted by the mean gradient of the class. Two passes
		 * through the network.
		 */
		GRAD_CAM("grad-cam"),

		/**
		 * Occlusion (Zeiler and Fergus, 2014): each place is hidden in turn, and
		 * the answers are compared. About 170 passes through the network, any
		 * network.
		 */
		OCCLUSION("occlusion");

	private final String label;

	HeatMethod(final String label) {
		this.label = label;
	}

	/** @return the name in macros, scripts and on the command line */
	public String label() {
		return label;
	}

	/**
	 * @param text a label
	 * @return the method
	 * @throws WrongUsage if there is none of that name
	 */
	public static HeatMethod parse(final String text) {
		return Arrays.stream(values()).filter(m -> m.label.equals(text)).findFirst()
			.orElseThrow(() -> new WrongUsage("Expected method to be one of " + Arrays
				.stream(values()).map(HeatMethod::label).collect(Collectors.joining(
					", ")) + ", found '" + text + "'."));
	}
}
