
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.cnnclassifier.imagej.reader.TinyTiff.Page;

/** Bio-Formats beside ImageJ's own readers; it is played here. */
class BioFormatsTest extends ImageFiles {

	/** Reads every file as an image of 3 x 3 pixels. */
	public static final class Reading {

		private Reading() {}

		public static ImagePlus[] openImagePlus(final String path) {
			return new ImagePlus[] { new ImagePlus(path, new ByteProcessor(3, 3)) };
		}
	}

	/** Of which a library is missing. */
	public static final class Broken {

		private Broken() {}

		public static ImagePlus[] openImagePlus(final String path) {
			throw new NoClassDefFoundError("loci/formats/FormatException");
		}
	}

	/** Finds some classes of Bio-Formats, which are others here. */
	private static final class Part extends ClassLoader {

		private final String missing;

		Part(final String missing) {
			this.missing = missing;
		}

		@Override
		public Class<?> loadClass(final String name) throws ClassNotFoundException {
			if (name.equals(missing)) throw new ClassNotFoundException(name);
			return Reading.class;
		}
	}

	private static ImageJImageReader with(final Class<?> bioFormats) {
		return new ImageJImageReader(Optional.of(new BioFormats(bioFormats)));
	}

	private Path write(final String name, final Page page) throws IOException {
		return Files.write(folder.resolve(name), TinyTiff.file(page));
	}

	@Test
	void itIsInstalledIfAllOfItIsThere() {
		assertTrue(BioFormats.installed(new Part("")).isPresent());
		assertTrue(BioFormats.installed(new Part("loci.plugins.BF")).isEmpty());
		assertTrue(BioFormats.installed(new Part("loci.formats.ImageReader"))
			.isEmpty());
		assertTrue(BioFormats.installed(new Part("ome.xml.model.OME")).isEmpty());
	}

	@Test
	void imageJReadsWhatItCannot() throws IOException {
		final Path file = write("a.ome.tif", new Page(2, 1, 8).strips(new byte[] {
			1, 2 }));
		assertEquals(3, with(Reading.class).read(file).width());
		assertEquals(2, with(Broken.class).read(file).width());
		assertEquals(1, with(Broken.class).planeCount(file));
	}

	@Test
	void itReadsKindsOfTiffThatAreNotReadHere() throws IOException {
		final Path file = write("a.tif", new Page(2, 1, 8).with(TiffTag.TILE_WIDTH,
			16).strips(new byte[2]));
		assertEquals(3, with(Reading.class).read(file).width());
		assertEquals(3, with(Reading.class).open(file).getWidth());
		final Path plain = write("b.tif", new Page(2, 1, 8).strips(new byte[2]));
		assertEquals(2, with(Reading.class).read(plain).width());
	}

	@Test
	void whatItCannotReadIsToldByItsReason() throws IOException {
		final Path file = folder.resolve("a.czi");
		Files.writeString(file, "ZISRAWFILE");
		final String reason = assertThrows(IOException.class, () -> with(
			Broken.class).read(file)).getMessage();
		assertTrue(reason.startsWith("Bio-Formats cannot read the file"), reason);
	}
}
