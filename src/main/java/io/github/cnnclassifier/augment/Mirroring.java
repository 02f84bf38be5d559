
package io.github.cnnclassifier.augment;

/**
 * What can be done to an image so that doing it twice gives the image back.
 * Flips and quarter turns are made of these.
 */
public enum Mirroring {

		/** Left and right change places. */
		LEFT_RIGHT("mirrored left to right"),

		/** Up and down change places. */
		UP_DOWN("mirrored upside down"),

		/** Turned by 180 degrees. */
		HALF_TURN("turned by 180 degrees"),

		/** Rows become columns; for square images only. */
		ROWS_COLUMNS("mirrored about the diagonal");

	private final String text;

	Mirroring(final String text) {
		this.text = text;
	}

	/** @return what is done, in words */
	public String text() {
		return text;
	}

	/**
	 * @param x column, 0-based
	 * @param y row, 0-based
	 * @param side width and height of the plane
	 * @return index in the plane of the pixel that comes to this place
	 */
	int source(final int x, final int y, final int side) {
		return switch (this) {
			case LEFT_RIGHT -> y * side + side - 1 - x;
			case UP_DOWN -> (side - 1 - y) * side + x;
			case HALF_TURN -> (side - 1 - y) * side + side - 1 - x;
			case ROWS_COLUMNS -> x * side + y;
		};
	}
}
