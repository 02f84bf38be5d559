
package io.github.cnnclassifier.dataset;

import java.io.IOException;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;

/**
 * Samples ready for a network: label indices and preprocessed inputs. Resized
 * images are kept in memory when first used, as long as the memory budget
 * lasts; beyond it they are read again each time.
 * <p>
 * Thread-safe.
 */
public final class SampleList {

	private SampleList() {}

	/**
	 * @param samples in the order they shall have
	 * @param labels class names; the position is the label index
	 * @param preprocessing makes the inputs
	 * @param memoryBudgetBytes for resized images; 0 keeps none
	 * @return the samples
	 * @throws UserFailure if a sample's label is not among the labels
	 */
	public static SampleList of(final List<SurveyedSample> samples,
		final List<String> labels, final Preprocessing preprocessing,
		final long memoryBudgetBytes)
	{
		throw new UnsupportedOperationException();
	}

	/** @return the number of samples */
	public int size() {
		throw new UnsupportedOperationException();
	}

	/**
	 * @param i 0-based
	 * @return 0-based label index
	 */
	public int labelIndex(final int i) {
		throw new UnsupportedOperationException();
	}

	/**
	 * @param i 0-based
	 * @return path relative to the data set, for messages and tables
	 */
	public String name(final int i) {
		throw new UnsupportedOperationException();
	}

	/**
	 * @param i 0-based
	 * @return 16 hex digits
	 */
	public String contentHash(final int i) {
		throw new UnsupportedOperationException();
	}

	/**
	 * @param i 0-based
	 * @return a new array C,H,W, values 0 to 1
	 * @throws IOException if the image has become unreadable
	 * @throws UserFailure if the image does not fit the preprocessing
	 */
	public float[] input(final int i) throws IOException {
		throw new UnsupportedOperationException();
	}

	/** @return how many samples each class has, by label index; a new array */
	public int[] classCounts() {
		throw new UnsupportedOperationException();
	}
}
