
package io.github.cnnclassifier.inference;

/**
 * Where windows lie along one axis of an image: at 0, stride, 2 * stride and so
 * on, the last one flush with the border. Every pixel is in at least one, and
 * none leaves the image.
 *
 * @param length of the image in pixels, at least the window
 * @param window its length in pixels, at least 1
 * @param stride in pixels, 1 to the window
 */
public record WindowAxis(int length, int window, int stride) {

	/** @throws IllegalArgumentException if a pixel would be in no window */
	public WindowAxis {
		if (window < 1 || window > length || stride < 1 || stride > window)
			throw new IllegalArgumentException("Windows of " + window + ", stride " +
				stride + ", on " + length);
	}

	/** @return the number of windows */
	public int count() {
		return (length - window + stride - 1) / stride + 1;
	}

	/**
	 * @param index 0-based
	 * @return the first pixel of the window
	 */
	public int start(final int index) {
		return (int) Math.min((long) index * stride, length - window);
	}

	/**
	 * @param pixel 0-based
	 * @return the index of the first window that holds it
	 */
	public int first(final int pixel) {
		if (pixel < window) return 0;
		return Math.min((pixel - window) / stride + 1, count() - 1);
	}

	/**
	 * @param pixel 0-based
	 * @return the index of the last window that holds it
	 */
	public int last(final int pixel) {
		return pixel >= length - window ? count() - 1 : pixel / stride;
	}
}
