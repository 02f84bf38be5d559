
package io.github.cnnclassifier.workflow;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.SuggestedThreshold;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.model.UnlikeUse;

/** Which answers count: as the user says, or as the model suggests. */
public final class ThresholdChoice {

	/** Every answer counts, as the text of an input. */
	public static final String NONE = "0.0";

	private ThresholdChoice() {}

	/**
	 * @param threshold a number from 0 to 1, or "auto"
	 * @param model asked for "auto" alone: the model file or the name of a
	 *          shipped model
	 * @return which answers count
	 * @throws WrongUsage if it is neither
	 * @throws UserFailure if the model suggests no threshold, or cannot be used
	 */
	public static Threshold parse(final String threshold, final Path model) {
		return threshold.strip().equals(InputOverrides.AUTO) ? suggested(OpenModel
			.describe(model)) : new Threshold(number(threshold));
	}

	/**
	 * @param threshold a number from 0 to 1, or "auto"
	 * @param unlike what becomes of images unlike the training images
	 * @param model as above
	 * @return which answers count
	 * @throws WrongUsage if one of them is malformed
	 * @throws UserFailure if the model suggests no threshold, or cannot be used
	 */
	public static Threshold parse(final String threshold, final String unlike,
		final Path model)
	{
		return new Threshold(parse(threshold, model).least(), UnlikeUse.parse(
			unlike));
	}

	/**
	 * @param model what it says of itself
	 * @return the threshold that it suggests
	 * @throws UserFailure if it suggests none
	 */
	public static Threshold suggested(final ClassifierDescription model) {
		return model.confidence().threshold().map(SuggestedThreshold::threshold)
			.orElseThrow(() -> new UserFailure(
				"Expected a model that suggests a threshold, for threshold=auto; '" +
					model.name() + "' has none. Give a number from 0 to 1, or train a " +
					"model with wishedAccuracy=0.99.", List.of(Mend.of("Take all answers",
						"threshold", NONE))));
	}

	private static double number(final String text) {
		try {
			// unlike Double.valueOf, this takes neither NaN nor 1d
			final double number = new BigDecimal(text.strip()).doubleValue();
			if (number >= 0 && number <= 1) return number;
		}
		catch (final NumberFormatException e) {
			throw wrong(text);
		}
		throw wrong(text);
	}

	private static WrongUsage wrong(final String text) {
		return new WrongUsage(
			"Expected 'threshold' to be a number from 0.0 to 1.0 or auto, got '" +
				Legible.quote(text) + "'.");
	}
}
