
package io.github.cnnclassifier.workflow.folder;

import java.io.IOException;
import java.nio.file.Path;

import io.github.cnnclassifier.dataset.source.StackFiles;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.InputSource;

/**
 * An image file, or one plane of a stack, on its way into a network.
 *
 * @param files reads it
 * @param remarks is told what there is to say of it
 * @param file to read
 * @param fileName what the results call the file
 * @param index 0-based image of the file
 * @param count of images in the file
 */
record FileInput(StackFiles files, FileRemarks remarks, Path file,
		String fileName, int index, int count) implements InputSource
{

	@Override
	public String name() {
		return StackFiles.name(fileName, index, count);
	}

	/** @return the name of the stack; null for a file of one image */
	String stack() {
		return count == 1 ? null : fileName;
	}

	@Override
	public float[] input(final Preprocessing preprocessing) throws IOException {
		final SampleImage image = files.read(file, index, count);
		remarks.add(fileName, image);
		return preprocessing.apply(image);
	}
}
