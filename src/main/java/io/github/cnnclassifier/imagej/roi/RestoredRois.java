
package io.github.cnnclassifier.imagej.roi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;

/**
 * Takes back what classifications did to ROIs: those of the ROI Manager and of
 * an overlay get the names, groups and colors that they had before the first
 * one, and ROIs that were put into the overlay are removed from it. What the
 * user has changed since stays as the user has it, and so does every ROI whose
 * class somebody has confirmed.
 */
public final class RestoredRois {

	private RestoredRois() {}

	/**
	 * @param image whose overlay is looked through, beside the ROI Manager
	 * @return how many ROIs changed or were removed
	 */
	public static int in(final ImagePlus image) {
		final RoiGroups groups = new RoiGroups();
		final List<Roi> managed = restored(ManagedRois.all(), groups);
		ManagedRois.rename(managed);
		int count = managed.size();
		if (image.getOverlay() != null) {
			ClassLegend.remove(image.getOverlay());
			count += AddedRois.remove(image.getOverlay());
			count += restored(Arrays.asList(image.getOverlay().toArray()), groups)
				.size();
		}
		image.draw();
		return count;
	}

	private static List<Roi> restored(final List<Roi> rois,
		final RoiGroups groups)
	{
		final List<Roi> restored = new ArrayList<>();
		for (final Roi roi : rois) {
			final Optional<RoiMark> mark = RoiMark.of(roi);
			if (mark.isEmpty() || mark.get().confirmed()) continue;
			mark.get().ofUser(roi).giveTo(roi, groups);
			RoiMark.removeFrom(roi);
			RoiWidth.restore(roi);
			restored.add(roi);
		}
		return restored;
	}
}
