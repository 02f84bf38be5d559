
package io.github.cnnclassifier.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.inference.SharedNetwork.Output;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.PictureStatistics;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.UnlikeScore;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;

/** One call of {@link Classifier#classify}, which says what it does. */
final class BatchRun {

	private static final int BATCHES_AHEAD = 4;

	/**
	 * An input, or the reason why there is none; beside it its statistics, if
	 * anybody wants them.
	 */
	private record Prepared(int index, String name, ItemOutcome<float[]> input,
			float[] statistics)
	{
	}

	/**
	 * A batch; there are outputs for the sources that have an input. The last one
	 * of a run that the user stopped is what was prepared until then.
	 */
	private record Predicted(List<Prepared> sources, List<Output> outputs,
			boolean canceled)
	{
	}

	private final Preprocessing preprocessing;
	private final SharedNetwork network;
	private final int batchSize;
	private final UnlikeScore unlike;
	private final PictureStatistics statistics;
	private final Progress progress;

	/** @param unlike null if nothing tells how unlike an image is */
	BatchRun(final Preprocessing preprocessing, final SharedNetwork network,
		final int batchSize, final UnlikeScore unlike, final Progress progress)
	{
		this.preprocessing = preprocessing;
		this.network = network;
		this.batchSize = batchSize;
		this.unlike = unlike;
		this.statistics = new PictureStatistics(new InputShape(preprocessing
			.channels(), preprocessing.height(), preprocessing.width()));
		this.progress = progress;
	}

	void run(final List<? extends InputSource> sources, final ResultSink sink)
		throws IOException
	{
		final int size = batchSize;
		final boolean features = sink.wantsFeatures();
		int done = 0;
		try (ReadAhead<Prepared> prepared = new ReadAhead<>(sources.size(),
			BATCHES_AHEAD * size, i -> prepare(i, sources.get(i)), progress);
				// One at a time: while its results are delivered, the next is computed.
				ReadAhead<Predicted> batches = new ReadAhead<>((sources.size() + size -
					1) / size, 1, i -> predict(prepared, features), Progress.none()))
		{
			while (batches.hasNext()) {
				final Predicted batch = batches.next();
				deliver(batch, sink);
				sink.flush();
				if (batch.canceled()) throw new CanceledException();
				progress.checkCanceled();
				done += batch.sources().size();
				progress.update((double) done / sources.size(), "Classified " + done +
					" of " + sources.size() + " images");
			}
		}
	}

	private Predicted predict(final Iterator<Prepared> prepared,
		final boolean features)
	{
		final List<Prepared> batch = new ArrayList<>();
		boolean canceled = false;
		try {
			while (batch.size() < batchSize && prepared.hasNext())
				batch.add(prepared.next());
		}
		catch (final CanceledException e) {
			// what is prepared is not lost; the run ends after it
			canceled = true;
		}
		final List<Prepared> ready = batch.stream().filter(p -> !p.input()
			.isFailed()).toList();
		final List<Output> outputs = network.predict(ready.stream().map(p -> p
			.input().result()).toList(), features || unlike != null, progress);
		return new Predicted(batch, unlike == null ? outputs : scored(ready,
			outputs, features), canceled);
	}

	private List<Output> scored(final List<Prepared> ready,
		final List<Output> outputs, final boolean features)
	{
		final List<Output> scored = new ArrayList<>(outputs.size());
		for (int i = 0; i < outputs.size(); i++) {
			final Output output = outputs.get(i);
			scored.add(new Output(new Prediction(output.prediction().probabilities(),
				unlike.of(output.features(), ready.get(i).statistics())), features
					? output.features() : null));
		}
		return scored;
	}

	private static void deliver(final Predicted batch, final ResultSink sink)
		throws IOException
	{
		int next = 0;
		for (final Prepared p : batch.sources()) {
			if (p.input().isFailed()) sink.failed(p.index(), p.name(), p.input()
				.reason(), p.input().mends());
			else deliver(p, batch.outputs().get(next++), sink);
		}
	}

	private static void deliver(final Prepared source, final Output output,
		final ResultSink sink) throws IOException
	{
		if (output.features() == null) sink.classified(source.index(), source
			.name(), output.prediction());
		else sink.classified(source.index(), source.name(), output.prediction(),
			output.features());
	}

	private Prepared prepare(final int index, final InputSource source) {
		final ItemOutcome<float[]> input = ItemOutcome.of(() -> source.input(
			preprocessing));
		return new Prepared(index, source.name(), input, unlike == null || input
			.isFailed() ? null : statistics.of(input.result()));
	}
}
