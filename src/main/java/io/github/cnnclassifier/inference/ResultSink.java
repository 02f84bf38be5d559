
package io.github.cnnclassifier.inference;

import java.io.IOException;
import java.util.List;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.model.Prediction;

/**
 * Takes the results of a run in the order of its sources. Called on one thread.
 */
public interface ResultSink {

	/**
	 * @param index 0-based position of the source
	 * @param name of the source
	 * @param prediction its result
	 * @throws IOException if the result cannot be kept; ends the run
	 */
	void classified(int index, String name, Prediction prediction)
		throws IOException;

	/**
	 * @param index 0-based position of the source
	 * @param name of the source
	 * @param reason why there is no result, for the user
	 * @throws IOException if the reason cannot be kept; ends the run
	 */
	void failed(int index, String name, String reason) throws IOException;

	/**
	 * Called instead of the other one, to which this leads unless overridden: by
	 * who ends the run with the reason, and can tell what would mend it.
	 *
	 * @param index 0-based position of the source
	 * @param name of the source
	 * @param reason why there is no result, for the user
	 * @param mends changes of one input each that would mend it; may be empty
	 * @throws IOException if the reason cannot be kept; ends the run
	 */
	default void failed(final int index, final String name, final String reason,
		final List<Mend> mends) throws IOException
	{
		failed(index, name, reason);
	}

	/**
	 * Asked at the begin of a run.
	 *
	 * @return whether the features of each source are wanted too; unless
	 *         overridden they are not
	 */
	default boolean wantsFeatures() {
		return false;
	}

	/**
	 * Called for who wants features, instead of the other one, to which this
	 * leads unless overridden.
	 *
	 * @param index 0-based position of the source
	 * @param name of the source
	 * @param prediction its result
	 * @param features what the last layer of the network saw of it; the
	 *          receiver's to keep
	 * @throws IOException if the result cannot be kept; ends the run
	 */
	default void classified(final int index, final String name,
		final Prediction prediction, final float[] features) throws IOException
	{
		classified(index, name, prediction);
	}

	/**
	 * Called after each batch: whoever writes to a disk brings it there. Unless
	 * overridden it does nothing.
	 *
	 * @throws IOException if the disk fails; ends the run
	 */
	default void flush() throws IOException {
		// most sinks keep results in memory
	}
}
