
package io.github.cnnclassifier.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.cnnclassifier.dataset.ReadAhead;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * Classifies many sources: reading and preprocessing on threads of their own, a
 * bounded number ahead, prediction in batches, results in the order of the
 * sources. A source that fails becomes a result with a reason and never ends
 * the run.
 */
public final class BatchRun {

	private static final int BATCHES_AHEAD = 4;

	/** An input, or the reason why there is none. */
	private record Prepared(int index, String name, float[] input,
			String reason)
	{
	}

	private final BatchPredictor predictor;
	private final Progress progress;

	/**
	 * @param predictor used on the caller's thread
	 * @param progress told after each batch, asked before each
	 */
	public BatchRun(final BatchPredictor predictor, final Progress progress) {
		this.predictor = predictor;
		this.progress = progress;
	}

	/**
	 * Classifies all sources.
	 *
	 * @param sources in the order of the results
	 * @param sink takes the results, on the calling thread
	 * @throws IOException if the sink fails
	 * @throws CanceledException if the user stopped the run; finished results are
	 *           in the sink
	 */
	public void run(final List<? extends InputSource> sources,
		final ResultSink sink) throws IOException
	{
		int done = 0;
		try (ReadAhead<Prepared> prepared = new ReadAhead<>(sources.size(),
			BATCHES_AHEAD * predictor.batchSize(), i -> prepare(i, sources.get(i)),
			progress))
		{
			while (prepared.hasNext()) {
				final List<Prepared> batch = new ArrayList<>();
				while (batch.size() < predictor.batchSize() && prepared.hasNext()) {
					batch.add(prepared.next());
				}
				deliver(batch, sink);
				done += batch.size();
				progress.update((double) done / sources.size(), "Classified " + done +
					" of " + sources.size() + " images");
			}
		}
	}

	private void deliver(final List<Prepared> batch, final ResultSink sink)
		throws IOException
	{
		final List<float[]> inputs = batch.stream().filter(p -> p.reason() == null)
			.map(Prepared::input).toList();
		final List<Prediction> predictions = predictor.predict(inputs);
		int next = 0;
		for (final Prepared p : batch) {
			if (p.reason() != null) sink.failed(p.index(), p.name(), p.reason());
			else sink.classified(p.index(), p.name(), predictions.get(next++));
		}
	}

	private static Prepared prepare(final int index, final InputSource source) {
		try {
			return new Prepared(index, source.name(), source.input(), null);
		}
		catch (final IOException | UserFailure e) {
			return new Prepared(index, source.name(), null, Objects
				.requireNonNullElse(e.getMessage(), "It cannot be read."));
		}
	}
}
