
package io.github.cnnclassifier.imagej.roi;

import java.awt.Color;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;
import ij.gui.Roi;
import ij.process.LUT;
import io.github.cnnclassifier.report.ClassColors;

/**
 * ImageJ colors ROI groups by a table that it reads from a file of its folder.
 * Without the file it looks for it again at each ROI, logs each time that it is
 * missing, and all groups have one color.
 */
final class GroupColors {

	private static final int SIZE = 256;

	private GroupColors() {}

	/** Gives ImageJ a table, if it has neither table nor file. */
	static void provide() {
		final String folder = IJ.getDir("luts");
		if (folder != null && (Files.exists(Path.of(folder, "Glasbey.lut")) || Files
			.exists(Path.of(folder, "glasbey.lut")))) return;
		try {
			final Field table = Roi.class.getDeclaredField("glasbeyLut");
			table.setAccessible(true);
			if (table.get(null) == null) table.set(null, colors());
		}
		catch (final ReflectiveOperationException e) {
			// another ImageJ, which keeps its colors elsewhere
			if (IJ.debugMode) IJ.log("No table of group colors: " + e);
		}
	}

	private static LUT colors() {
		final byte[] red = new byte[SIZE];
		final byte[] green = new byte[SIZE];
		final byte[] blue = new byte[SIZE];
		for (int group = 1; group < SIZE; group++) {
			final Color color = ClassColors.of(group - 1, RoiGroups.MOST);
			red[group] = (byte) color.getRed();
			green[group] = (byte) color.getGreen();
			blue[group] = (byte) color.getBlue();
		}
		return new LUT(red, green, blue);
	}
}
