
package io.github.cnnclassifier.archive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Tensor;

/**
 * A classifier proves that it predicts here what it predicted where it was
 * saved.
 */
final class SelfTest {

	private static final String RETRAIN =
		". Train again, perhaps with a lower learning rate.";

	private SelfTest() {}

	/** Predicts what a later self-test is compared with. */
	static float[] outputFor(final SavedClassifier classifier,
		final NetworkPlan plan, final Engine engine, final float[] input)
		throws InvalidModel
	{
		if (classifier.weights().tensors().size() != plan.parameters().size())
			throw new IllegalArgumentException("weights of another network");
		for (final ParameterShape p : plan.parameters()) {
			final Tensor tensor = classifier.weights().get(p.name());
			if (!Arrays.equals(tensor.shape(), p.shape()))
				throw new IllegalArgumentException(p.name() + ": expected " + Arrays
					.toString(p.shape()) + ", got " + Arrays.toString(tensor.shape()));
			requireFinite("Its weights " + p.name(), tensor.data());
		}
		final float[] output = predict(classifier, engine, input);
		requireFinite("Its probabilities", output);
		return output;
	}

	/** Compares the stored output with what the engine says here. */
	static void check(final SavedClassifier classifier,
		final Map<String, byte[]> parts, final Engine engine) throws InvalidModel
	{
		final Preprocessing p = classifier.description().preprocessing();
		final float[] input = Npy.read(ModelZip.TEST_INPUT, parts.get(
			ModelZip.TEST_INPUT), TestInput.SAMPLES, p.channels(), p.height(), p
				.width());
		final float[] expected = Npy.read(ModelZip.TEST_OUTPUT, parts.get(
			ModelZip.TEST_OUTPUT), TestInput.SAMPLES, classifier.description()
				.labels().size());
		final float[] found = predict(classifier, engine, input);
		double difference = 0;
		// the larger of a number and NaN is NaN, which is a difference too
		for (int i = 0; i < expected.length; i++)
			difference = Math.max(difference, Math.abs((double) expected[i] -
				found[i]));
		if (!(difference <= TestInput.TOLERANCE)) throw new InvalidModel(String
			.format(Locale.ROOT,
				"Its self-test failed: probabilities differ by %.2g from those it " +
					"was saved with (allowed: 0.0001). The file was changed, or this " +
					"computer calculates wrongly; get the file again.", difference));
	}

	private static float[] predict(final SavedClassifier classifier,
		final Engine engine, final float[] input)
	{
		try (Network network = engine.load(classifier.networkSpec(), classifier
			.weights()))
		{
			return TestInput.predict(network, classifier.description()
				.preprocessing(), input);
		}
	}

	private static void requireFinite(final String what, final float[] values)
		throws InvalidModel
	{
		for (final float value : values) {
			if (!Float.isFinite(value)) throw new InvalidModel(what +
				" hold a value that is not finite" + RETRAIN);
		}
	}
}
