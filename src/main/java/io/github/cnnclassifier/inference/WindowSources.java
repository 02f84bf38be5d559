
package io.github.cnnclassifier.inference;

import java.util.AbstractList;

import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.SampleImage;

/** Windows of an image as inputs of a network, cut when they are asked for. */
final class WindowSources extends AbstractList<InputSource> {

	private final SampleImage image;
	private final NeededWindows windows;

	WindowSources(final SampleImage image, final NeededWindows windows) {
		this.image = image;
		this.windows = windows;
	}

	@Override
	public int size() {
		return windows.count();
	}

	@Override
	public InputSource get(final int index) {
		final Region window = windows.grid().window(windows.column(index), windows
			.row(index));
		return new InputSource() {

			@Override
			public String name() {
				return window.toString();
			}

			@Override
			public float[] input(final Preprocessing preprocessing) {
				return preprocessing.apply(image.crop(window));
			}
		};
	}
}
