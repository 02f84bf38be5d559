
package io.github.cnnclassifier.imagej.roi;

import java.awt.Rectangle;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import ij.gui.Overlay;
import ij.gui.Roi;

/** The ROIs that a classification has put into an overlay. */
final class AddedRois {

	/** What two ROIs of the same pixels have in common. */
	private record Shape(int type, Rectangle bounds, int position, int slice,
			int frame)
	{

		static Shape of(final Roi roi) {
			return new Shape(roi.getType(), roi.getBounds(), roi.getPosition(), roi
				.getZPosition(), roi.getTPosition());
		}
	}

	private AddedRois() {}

	/** Removes all of them. */
	static int remove(final Overlay overlay) {
		int removed = 0;
		for (int i = overlay.size() - 1; i >= 0; i--) {
			if (!isAdded(overlay.get(i))) continue;
			overlay.remove(i);
			removed++;
		}
		return removed;
	}

	/** Removes those that are where the given ones are. */
	static void remove(final Overlay overlay, final List<Roi> again) {
		final Set<Shape> shapes = again.stream().map(Shape::of).collect(Collectors
			.toSet());
		for (int i = overlay.size() - 1; i >= 0; i--) {
			final Roi roi = overlay.get(i);
			if (isAdded(roi) && shapes.contains(Shape.of(roi))) overlay.remove(i);
		}
	}

	private static boolean isAdded(final Roi roi) {
		return RoiMark.of(roi).filter(RoiMark::added).isPresent();
	}
}
