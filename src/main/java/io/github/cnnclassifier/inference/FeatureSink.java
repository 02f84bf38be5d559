
package io.github.cnnclassifier.inference;

import java.io.IOException;

import io.github.cnnclassifier.model.Prediction;

/** Takes the features of a run, of every source that has a result. */
public interface FeatureSink extends ResultSink {

	@Override
	default boolean wantsFeatures() {
		return true;
	}

	/** @throws IllegalStateException always: features are missing */
	@Override
	default void classified(final int index, final String name,
		final Prediction prediction)
	{
		throw new IllegalStateException("Features were asked for");
	}

	@Override
	void classified(int index, String name, Prediction prediction,
		float[] features) throws IOException;
}
