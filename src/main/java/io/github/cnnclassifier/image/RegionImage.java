
package io.github.cnnclassifier.image;

/**
 * An image of one or more planes, from which regions are cut. Asked by one
 * thread at a time.
 */
public interface RegionImage {

	/** @return the name of the image, for names of files; never empty */
	String title();

	/**
	 * @return what tells this image from others: the path of its file if it has
	 *         one, else the title
	 */
	String origin();

	/** @return in pixels */
	int width();

	/** @return in pixels */
	int height();

	/** @return how many depth positions there are, at least 1 */
	int slices();

	/** @return how many time positions there are, at least 1 */
	int frames();

	/**
	 * @param slice 1-based
	 * @param frame 1-based
	 * @return all channels there
	 * @throws IllegalArgumentException if there is no such plane
	 */
	SampleImage plane(int slice, int frame);
}
