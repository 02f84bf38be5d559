
package io.github.cnnclassifier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.SavedClassifier;

/**
 * The models inside the jar. Their names stand for model files wherever one is
 * asked for.
 */
public final class ShippedModel {

	/** The digit classifier, the one that new users meet first. */
	public static final String DIGITS = "digits";

	/** What a training may start from; tells the images that it learned from. */
	public static final String BACKBONE = "backbone";

	private static final Map<String, String> RESOURCES = Map.of(DIGITS,
		"digits.zip", BACKBONE, "backbone.zip");

	private ShippedModel() {}

	/**
	 * @param model what the user named
	 * @return whether it is the bare name of a shipped model
	 */
	public static boolean isNamed(final Path model) {
		return RESOURCES.containsKey(model.toString());
	}

	/**
	 * @param model the name of a shipped model
	 * @param engine runs the self-test
	 * @return what the model holds
	 */
	public static SavedClassifier read(final Path model, final Engine engine) {
		try (InputStream in = open(model)) {
			return ModelArchive.read(in, model.toString(), engine);
		}
		catch (final IOException e) {
			throw unreadable(model, e);
		}
	}

	/**
	 * @param model the name of a shipped model
	 * @return what the model says of itself
	 */
	public static ClassifierDescription describe(final Path model) {
		try (InputStream in = open(model)) {
			return ModelArchive.describe(in, model.toString());
		}
		catch (final IOException e) {
			throw unreadable(model, e);
		}
	}

	private static InputStream open(final Path model) throws IOException {
		final String resource = RESOURCES.get(model.toString());
		final InputStream in = ShippedModel.class.getResourceAsStream(
			"/io/github/cnnclassifier/models/" + resource);
		if (in == null) throw new IOException("The jar has no " + resource);
		return in;
	}

	private static UserFailure unreadable(final Path model, final IOException e) {
		return new UserFailure("The shipped model '" + model +
			"' cannot be read: " + e.getMessage() + ". Install the plugin again.", e);
	}
}
