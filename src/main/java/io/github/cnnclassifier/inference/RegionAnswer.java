
package io.github.cnnclassifier.inference;

import java.util.Optional;

import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.UnusableRegion;
import io.github.cnnclassifier.model.Prediction;

/**
 * What a classifier says of one region of an image.
 *
 * @param index of the region, as {@link RegionOfInterest#index} has it; 0 if it
 *          could not be read
 * @param name of the region
 * @param slice where it lies, 1-based; 0 if not known
 * @param frame where it lies, 1-based; 0 if not known
 * @param prediction empty if there is none
 * @param error why there is none, for the user; else empty
 */
public record RegionAnswer(int index, String name, int slice, int frame,
		Optional<Prediction> prediction, String error)
{

	/**
	 * @param roi that was classified
	 * @param prediction of it
	 * @return the answer
	 */
	public static RegionAnswer of(final RegionOfInterest roi,
		final Prediction prediction)
	{
		return new RegionAnswer(roi.index(), roi.name(), roi.slice(), roi.frame(),
			Optional.of(prediction), "");
	}

	/**
	 * @param roi that could not be classified
	 * @param reason for the user, not empty
	 * @return no prediction
	 */
	public static RegionAnswer failed(final RegionOfInterest roi,
		final String reason)
	{
		return new RegionAnswer(roi.index(), roi.name(), roi.slice(), roi.frame(),
			Optional.empty(), reason);
	}

	/**
	 * @param region from which no pixels can be taken
	 * @return no prediction, for the same reason
	 */
	public static RegionAnswer of(final UnusableRegion region) {
		return new RegionAnswer(region.index(), region.name(), 0, 0, Optional
			.empty(), region.reason());
	}

	/** @return whether there is a prediction */
	public boolean isClassified() {
		return prediction.isPresent();
	}
}
