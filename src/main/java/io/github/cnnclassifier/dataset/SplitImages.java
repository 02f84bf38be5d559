
package io.github.cnnclassifier.dataset;

import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;

/**
 * A data set divided into its three sides, each of a type of its own.
 * <p>
 * Thread-safe.
 */
public final class SplitImages {

	private SplitImages() {}

	/**
	 * @param survey the readable images
	 * @param split tells the side of each; images it does not know are left out
	 * @param preprocessing makes the inputs
	 * @param memoryBudgetBytes for resized images of all sides together
	 * @return the three sides
	 * @throws UserFailure if a class has no training image
	 */
	public static SplitImages of(final Survey survey, final Split split,
		final Preprocessing preprocessing, final long memoryBudgetBytes)
	{
		throw new UnsupportedOperationException();
	}

	/** @return class names; the position is the label index */
	public List<String> labels() {
		throw new UnsupportedOperationException();
	}

	/** @return the images to learn from; every class has one */
	public TrainingSet training() {
		throw new UnsupportedOperationException();
	}

	/** @return the images to choose the best epoch on */
	public ValidationSet validation() {
		throw new UnsupportedOperationException();
	}

	/** @return the images for the final figures; may be empty */
	public TestSet test() {
		throw new UnsupportedOperationException();
	}
}
