
package io.github.cnnclassifier.dataset;

import java.io.IOException;
import java.nio.file.Path;

import io.github.cnnclassifier.image.SampleImage;

/**
 * One plane of a stack file as a sample.
 *
 * @param files reads it
 * @param file the stack
 * @param index 0-based
 * @param count of planes in the stack
 * @param stack its name in the data set
 */
record StackSource(StackFiles files, Path file, int index, int count,
		String stack) implements SampleSource
{

	@Override
	public SampleImage read() throws IOException {
		return files.read(file, index, count);
	}
}
