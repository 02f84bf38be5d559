
package io.github.cnnclassifier.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.training.CheckpointStore;
import io.github.cnnclassifier.training.EpochFigures;

/** Replaces the whole model file with each better model of a training run. */
public final class ModelFileStore implements CheckpointStore {

	private final Path file;
	private final Engine engine;
	private final Function<List<EpochFigures>, ClassifierDescription> description;

	/**
	 * @param file the model file
	 * @param engine makes the self-test's expected output
	 * @param description of the model, given the epochs so far
	 */
	public ModelFileStore(final Path file, final Engine engine,
		final Function<List<EpochFigures>, ClassifierDescription> description)
	{
		this.file = file;
		this.engine = engine;
		this.description = description;
	}

	@Override
	public void save(final Weights weights, final List<EpochFigures> history)
		throws IOException
	{
		ModelArchive.write(file, new SavedClassifier(description.apply(history),
			weights), engine);
	}
}
