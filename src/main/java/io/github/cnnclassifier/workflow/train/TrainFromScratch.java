
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.CheckpointStore;
import io.github.cnnclassifier.training.Continuation;
import io.github.cnnclassifier.training.Start;
import io.github.cnnclassifier.training.TrainedNetwork;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingRun;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.training.TrainingState;

/** Trains from random weights. */
final class TrainFromScratch implements Learning {

	private final NetworkSpec spec;
	private final TrainingData data;
	private final Engine engine;
	private final Function<TrainingSettings, CheckpointStore> stores;
	private final TrainingListener listener;
	private final Progress progress;

	/** @param stores of a run with these settings get each better model */
	TrainFromScratch(final NetworkSpec spec, final TrainingData data,
		final Engine engine,
		final Function<TrainingSettings, CheckpointStore> stores,
		final TrainingListener listener, final Progress progress)
	{
		this.spec = spec;
		this.data = data;
		this.engine = engine;
		this.stores = stores;
		this.listener = listener;
		this.progress = progress;
	}

	@Override
	public NetworkSpec spec() {
		return spec;
	}

	@Override
	public Trained train(final TrainingSettings wished, final Beginning beginning,
		final Keeper keeper) throws IOException
	{
		final TrainingRun run = new TrainingRun(spec, Start.SCRATCH, wished, data
			.sides().training(), data.sides().validation()).resolved(engine,
				progress);
		final Continuation continuation = beginning.of(spec);
		final CheckpointStore store = stores.apply(continuation.from().map(
			TrainingState::settings).orElse(run.settings()));
		final Trained kept;
		try (TrainedNetwork trained = run.train(engine, store, continuation,
			listener, progress))
		{
			if (trained.result().kept().epoch() == 0) throw new CanceledException();
			kept = new Trained(spec, trained.network().weights(), trained.settings(),
				trained.result());
		}
		// until now it says that it was stopped
		keeper.keep(kept);
		final TrainingResult result = kept.result();
		progress.message("Training ended: " + result.stopReason().text() +
			"; the model of epoch " + result.kept().epoch() + " is kept, " + result
				.kept().reason() + ".");
		return kept;
	}

	/** For as many epochs as were kept. */
	@Override
	public Optional<Weights> again(final Trained first, final Beginning beginning,
		final TrainingSet all, final ValidationSet none) throws IOException
	{
		final TrainingRun second = new TrainingRun(spec, Start.SCRATCH, first
			.settings().forEpochs(first.result().kept().epoch()), all, none);
		try (TrainedNetwork trained = second.train(engine, new KeptModel(
			"The model of the first run is kept."), beginning.of(spec),
			new TrainingListener()
			{}, progress)) {
			return trained.result().kept().epoch() == 0 ? Optional.empty() : Optional
				.of(trained.network().weights());
		}
	}
}
