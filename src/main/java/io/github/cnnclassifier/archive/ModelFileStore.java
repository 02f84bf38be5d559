
package io.github.cnnclassifier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.training.CheckpointStore;

/** Replaces the whole model file with each better model of a training run. */
public final class ModelFileStore implements CheckpointStore {

	/** How every zip begins. */
	private static final byte[] ZIP = { 'P', 'K' };

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

	/**
	 * Checks, before any work is done, that a model can be written. An earlier
	 * model or an empty file may be replaced, an image or a list never.
	 *
	 * @param file the model file
	 * @param overwrite whether an earlier model may be replaced
	 * @throws WrongUsage if the file exists and is no model
	 * @throws UserFailure if it cannot be written, or exists and may not be
	 *           replaced
	 * @throws IOException if the disk fails
	 */
	public static void requireWritable(final Path file, final boolean overwrite)
		throws IOException
	{
		Outputs.requireWritableFile(file, overwrite);
		if (!Files.exists(file)) return;
		final byte[] start;
		try (InputStream in = Files.newInputStream(file)) {
			start = in.readNBytes(ZIP.length);
		}
		if (start.length > 0 && !Arrays.equals(start, ZIP)) throw new WrongUsage(
			"Expected model to be a file to write, found '" + file +
				"', which is no model file and would be lost. Choose another name.");
	}

	@Override
	public void save(final Weights weights, final List<EpochFigures> history)
		throws IOException
	{
		ModelArchive.write(file, new SavedClassifier(description.apply(history),
			weights), engine);
	}
}
