
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;

/** A TIFF file that may be sound, but is not of a kind that is read here. */
final class UnsupportedTiff extends IOException {

	private static final long serialVersionUID = 1L;

	/** @param what is not supported, the beginning of a sentence */
	UnsupportedTiff(final String what) {
		super(what +
			" is not supported. Save the image with ImageJ, or as an uncompressed TIFF file of 8, 16 or 32 bits, and use that.");
	}
}
