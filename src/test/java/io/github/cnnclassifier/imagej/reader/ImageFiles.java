
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;

/** Images in files of all formats. */
abstract class ImageFiles {

	static final int SIDE = 40;

	final ImageJImageReader reader = new ImageJImageReader();

	@TempDir
	Path folder;

	@BeforeEach
	void forgetEarlierErrors() {
		IJ.redirectErrorMessages(false);
	}

	static ImagePlus gray() {
		final byte[] pixels = new byte[SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = (byte) (i * 7 + i / SIDE * 11);
		}
		return new ImagePlus("gray", new ByteProcessor(SIDE, SIDE, pixels, null));
	}

	static ShortProcessor shorts(final int offset) {
		final short[] pixels = new short[SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = (short) (offset + i);
		}
		return new ShortProcessor(SIDE, SIDE, pixels, null);
	}

	static float[] floats(final ImagePlus image) {
		return (float[]) image.getProcessor().convertToFloatProcessor().getPixels();
	}

	final Path save(final ImagePlus image, final String extension) {
		final Path file = folder.resolve("image." + extension);
		final String path = file.toString();
		final FileSaver saver = new FileSaver(image);
		final boolean saved = switch (extension) {
			case "tif" -> image.getStackSize() > 1 ? saver.saveAsTiffStack(path)
				: saver.saveAsTiff(path);
			case "png" -> saver.saveAsPng(path);
			case "jpg" -> saver.saveAsJpeg(path);
			case "gif" -> saver.saveAsGif(path);
			case "bmp" -> saver.saveAsBmp(path);
			case "pgm" -> saver.saveAsPgm(path);
			case "fits" -> saver.saveAsFits(path);
			default -> false;
		};
		assertTrue(saved, path);
		return file;
	}
}
