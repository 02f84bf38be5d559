
package io.github.cnnclassifier.ui;

/** How many there are, in words. */
public final class Counted {

	private Counted() {}

	/**
	 * @param count of images
	 * @return for instance "1 image" or "2 images"
	 */
	public static String images(final int count) {
		return of(count, "image", "images");
	}

	/**
	 * @param count of something
	 * @param one what a single one is called
	 * @param many what any other number is called
	 * @return for instance "1 class" or "0 classes"
	 */
	public static String of(final int count, final String one,
		final String many)
	{
		return count + " " + (count == 1 ? one : many);
	}
}
