
package io.github.cnnclassifier.launch;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.cnnclassifier.imagej.Drawing;

/**
 * The open images that may be label images: neither in color nor plots,
 * previews and maps, which are for the eye.
 */
final class LabelImages {

	private LabelImages() {}

	/** @return their titles, each once; the first one is empty, for none */
	static String[] titles() {
		final List<String> titles = new ArrayList<>(List.of(""));
		final int[] ids = WindowManager.getIDList();
		for (final int id : ids == null ? new int[0] : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image != null && isPossible(image) && !titles.contains(image
				.getTitle())) titles.add(image.getTitle());
		}
		return titles.toArray(String[]::new);
	}

	private static boolean isPossible(final ImagePlus image) {
		return image.getType() != ImagePlus.COLOR_RGB && Drawing.of(image)
			.isEmpty();
	}
}
