
package io.github.cnnclassifier.dataset.source;

import io.github.cnnclassifier.image.SampleImage;

/**
 * An image and how many planes there are in the file that it was taken from.
 *
 * @param image one plane of the file, or one made of all of them
 * @param slices depth positions (z) of the file, at least 1
 * @param frames time points (t) of the file, at least 1
 */
public record FileImage(SampleImage image, int slices, int frames) {

	/**
	 * @param image from anything but a stack
	 * @return it with one slice and one frame
	 */
	static FileImage single(final SampleImage image) {
		return new FileImage(image, 1, 1);
	}
}
