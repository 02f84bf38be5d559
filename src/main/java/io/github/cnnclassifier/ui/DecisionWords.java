
package io.github.cnnclassifier.ui;

/**
 * What is said of decisions about images that were taken back or made again.
 */
public final class DecisionWords {

	private DecisionWords() {}

	/**
	 * @param images how many the decision was about; 0 if there was none
	 * @return that it was taken back, a sentence
	 */
	public static String undone(final int images) {
		return images == 0 ? "There is nothing to take back." : Counted.images(
			images) + " as before.";
	}

	/**
	 * @param images how many the decision is about; 0 if there is none
	 * @return that it was made again, a sentence
	 */
	public static String redone(final int images) {
		return images == 0 ? "There is nothing to make again." : Counted.images(
			images) + " decided again.";
	}
}
