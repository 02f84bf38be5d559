
package io.github.cnnclassifier.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.inference.ResultSink;

/**
 * Keeps which images have no prediction, and what would mend the first of them.
 * What is predicted is kept by whoever extends this. Not thread-safe.
 */
public abstract class FailedImages implements ResultSink {

	private final IntFunction<String> labels;
	private final List<FailedSample> failed = new ArrayList<>();
	private List<Mend> mends = List.of();

	/** @param labels class names by the position of an image; empty for none */
	protected FailedImages(final IntFunction<String> labels) {
		this.labels = labels;
	}

	@Override
	public final void failed(final int index, final String name,
		final String reason)
	{
		failed(index, name, reason, List.of());
	}

	@Override
	public final void failed(final int index, final String name,
		final String reason, final List<Mend> ofImage)
	{
		if (failed.isEmpty()) mends = ofImage;
		failed.add(new FailedSample(name, labels.apply(index), reason));
	}

	/** @return those that failed so far, in their order; a copy */
	public final List<FailedSample> failed() {
		return List.copyOf(failed);
	}

	/**
	 * @return the failure of a run in which all failed, at least one; it offers
	 *         what would mend the first one
	 */
	public final UserFailure ofAll() {
		final FailedSample first = failed.get(0);
		return new UserFailure(
			"Not a single image could be classified. The first one, '" + first
				.name() + "': " + first.reason(), mends);
	}
}
