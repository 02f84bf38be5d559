
package io.github.cnnclassifier.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
	 * model or an empty file may be replaced; an image, a list or another zip,
	 * such as saved ROIs, never.
	 *
	 * @param file the model file
	 * @param overwrite whether an earlier model may be replaced
	 * @throws WrongUsage if the file exists and is no model
	 * @throws UserFailure if its folder does not exist, it cannot be written, or
	 *           exists and may not be replaced
	 * @throws IOException if the disk fails
	 */
	public static void requireWritable(final Path file, final boolean overwrite)
		throws IOException
	{
		requireFolder(file.toAbsolutePath().getParent());
		Outputs.requireWritableFile(file, overwrite);
		if (!Files.exists(file)) return;
		if (Files.size(file) == 0) return;
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			if (ModelZip.isBegin(in)) return;
		}
		throw new WrongUsage("Expected model to be a file to write, found '" +
			file +
			"', which is no model file and would be lost. Choose another name.");
	}

	/** A mistyped name would put the model where nobody looks for it. */
	private static void requireFolder(final Path folder) {
		if (!Files.exists(folder)) throw new UserFailure(
			"Expected the folder of the model to exist, but there is no '" + folder +
				"'. Correct its name, or make the folder first.");
	}

	@Override
	public void save(final Weights weights, final List<EpochFigures> history)
		throws IOException
	{
		ModelArchive.write(file, new SavedClassifier(description.apply(history),
			weights), engine);
	}
}
