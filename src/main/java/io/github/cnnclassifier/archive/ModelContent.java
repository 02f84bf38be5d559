
package io.github.cnnclassifier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.UnlikeScore;

/**
 * What a model file holds, checked but for its predictions. Whatever goes wrong
 * while a file is taken apart becomes an {@link InvalidModel} here.
 *
 * @param classifier description and weights
 * @param testInput N,C,H,W: the pixels of the self-test
 * @param testOutput N,classes: what they gave where the model was saved
 */
record ModelContent(SavedClassifier classifier, float[] testInput,
		float[] testOutput)
{

	/** Pixels as read, as prepared, and a sample on its way. */
	private static final int COPIES_OF_INPUT = 3;
	/** As read, and as the engine wants them. */
	private static final int COPIES_OF_WEIGHTS = 2;

	/** Takes something out of the bytes of a model file. */
	@FunctionalInterface
	private interface Reader<T> {

		T read() throws InvalidModel, IOException;
	}

	/**
	 * @param in the bytes of a model file; not closed
	 * @return all of it
	 * @throws InvalidModel if it cannot be used
	 * @throws IOException if the stream fails
	 */
	static ModelContent read(final InputStream in) throws InvalidModel,
		IOException
	{
		return orInvalid(() -> {
			final Head head = new Head();
			final Map<String, byte[]> parts = ModelZip.read(in, ModelZip.ALL,
				head::read);
			return content(head, parts);
		});
	}

	/**
	 * @param in the bytes of a model file; not closed
	 * @return what it says of itself; the other parts are there and whole
	 * @throws InvalidModel if it cannot be used
	 * @throws IOException if the stream fails
	 */
	static ClassifierDescription describe(final InputStream in)
		throws InvalidModel, IOException
	{
		return orInvalid(() -> {
			final Head head = new Head();
			ModelZip.read(in, Set.of(), head::read);
			return head.description;
		});
	}

	private static <T> T orInvalid(final Reader<T> reader) throws InvalidModel,
		IOException
	{
		try {
			return reader.read();
		}
		catch (final UserFailure e) {
			throw new InvalidModel(e.getMessage(), e);
		}
		// whatever bytes of a stranger make a library do
		catch (final RuntimeException e) {
			throw ModelZip.damaged(e);
		}
	}

	/** The description and the network it asks for, within the limits. */
	private static final class Head {

		private ClassifierDescription description;
		private NetworkPlan plan;
		private Optional<UnlikePart> unlike;

		Set<String> read(final byte[] json) throws InvalidModel {
			final Described all = DescriptionReader.readAll(json);
			description = all.description();
			plan = NetworkPlan.of(description.networkSpec());
			Limits.check(plan);
			unlike = all.unlike();
			return unlike.isPresent() ? Set.of(ModelZip.UNLIKE) : Set.of();
		}
	}

	private static Optional<UnlikeScore> unlike(final Head head,
		final Map<String, byte[]> parts) throws InvalidModel
	{
		if (head.unlike.isEmpty()) return Optional.empty();
		return Optional.of(head.unlike.get().score(parts.get(ModelZip.UNLIKE),
			head.plan));
	}

	private static ModelContent content(final Head head,
		final Map<String, byte[]> parts) throws InvalidModel
	{
		final Preprocessing p = head.description.preprocessing();
		final long inputs = (long) TestInput.SAMPLES * head.plan.spec().input()
			.size();
		if (!FreeHeap.has(Float.BYTES * (COPIES_OF_INPUT * inputs +
			COPIES_OF_WEIGHTS * head.plan.parameterCount()))) throw ModelZip
				.tooLittleMemory();
		final SavedClassifier classifier = new SavedClassifier(head.description,
			OnnxWeights.read(parts.get(ModelZip.WEIGHTS), head.plan), unlike(head,
				parts));
		final ModelContent content = new ModelContent(classifier, Npy.read(
			ModelZip.TEST_INPUT, parts.get(ModelZip.TEST_INPUT), TestInput.SAMPLES, p
				.channels(), p.height(), p.width()), Npy.read(ModelZip.TEST_OUTPUT,
					parts.get(ModelZip.TEST_OUTPUT), TestInput.SAMPLES, head.description
						.labels().size()));
		RdfChecksums.check(parts);
		return content;
	}
}
