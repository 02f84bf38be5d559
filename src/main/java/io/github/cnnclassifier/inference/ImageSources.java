
package io.github.cnnclassifier.inference;

import java.util.AbstractList;
import java.util.function.IntFunction;

import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;

/** Images as inputs of a network, each made when it is asked for. */
public final class ImageSources extends AbstractList<InputSource> {

	private final int count;
	private final IntFunction<? extends SampleImage> images;

	/**
	 * @param count of images, at least 0
	 * @param images by 0-based index; asked for each when its turn comes, on any
	 *          thread, so that not all are in memory at once
	 */
	public ImageSources(final int count,
		final IntFunction<? extends SampleImage> images)
	{
		this.count = count;
		this.images = images;
	}

	@Override
	public int size() {
		return count;
	}

	@Override
	public InputSource get(final int index) {
		return new InputSource() {

			@Override
			public String name() {
				return "image " + (index + 1);
			}

			@Override
			public float[] input(final Preprocessing preprocessing) {
				return preprocessing.apply(images.apply(index));
			}
		};
	}
}
