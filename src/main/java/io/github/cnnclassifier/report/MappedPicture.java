
package io.github.cnnclassifier.report;

import java.awt.image.BufferedImage;
import java.io.IOException;

import io.github.cnnclassifier.image.SampleImage;

/**
 * Draws over a picture of an image what a network looked at. Implementations
 * are thread-safe.
 */
@FunctionalInterface
public interface MappedPicture extends AutoCloseable {

	/**
	 * @param image that was classified
	 * @param label 0-based class whose evidence is shown
	 * @param side longest side of the picture in pixels
	 * @return the picture with the map over it
	 * @throws IOException with a reason for the user, if there is none
	 */
	BufferedImage over(SampleImage image, int label, int side) throws IOException;

	/** Gives back what it holds; nothing by default. */
	@Override
	default void close() {}
}
