
package io.github.cnnclassifier.imagej.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.plugin.ImageInfo;
import ij.process.ImageProcessor;

/**
 * Turns photographs that say which way is up, exactly as ImageJ's opener does,
 * so that a file and the same file opened get the same answer: where the plugin
 * {@code Exif_Reader} is installed, by quarter turns, mirror images never.
 * Asking the plugin is slow, and so is finding that it is not there.
 */
final class JpegOrientation {

	private static final Pattern TURN = Pattern.compile(
		"Orientation:.*Rotate (\\d+)");

	private JpegOrientation() {}

	/**
	 * One at a time: nobody says that the plugin is thread-safe.
	 *
	 * @param image that knows its file; is changed
	 */
	static synchronized void apply(final ImagePlus image) {
		final String exif = new ImageInfo().getExifData(image);
		final Matcher turn = TURN.matcher(exif == null ? "" : exif);
		if (!turn.find()) return;
		final ImageProcessor pixels = image.getProcessor();
		switch (turn.group(1)) {
			case "90" -> image.setProcessor(pixels.rotateRight());
			case "180" -> image.setProcessor(pixels.rotateRight().rotateRight());
			case "270" -> image.setProcessor(pixels.rotateLeft());
			default -> {
				// upright
			}
		}
	}
}
