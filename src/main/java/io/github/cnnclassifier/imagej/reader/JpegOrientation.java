
package io.github.cnnclassifier.imagej.reader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.plugin.ImageInfo;
import ij.process.ImageProcessor;

/**
 * Turns photographs that say which way is up, exactly as ImageJ's opener does,
 * so that a file and the same file opened get the same answer: where the plugin
 * {@code Exif_Reader} is installed, by quarter turns, mirror images never.
 */
final class JpegOrientation {

	private static final byte[] EXIF = "Exif\0\0".getBytes(
		StandardCharsets.ISO_8859_1);
	private static final Pattern TURN = Pattern.compile(
		"Orientation:.*Rotate (\\d+)");
	private static final int START_OF_SCAN = 0xda;
	private static final int EXIF_SEGMENT = 0xe1;
	/** A marker and the length of its segment. */
	private static final int SEGMENT_HEAD = 4;

	private JpegOrientation() {}

	/**
	 * @return whether there may be an orientation; asking the plugin is slow, and
	 *         so is finding that it is not there
	 */
	static boolean mayBeIn(final byte[] jpeg) {
		int at = 2;
		while (at + SEGMENT_HEAD + EXIF.length <= jpeg.length) {
			final int marker = jpeg[at + 1] & 0xff;
			if (jpeg[at] != (byte) 0xff || marker == START_OF_SCAN) return false;
			final int content = at + SEGMENT_HEAD;
			if (marker == EXIF_SEGMENT && Arrays.equals(jpeg, content, content +
				EXIF.length, EXIF, 0, EXIF.length)) return true;
			// bytes that fill the space before a marker look like one
			at += marker == 0xff ? 1 : 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at +
				3] & 0xff);
		}
		return false;
	}

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
