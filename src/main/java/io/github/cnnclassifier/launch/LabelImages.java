
package io.github.cnnclassifier.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
		return titles(image -> image.getType() != ImagePlus.COLOR_RGB);
	}

	/** @return the same, color images too */
	static String[] ofAllImages() {
		return titles(image -> true);
	}

	private static String[] titles(final Predicate<ImagePlus> wanted) {
		final List<String> titles = new ArrayList<>(List.of(""));
		final int[] ids = WindowManager.getIDList();
		for (final int id : ids == null ? new int[0] : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image != null && wanted.test(image) && Drawing.of(image).isEmpty() &&
				!titles.contains(image.getTitle())) titles.add(image.getTitle());
		}
		return titles.toArray(String[]::new);
	}
}
