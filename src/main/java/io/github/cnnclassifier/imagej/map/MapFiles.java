
package io.github.cnnclassifier.imagej.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a map, as far as they are wanted: TIFF, and CSV for the areas.
 *
 * @param labels class of each pixel
 * @param probabilities one plane per class
 * @param confidence best probability of each pixel
 * @param areas how much each class has
 */
public record MapFiles(Optional<Path> labels, Optional<Path> probabilities,
		Optional<Path> confidence, Optional<Path> areas)
{

	/**
	 * @param rows get the files
	 * @param images of the map
	 * @throws IOException if a file cannot be written
	 */
	void addTo(final MapRows rows, final MapImages images) throws IOException {
		if (labels.isPresent()) rows.labels(rows.file(labels.get(), images.labels(
			1)));
		if (probabilities.isPresent()) rows.probabilities(rows.file(probabilities
			.get(), images.probabilities(1)));
		if (confidence.isPresent()) rows.confidence(rows.file(confidence.get(),
			images.confidence(1)));
		if (areas.isPresent()) rows.areas(areas.get());
	}
}
