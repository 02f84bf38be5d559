
package io.github.cnnclassifier.dataset.source;

import java.nio.file.Path;

import io.github.cnnclassifier.image.Region;

/**
 * Where the pixels of a sample are, for whoever shows the whole image.
 *
 * @param file an image or a stack
 * @param plane 0-based, slices running faster than frames; {@link #ANY_PLANE}
 *          if it is none of several
 * @param region null for the whole image
 */
public record ImagePlace(Path file, int plane, Region region) {

	/** In the place of a plane, where there is none, or all belong to it. */
	public static final int ANY_PLANE = -1;
}
