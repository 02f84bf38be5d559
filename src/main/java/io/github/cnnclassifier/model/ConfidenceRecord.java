
package io.github.cnnclassifier.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of the confidence of a classifier.
 *
 * @param calibration how it was fitted; empty if it was not
 * @param threshold that is suggested; empty if nobody asked for one, or none
 *          was found
 */
public record ConfidenceRecord(Optional<Calibration> calibration,
		Optional<SuggestedThreshold> threshold)
{

	/** Nothing is known. */
	public static final ConfidenceRecord NONE = new ConfidenceRecord(Optional
		.empty(), Optional.empty());

	/** @throws NullPointerException if one is null */
	public ConfidenceRecord {
		Objects.requireNonNull(calibration, "calibration");
		Objects.requireNonNull(threshold, "threshold");
	}

	/** @return what is in the weights; 1 if the confidence was not fitted */
	public Temperature temperature() {
		return calibration.map(Calibration::temperature).orElse(Temperature.NONE);
	}
}
