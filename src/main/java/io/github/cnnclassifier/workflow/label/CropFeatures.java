
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/** Makes features of crops: numbers by which alike ones are alike. */
interface CropFeatures {

	/** Takes features, on one thread. */
	interface Sink {

		/**
		 * @param crop its index
		 * @param features of all crops as many
		 */
		void computed(int crop, float[] features);

		/**
		 * @param crop its index
		 * @param reason why it has none
		 */
		void failed(int crop, String reason);
	}

	/**
	 * @param images of all crops
	 * @param wanted indices of those whose features are wanted
	 * @param sink takes each when it is there
	 * @param progress asked for cancellation
	 * @throws UserFailure if it cannot be done
	 * @throws CanceledException if somebody stopped it
	 * @throws IOException if it cannot be done
	 */
	void compute(CropImages images, int[] wanted, Sink sink, Progress progress)
		throws IOException;
}
