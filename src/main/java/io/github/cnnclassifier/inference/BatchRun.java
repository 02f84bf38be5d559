
package io.github.cnnclassifier.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;

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

	/** A batch; there are predictions for the sources that have an input. */
	private record Predicted(List<Prepared> sources,
			List<Prediction> predictions)
	{
	}

	private final BatchPredictor predictor;
	private final Progress progress;

	/**
	 * @param predictor used on a thread of the run, one call at a time
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
		final int size = predictor.batchSize();
		int done = 0;
		try (ReadAhead<Prepared> prepared = new ReadAhead<>(sources.size(),
			BATCHES_AHEAD * size, i -> prepare(i, sources.get(i)), progress);
				// One at a time: while its results are delivered, the next is computed.
				ReadAhead<Predicted> batches = new ReadAhead<>((sources.size() + size -
					1) / size, 1, i -> predict(prepared), progress))
		{
			while (batches.hasNext()) {
				final Predicted batch = batches.next();
				deliver(batch, sink);
				sink.flush();
				done += batch.sources().size();
				progress.update((double) done / sources.size(), "Classified " + done +
					" of " + sources.size() + " images");
			}
		}
	}

	private Predicted predict(final Iterator<Prepared> prepared) {
		final List<Prepared> batch = new ArrayList<>();
		while (batch.size() < predictor.batchSize() && prepared.hasNext())
			batch.add(prepared.next());
		return new Predicted(batch, predictor.predict(batch.stream().filter(p -> p
			.reason() == null).map(Prepared::input).toList()));
	}

	private static void deliver(final Predicted batch, final ResultSink sink)
		throws IOException
	{
		int next = 0;
		for (final Prepared p : batch.sources()) {
			if (p.reason() != null) sink.failed(p.index(), p.name(), p.reason());
			else sink.classified(p.index(), p.name(), batch.predictions().get(
				next++));
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
