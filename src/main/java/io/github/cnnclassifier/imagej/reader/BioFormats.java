
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;

/**
 * Fiji's reader for microscopy formats, used where it is installed and without
 * needing it to compile.
 *
 * @param reader the class whose method {@code openImagePlus} reads a file
 */
record BioFormats(Class<?> reader) {

	private static final String READER = "loci.plugins.BF";

	/** One class of each library that the reader cannot do without. */
	private static final List<String> NEEDED = List.of("loci.formats.ImageReader",
		"loci.formats.FormatException", "loci.common.Location",
		"ome.xml.model.OME");

	/**
	 * @param classes where it is looked for
	 * @return empty if it is not there, or but a part of it
	 */
	static Optional<BioFormats> installed(final ClassLoader classes) {
		try {
			for (final String needed : NEEDED) {
				classes.loadClass(needed);
			}
			return Optional.of(new BioFormats(classes.loadClass(READER)));
		}
		catch (final ClassNotFoundException | LinkageError e) {
			return Optional.empty();
		}
	}

	/**
	 * @return the first image of the file, without any window
	 * @throws IOException if it cannot be read, or the installation is not whole
	 */
	ImagePlus open(final Path file) throws IOException {
		try {
			final Object images = reader.getMethod("openImagePlus", String.class)
				.invoke(null, file.toAbsolutePath().toString());
			if (images instanceof ImagePlus[] found && found.length > 0)
				return found[0];
		}
		catch (final InvocationTargetException e) {
			if (e.getCause() instanceof final OutOfMemoryError full) throw full;
			throw new IOException("Bio-Formats cannot read the file: " + reason(e
				.getCause()), e);
		}
		catch (final ReflectiveOperationException | LinkageError e) {
			throw new IOException("Bio-Formats cannot be called: " + e, e);
		}
		throw new IOException("Bio-Formats found no image in the file.");
	}

	private static String reason(final Throwable cause) {
		final boolean told = cause instanceof Exception && cause
			.getMessage() != null;
		return told ? cause.getMessage() : cause + ".";
	}
}
