
package io.github.cnnclassifier.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.Prediction;

/**
 * The predictions of a run in which every sample must have one: the first that
 * has none ends the run, with its reason. Not thread-safe.
 */
public final class AllPredictions implements ResultSink {

	private final List<Prediction> predictions = new ArrayList<>();

	@Override
	public void classified(final int index, final String name,
		final Prediction prediction)
	{
		predictions.add(prediction);
	}

	/** @throws UserFailure always; the predictions before it stay */
	@Override
	public void failed(final int index, final String name, final String reason) {
		failed(index, name, reason, List.of());
	}

	/** @throws UserFailure always; the predictions before it stay */
	@Override
	public void failed(final int index, final String name, final String reason,
		final List<Mend> mends)
	{
		throw new UserFailure(reason, mends);
	}

	/** @return one for each sample until now, in order; cannot be changed */
	public List<Prediction> predictions() {
		return Collections.unmodifiableList(predictions);
	}
}
