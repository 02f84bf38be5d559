
package io.github.cnnclassifier.imagej.roi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.cnnclassifier.imagej.Drawing;

/** The ROIs that ImageJ has for an image, without what was only drawn. */
public final class RegionRois {

	private RegionRois() {}

	/** @return those of the ROI Manager, in order; empty without a manager */
	public static List<Roi> ofManager() {
		return withoutDrawings(ManagedRois.all().stream());
	}

	/** @return those of its overlay, in order; empty without one */
	public static List<Roi> ofOverlay(final ImagePlus image) {
		return image.getOverlay() == null ? List.of() : withoutDrawings(Arrays
			.stream(image.getOverlay().toArray()));
	}

	/** One or none. */
	public static List<Roi> ofSelection(final ImagePlus image) {
		return withoutDrawings(Stream.ofNullable(image.getRoi()));
	}

	private static List<Roi> withoutDrawings(final Stream<Roi> rois) {
		return rois.filter(roi -> !Drawing.isOne(roi)).toList();
	}
}
