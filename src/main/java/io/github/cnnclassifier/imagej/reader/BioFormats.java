
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;

import ij.ImagePlus;

/**
 * Fiji's reader for microscopy formats, used where it is installed and without
 * needing it to compile.
 */
final class BioFormats {

	private static final String READER = "loci.plugins.BF";

	private BioFormats() {}

	static boolean isInstalled() {
		try {
			reader();
			return true;
		}
		catch (final ClassNotFoundException e) {
			return false;
		}
	}

	/**
	 * @return the first image of the file, without any window
	 * @throws IOException if it cannot be read
	 */
	static ImagePlus open(final Path file) throws IOException {
		try {
			final Object images = reader().getMethod("openImagePlus", String.class)
				.invoke(null, file.toAbsolutePath().toString());
			if (images instanceof ImagePlus[] found && found.length > 0)
				return found[0];
		}
		catch (final InvocationTargetException e) {
			throw new IOException("Bio-Formats cannot read the file: " + e.getCause()
				.getMessage(), e);
		}
		catch (final ReflectiveOperationException e) {
			throw new IOException("Bio-Formats cannot be called: " + e, e);
		}
		throw new IOException("Bio-Formats found no image in the file.");
	}

	private static Class<?> reader() throws ClassNotFoundException {
		return Class.forName(READER, false, BioFormats.class.getClassLoader());
	}
}
