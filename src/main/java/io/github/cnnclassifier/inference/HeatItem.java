
package io.github.cnnclassifier.inference;

import java.util.Objects;

import io.github.cnnclassifier.dataset.source.SampleSource;
import io.github.cnnclassifier.image.SampleImage;

/**
 * An image whose heat map is wanted.
 *
 * @param source read when its turn comes
 * @param className a class of the model; empty for the one that is predicted
 */
public record HeatItem(SampleSource source, String className) {

	/** Nothing may be null. */
	public HeatItem {
		Objects.requireNonNull(source);
		Objects.requireNonNull(className);
	}

	/**
	 * @param image in memory
	 * @param className a class of the model; empty for the one that is predicted
	 * @return it
	 */
	public static HeatItem of(final SampleImage image, final String className) {
		return new HeatItem(() -> image, className);
	}
}
