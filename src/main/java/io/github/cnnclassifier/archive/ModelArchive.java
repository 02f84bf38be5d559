
package io.github.cnnclassifier.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.Gson;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.failure.UnusableModel;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.storage.WholeFile;

/**
 * The model file: a zip that is a BioImage.IO model package, with the weights
 * as ONNX and our own classifier.json. Described in docs/model-file.md.
 * Thread-safe.
 */
public final class ModelArchive {

	/**
	 * The newest version of the format that is read. A model is written in the
	 * oldest one that can say all of it.
	 */
	public static final int FORMAT_VERSION = 5;

	private ModelArchive() {}

	/**
	 * Writes a model file, replacing an existing one; it appears whole or not at
	 * all. The same classifier gives the same bytes.
	 *
	 * @param file the model file
	 * @param classifier what to keep
	 * @param engine predicts the test input, whose output is kept for the
	 *          self-test
	 * @throws UserFailure if weights or predictions are not finite, or the model
	 *           is too large to be read again
	 * @throws IllegalArgumentException if the weights are those of another
	 *           network
	 * @throws IOException if the disk fails; an existing file is then as it was
	 */
	public static void write(final Path file, final SavedClassifier classifier,
		final Engine engine) throws IOException
	{
		final Map<String, byte[]> parts;
		try {
			parts = parts(classifier, engine);
			ModelZip.checkSizes(parts);
		}
		catch (final InvalidModel e) {
			throw new UserFailure("Cannot write the model '" + file + "'. " + e
				.getMessage(), e);
		}
		final LocalDateTime time = OffsetDateTime.parse(classifier.description()
			.training().date()).toLocalDateTime();
		WholeFile.write(file, out -> ModelZip.write(out, parts, time));
	}

	private static Map<String, byte[]> parts(final SavedClassifier classifier,
		final Engine engine) throws InvalidModel
	{
		final ClassifierDescription d = classifier.description();
		final NetworkPlan plan = NetworkPlan.of(d.networkSpec());
		Limits.check(plan);
		final Preprocessing p = d.preprocessing();
		final float[] input = TestInput.pixels(p);
		final float[] output = SelfTest.outputFor(classifier, plan, engine, input);
		final Map<String, byte[]> parts = new LinkedHashMap<>();
		// first, so that describing a model need not unpack the weights
		parts.put(ModelZip.DESCRIPTION, DescriptionWriter.write(d, classifier
			.unlike()));
		// what cannot be read again fails now, not when the model is needed
		DescriptionReader.read(parts.get(ModelZip.DESCRIPTION));
		classifier.unlike().ifPresent(score -> parts.put(ModelZip.UNLIKE, UnlikePart
			.numbers(score)));
		parts.put(ModelZip.WEIGHTS, OnnxGraph.write(plan, classifier.weights(),
			metadata(d)));
		parts.put(ModelZip.TEST_INPUT, Npy.write(input, TestInput.SAMPLES, p
			.channels(), p.height(), p.width()));
		parts.put(ModelZip.TEST_OUTPUT, Npy.write(output, TestInput.SAMPLES, d
			.labels().size()));
		parts.put(ModelZip.README, ModelCard.write(d, plan.parameterCount(),
			classifier.unlike().isPresent()));
		parts.put(ModelZip.RDF, BioImageIo.write(d, parts));
		return parts;
	}

	private static Map<String, String> metadata(final ClassifierDescription d) {
		final Map<String, String> metadata = new LinkedHashMap<>();
		metadata.put("name", d.name());
		metadata.put("classes", new Gson().toJson(d.labels().names()));
		metadata.put("input", InputFormula.of(d.preprocessing().intensity()));
		metadata.put("min", String.valueOf(d.preprocessing().range().min()));
		metadata.put("max", String.valueOf(d.preprocessing().range().max()));
		return metadata;
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
		return open(file, in -> classifier(in, engine));
	}

	/**
	 * Reads a model that is not a file of its own, such as one in a jar.
	 *
	 * @param in the bytes of a model file; not closed
	 * @param name stands for the file in messages
	 * @param engine runs the self-test
	 * @return what it holds
	 * @throws UserFailure as for a file
	 */
	public static SavedClassifier read(final InputStream in, final String name,
		final Engine engine)
	{
		return read(in, name, stream -> classifier(stream, engine));
	}

	/**
	 * Reads the description alone: all parts must be there and whole, but the
	 * weights are not looked at and no self-test is made.
	 *
	 * @param file the model file
	 * @return what it says of itself
	 * @throws UserFailure if there is no such file, it is no model, damaged or
	 *           made by a newer version
	 */
	public static ClassifierDescription describe(final Path file) {
		return open(file, ModelContent::describe);
	}

	/**
	 * Reads the description of a model that is not a file of its own.
	 *
	 * @param in the bytes of a model file; not closed
	 * @param name stands for the file in messages
	 * @return what it says of itself
	 * @throws UserFailure as for a file
	 */
	public static ClassifierDescription describe(final InputStream in,
		final String name)
	{
		return read(in, name, ModelContent::describe);
	}

	/** Takes something out of the bytes of a model file. */
	@FunctionalInterface
	private interface Content<T> {

		T from(InputStream in) throws InvalidModel, IOException;
	}

	private static <T> T open(final Path file, final Content<T> content) {
		if (Files.isDirectory(file)) throw new UnusableModel(
			"Expected a model file, but '" + file +
				"' is a folder. Name the file, which ends with .zip.", file.toString());
		if (!Files.exists(file)) throw new UnusableModel(
			"There is no model file '" + file + "'. Check its name and folder.", file
				.toString());
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			return read(in, file.toString(), content);
		}
		catch (final IOException e) {
			throw unreadable(file.toString(), e);
		}
	}

	private static <T> T read(final InputStream in, final String name,
		final Content<T> content)
	{
		try {
			return content.from(in);
		}
		catch (final InvalidModel e) {
			throw new UnusableModel("Cannot open the model '" + name + "'. " + e
				.getMessage(), name, e);
		}
		catch (final IOException e) {
			throw unreadable(name, e);
		}
	}

	private static UserFailure unreadable(final String name,
		final IOException e)
	{
		return new UnusableModel("The model '" + name + "' cannot be read (" + e +
			"). Check its permissions and the disk.", name, e);
	}

	private static SavedClassifier classifier(final InputStream in,
		final Engine engine) throws InvalidModel, IOException
	{
		final ModelContent content = ModelContent.read(in);
		SelfTest.check(content, engine);
		return content.classifier();
	}
}
