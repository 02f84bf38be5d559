
package io.github.cnnclassifier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * The model file: a zip that is a BioImage.IO model package, with the weights
 * as ONNX and our own classifier.json. Described in docs/model-file.md.
 * Thread-safe.
 */
public final class ModelArchive {

	/** The version of the format that is written, and the newest one read. */
	public static final int FORMAT_VERSION = 1;

	private ModelArchive() {}

	/**
	 * Writes a model file, replacing an existing one; it appears whole or not at
	 * all. The same classifier gives the same bytes.
	 *
	 * @param file the model file
	 * @param classifier what to keep
	 * @param engine predicts the test input, whose output is kept for the
	 *          self-test
	 * @throws UserFailure if the weights do not fit the network or are not finite
	 * @throws IOException if the disk fails; an existing file is then as it was
	 */
	public static void write(final Path file, final SavedClassifier classifier,
		final Engine engine) throws IOException
	{
		throw new UnsupportedOperationException();
	}

	/**
	 * Reads a model file, checks everything in it and lets it predict the test
	 * input.
	 *
	 * @param file the model file
	 * @param engine runs the self-test
	 * @return what it holds
	 * @throws UserFailure if there is no such file, it is no model, damaged, made
	 *           by a newer version, or its predictions here differ from those it
	 *           was saved with by more than 1e-4; the message names the file, the
	 *           reason and what to do
	 */
	public static SavedClassifier read(final Path file, final Engine engine) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Reads a model that is not a file of its own, such as one in a jar.
	 *
	 * @param in the bytes of a model file; read to its end, not closed
	 * @param name stands for the file in messages
	 * @param engine runs the self-test
	 * @return what it holds
	 * @throws UserFailure as for a file
	 */
	public static SavedClassifier read(final InputStream in, final String name,
		final Engine engine)
	{
		throw new UnsupportedOperationException();
	}

	/**
	 * Reads the description alone: no weights, no engine, no self-test.
	 *
	 * @param file the model file
	 * @return what it says of itself
	 * @throws UserFailure if there is no such file, it is no model, damaged or
	 *           made by a newer version
	 */
	public static ClassifierDescription describe(final Path file) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Reads the description of a model that is not a file of its own.
	 *
	 * @param in the bytes of a model file; read to its end, not closed
	 * @param name stands for the file in messages
	 * @return what it says of itself
	 * @throws UserFailure as for a file
	 */
	public static ClassifierDescription describe(final InputStream in,
		final String name)
	{
		throw new UnsupportedOperationException();
	}
}
