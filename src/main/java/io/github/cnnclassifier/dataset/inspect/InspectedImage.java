
package io.github.cnnclassifier.dataset.inspect;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.SampleImage;

/**
 * A readable image with everything an inspection wants to know of it.
 *
 * @param surveyed what a training learns of it too
 * @param slices depth positions (z) of its file, at least 1
 * @param frames time points (t) of its file, at least 1
 * @param intensity what its values tell of its quality
 * @param thumbnail a small copy, values on the scale of the image, at most
 *          three channels; null if none was asked for
 */
public record InspectedImage(SurveyedSample surveyed, int slices, int frames,
		IntensityStatistics intensity, SampleImage thumbnail)
{

	/** @return whether all values of all channels are equal */
	public boolean isConstant() {
		return surveyed.min() == surveyed.max();
	}

	/** @return the same pixels under another name or class */
	InspectedImage as(final Sample sample) {
		return new InspectedImage(surveyed.as(sample), slices, frames, intensity,
			thumbnail);
	}

	/** @return the class */
	String label() {
		return surveyed.sample().label();
	}

	/** @return path relative to the data set, separated by '/' */
	String name() {
		return surveyed.sample().name();
	}
}
