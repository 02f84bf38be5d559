
package io.github.cnnclassifier.imagej;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The TIFF files of a map, as far as they are wanted.
 *
 * @param labels class of each pixel
 * @param probabilities one plane per class
 * @param confidence best probability of each pixel
 */
public record MapFiles(Optional<Path> labels, Optional<Path> probabilities,
		Optional<Path> confidence)
{
}
