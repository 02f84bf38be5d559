
package io.github.cnnclassifier.imagej.roi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the user says the regions of an image are.
 *
 * @param from one of the words below
 * @param file a ROI file, a zip of such files or a label image
 * @param labels title or ID of an open label image; empty for none
 */
public record RegionOptions(String from, Optional<Path> file, String labels) {

	/** The first that has any: ROI Manager, overlay, selection. */
	public static final String AUTO = "auto";

	/** The ROI Manager. */
	public static final String MANAGER = "manager";

	/** The overlay of the image. */
	public static final String OVERLAY = "overlay";

	/** What is selected on the image now. */
	public static final String SELECTION = "selection";

	/** A label image, in which every value above 0 is a region. */
	public static final String LABELS = "labels";
}
