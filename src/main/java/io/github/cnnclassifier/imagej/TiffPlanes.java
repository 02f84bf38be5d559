
package io.github.cnnclassifier.imagej;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.io.FileInfo;
import ij.io.TiffDecoder;

/**
 * Counts the slices and frames of a TIFF file by its directories, as ImageJ
 * would open it.
 */
final class TiffPlanes {

	private static final Pattern CHANNELS = Pattern.compile(
		"(?m)^channels=(\\d{1,9})\\s*$");

	private TiffPlanes() {}

	static int count(final Path file) throws IOException {
		final File absolute = file.toAbsolutePath().toFile();
		final FileInfo[] pages;
		try {
			pages = new TiffDecoder(absolute.getParent() + File.separator, absolute
				.getName()).getTiffInfo();
		}
		catch (final RuntimeException e) {
			// ImageJ's decoder throws anything on damaged content
			throw new IOException("The TIFF file cannot be understood: " + e, e);
		}
		if (pages == null) throw new IOException("No image in the TIFF file.");
		final int images = pages.length == 1 ? Math.max(1, pages[0].nImages)
			: areAlike(pages) ? pages.length : 1;
		final int channels = channels(pages[0].description);
		return images % channels == 0 ? images / channels : images;
	}

	/** Pages that differ are previews and labels, which ImageJ leaves out. */
	private static boolean areAlike(final FileInfo[] pages) {
		return Arrays.stream(pages).allMatch(page -> page.width == pages[0].width &&
			page.height == pages[0].height && page.fileType == pages[0].fileType);
	}

	private static int channels(final String description) {
		final Matcher matcher = CHANNELS.matcher(String.valueOf(description));
		return matcher.find() ? Math.max(1, Integer.parseInt(matcher.group(1))) : 1;
	}
}
