
package io.github.cnnclassifier.dataset;

import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;

/** Chooses preprocessing that fits the images, and says why. */
public final class PreprocessingDefaults {

	private PreprocessingDefaults() {}

	/**
	 * @param samples of the training and validation sides only, at least one:
	 *          what is learned from test images is not allowed to matter
	 * @param wishes what the user decided already
	 * @return preprocessing and reasons
	 * @throws UserFailure if the images have different numbers of channels
	 */
	public static ChosenPreprocessing choose(final List<SurveyedSample> samples,
		final PreprocessingWishes wishes)
	{
		throw new UnsupportedOperationException();
	}
}
