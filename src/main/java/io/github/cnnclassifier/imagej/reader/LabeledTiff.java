
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;
import io.github.cnnclassifier.imagej.LabelOverlay;
import io.github.cnnclassifier.imagej.Plane;
import io.github.cnnclassifier.imagej.TiffBytes;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.storage.WholeFile;
import io.github.cnnclassifier.workflow.folder.LabeledCopies;

/**
 * Writes copies as TIFF files of ImageJ with the classes as an overlay, which
 * Image &gt; Overlay &gt; Remove Overlay takes away. Thread-safe, works without
 * a display.
 */
public final class LabeledTiff implements LabeledCopies {

	private final ImageJImageReader reader = new ImageJImageReader();

	@Override
	public void write(final Path file, final List<Answer> answers,
		final ClassLabels labels, final Threshold threshold, final Path copy)
		throws IOException
	{
		final ImagePlus image = reader.open(file);
		final List<Plane> planes = answers.stream().map(a -> plane(image, a
			.plane())).toList();
		LabelOverlay.show(image, planes, labels, threshold, answers.stream().map(
			Answer::prediction).toList());
		final byte[] tiff = TiffBytes.of(image);
		WholeFile.write(copy, out -> out.write(tiff));
	}

	@Override
	public String extension() {
		return ".tif";
	}

	private static Plane plane(final ImagePlus image, final int number) {
		if (number == 0) return Plane.ALL;
		final int slices = image.getNSlices();
		return new Plane((number - 1) % slices + 1, (number - 1) / slices + 1);
	}
}
