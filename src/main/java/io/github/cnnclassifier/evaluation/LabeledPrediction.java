
package io.github.cnnclassifier.evaluation;

import java.util.Objects;

import io.github.cnnclassifier.model.Prediction;

/**
 * What a classifier said of one image whose class is known.
 *
 * @param name where the image came from, for people; never null
 * @param actual 0-based index of the true class
 * @param prediction never null
 */
public record LabeledPrediction(String name, int actual,
		Prediction prediction)
{

	/**
	 * @throws IllegalArgumentException if {@code actual} is not a class of the
	 *           prediction
	 * @throws NullPointerException if name or prediction is null
	 */
	public LabeledPrediction {
		Objects.requireNonNull(name, "name");
		if (actual < 0 || actual >= prediction.probabilities().length)
			throw new IllegalArgumentException("Expected a class index from 0 to " +
				(prediction.probabilities().length - 1) + ", got " + actual);
	}

	/** @return 0-based index of the class with the best probability */
	public int predicted() {
		return prediction.labelIndex();
	}

	/** @return whether the best class is the true one */
	public boolean correct() {
		return predicted() == actual;
	}
}
