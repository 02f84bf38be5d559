
package io.github.cnnclassifier.evaluation;

/**
 * Which images of an evaluation are meant. Where several parts are given, all
 * of them must hold.
 *
 * @param actual 0-based true class; {@link #ANY} for any
 * @param predicted 0-based class that they were taken for; {@link #ANY} for
 *          any, {@link #OTHER} for any but their true one
 * @param bar 0-based bar of {@link ConfidenceHistogram}; {@link #ANY} for any
 */
public record ImageChoice(int actual, int predicted, int bar) {

	/** In the place of a number, where each will do. */
	public static final int ANY = -1;

	/** Predicted as another class than their true one. */
	public static final int OTHER = -2;

	/** All images with a wrong answer. */
	public static final ImageChoice WRONG = new ImageChoice(ANY, OTHER, ANY);

	/** All images. */
	public static final ImageChoice ALL = new ImageChoice(ANY, ANY, ANY);

	/**
	 * @param actual row, or {@link #ANY} for the whole column
	 * @param predicted column, or {@link #ANY} for the whole row
	 * @return the images that a cell of a confusion matrix counts
	 */
	public static ImageChoice cell(final int actual, final int predicted) {
		return new ImageChoice(actual, predicted, ANY);
	}

	/**
	 * @param bar 0-based
	 * @return the images that a bar of the histogram counts
	 */
	public static ImageChoice bar(final int bar) {
		return new ImageChoice(ANY, ANY, bar);
	}
}
