
package io.github.cnnclassifier.imagej.roi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.gui.Roi;
import ij.io.RoiEncoder;
import io.github.cnnclassifier.dataset.source.SafeName;
import io.github.cnnclassifier.storage.WholeFile;

/** Saves ROIs as the ROI Manager does: one entry each in a zip. */
final class RoiZip {

	private RoiZip() {}

	/**
	 * @param rois in order; entries of the same name get a number
	 * @param target appears whole or not at all
	 */
	static void write(final List<Roi> rois, final Path target)
		throws IOException
	{
		WholeFile.write(target, out -> {
			final ZipOutputStream zip = new ZipOutputStream(out);
			final Set<String> taken = new HashSet<>();
			for (final Roi roi : rois) {
				zip.putNextEntry(new ZipEntry(free(roi.getName(), taken) + ".roi"));
				zip.write(RoiEncoder.saveAsByteArray(roi));
				zip.closeEntry();
			}
			zip.finish();
		});
	}

	private static String free(final String name, final Set<String> taken) {
		final String safe = SafeName.of(name == null ? "roi" : name);
		String free = safe;
		// some systems do not tell cases apart
		for (int copy = 2; !taken.add(free.toLowerCase(Locale.ROOT)); copy++) {
			free = safe + "-" + copy;
		}
		return free;
	}
}
