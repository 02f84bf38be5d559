
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Formats that are known by their first bytes, so that they can be named. */
enum RefusedFormat {

		AVI("(?s)RIFF.{4}AVI .*", "an AVI film", true), ZIP("(?s)PK\u0003\u0004.*",
			"a ZIP archive", true), WEBP("(?s)RIFF.{4}WEBP.*", "a WebP image", false),
		HEIC("(?s).{4}ftyp.*", "an HEIC or AVIF image or a film", false), JPEG_2000(
			"(?s)\0\0\0\fjP  .*", "a JPEG 2000 image", false), PHOTOSHOP("(?s)8BPS.*",
				"a Photoshop image", false), HDF5("(?s)\u0089HDF.*", "an HDF5 file",
					false), PDF("(?s)%PDF.*", "a PDF document", false);

	private static final int HEAD = 16;

	private final String start;
	private final String words;
	private final boolean opened;

	RefusedFormat(final String start, final String words, final boolean opened) {
		this.start = start;
		this.words = words;
		this.opened = opened;
	}

	/**
	 * @param file an existing file of no format that is read
	 * @return why not, and what to do
	 * @throws IOException if its first bytes cannot be read
	 */
	static String reason(final Path file) throws IOException {
		final String head;
		try (InputStream in = Files.newInputStream(file)) {
			head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
		}
		for (final RefusedFormat format : values()) {
			if (head.matches(format.start)) return "It is " + format.words +
				", which is not read" + (format.opened
					? ". Open it in ImageJ and save it as TIFF."
					: " without Bio-Formats. Save it as TIFF or PNG.");
		}
		return "The content is not that of an image that ImageJ can read.";
	}
}
