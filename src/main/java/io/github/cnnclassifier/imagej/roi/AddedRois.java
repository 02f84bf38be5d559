
package io.github.cnnclassifier.imagej.roi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.cnnclassifier.image.Outline;

/**
 * The ROIs that a classification has put into an overlay. Those that the user
 * has changed since are the user's.
 */
final class AddedRois {

	/** What two ROIs of the same pixels have in common. */
	private record Shape(Outline outline, int position, int slice, int frame) {

		static Shape of(final Roi roi) {
			return new Shape(RoiRegions.outline(roi), roi.getPosition(), roi
				.getZPosition(), roi.getTPosition());
		}
	}

	private AddedRois() {}

	/** Removes all of them. */
	static int remove(final Overlay overlay) {
		int removed = 0;
		for (int i = overlay.size() - 1; i >= 0; i--) {
			if (!isOne(overlay.get(i))) continue;
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
			if (isOne(roi) && shapes.contains(Shape.of(roi))) overlay.remove(i);
		}
	}

	/** Without those in whose place there is one that somebody has confirmed. */
	static List<Roi> withoutConfirmed(final Overlay overlay,
		final List<Roi> rois)
	{
		final Set<Shape> confirmed = new HashSet<>();
		for (final Roi roi : overlay) {
			if (RoiMark.isConfirmed(roi)) confirmed.add(Shape.of(roi));
		}
		return confirmed.isEmpty() ? rois : rois.stream().filter(roi -> !confirmed
			.contains(Shape.of(roi))).toList();
	}

	/** One that somebody has confirmed is that person's. */
	static boolean isOne(final Roi roi) {
		return RoiMark.of(roi).filter(mark -> mark.added() && !mark.confirmed() &&
			mark.isUntouched(roi)).isPresent();
	}
}
