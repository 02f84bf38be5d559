
package io.github.cnnclassifier.imagej;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.io.TiffEncoder;

/**
 * An open image as a TIFF file of ImageJ. In memory, FileSaver writes the title
 * of the image into it too, which ImageJ takes for the name of the file when it
 * opens it: the image would not be known as that of its file. The properties of
 * an image are left out as they are there: they mark windows of the plugin, and
 * they would take the place of the label of a single slice.
 */
public final class TiffBytes {

	private TiffBytes() {}

	/**
	 * @param image only read; not a virtual stack
	 * @return the whole file
	 * @throws IOException if ImageJ cannot write it
	 */
	public static byte[] of(final ImagePlus image) throws IOException {
		final FileSaver saver = new FileSaver(image);
		final FileInfo info = image.getFileInfo();
		info.info = image.getInfoProperty();
		info.description = saver.getDescriptionString();
		info.sliceLabels = image.getStack().getSliceLabels();
		info.roi = RoiEncoder.saveAsByteArray(image.getRoi());
		info.overlay = FileSaver.getOverlay(image);
		if (image.isComposite()) saver.saveDisplayRangesAndLuts(image, info);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new TiffEncoder(info).write(bytes);
		return bytes.toByteArray();
	}
}
