
package io.github.cnnclassifier.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.Prediction;

/**
 * The features of a run in which every sample must have some: the first that
 * has none ends the run, with its reason. Not thread-safe.
 */
public final class AllFeatures implements FeatureSink {

	private final List<float[]> features = new ArrayList<>();

	@Override
	public void classified(final int index, final String name,
		final Prediction prediction, final float[] found)
	{
		features.add(found);
	}

	/** @throws UserFailure always; the features before it stay */
	@Override
	public void failed(final int index, final String name, final String reason) {
		throw new UserFailure(reason);
	}

	/** @return those of each sample until now, in order; cannot be changed */
	public List<float[]> features() {
		return Collections.unmodifiableList(features);
	}
}
