
package io.github.cnnclassifier.image;

import java.io.IOException;

/**
 * The planes of one image: every slice (z) of every frame (t). All channels of
 * a plane belong to it. Implementations are thread-safe and need no closing.
 */
public interface ImagePlanes {

	/** @return the number of depth positions, at least 1 */
	int slices();

	/** @return the number of time points, at least 1 */
	int frames();

	/**
	 * @param slice 0-based
	 * @param frame 0-based
	 * @return all channels there; planes of one image have the same size and
	 *         channels
	 * @throws IOException if the plane cannot be read
	 * @throws IllegalArgumentException if there is no such plane
	 */
	SampleImage plane(int slice, int frame) throws IOException;

	/** @return slices times frames */
	default int count() {
		return slices() * frames();
	}

	/**
	 * @param index 0-based, slices running faster than frames
	 * @return the plane
	 * @throws IOException if the plane cannot be read
	 * @throws IllegalArgumentException if there is no such plane
	 */
	default SampleImage plane(final int index) throws IOException {
		return plane(index % slices(), index / slices());
	}

	/**
	 * @param image a single plane
	 * @return it alone
	 */
	static ImagePlanes of(final SampleImage image) {
		return new ImagePlanes() {

			@Override
			public int slices() {
				return 1;
			}

			@Override
			public int frames() {
				return 1;
			}

			@Override
			public SampleImage plane(final int slice, final int frame) {
				if (slice != 0 || frame != 0) throw new IllegalArgumentException(
					"Expected the only plane, got " + slice + ", " + frame);
				return image;
			}
		};
	}
}
