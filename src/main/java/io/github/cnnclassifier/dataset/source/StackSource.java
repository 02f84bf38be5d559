
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.image.SampleImage;

/**
 * An image of a file as a sample: its only one, or one of its planes.
 *
 * @param files reads it
 * @param file an image or a stack
 * @param index 0-based
 * @param count of images that the file becomes
 * @param stack its name in the data set; null if its images are none of a whole
 */
record StackSource(StackFiles files, Path file, int index, int count,
		String stack) implements SampleSource
{

	@Override
	public SampleImage read() throws IOException {
		return readWithPlanes().image();
	}

	@Override
	public FileImage readWithPlanes() throws IOException {
		return files.readWithPlanes(file, index, count);
	}

	@Override
	public Optional<ImagePlace> place() {
		return Optional.of(new ImagePlace(file, files.plane(index), null));
	}
}
