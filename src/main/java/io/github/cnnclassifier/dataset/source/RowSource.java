
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.SampleImage;

/**
 * The image that a row of a list names. What goes wrong is told with the number
 * of the row.
 *
 * @param files reads it
 * @param row number, 1 for the first line of the file
 * @param file that the row names
 * @param onePlane whether the row names the plane, else the policy does
 * @param index 0-based plane, or image that the policy makes of the file
 * @param region null for the whole image
 * @param stack what the image is one of several planes of; null if of nothing
 */
record RowSource(StackFiles files, long row, Path file, boolean onePlane,
		int index, Region region, String stack) implements SampleSource
{

	@Override
	public SampleImage read() throws IOException {
		return readWithPlanes().image();
	}

	@Override
	public FileImage readWithPlanes() throws IOException {
		try {
			final FileImage found = onePlane ? files.rememberedPlane(file, index)
				: files.remembered(file, index);
			return region == null ? found : new FileImage(found.image().crop(region),
				found.slices(), found.frames());
		}
		catch (final IOException | UserFailure e) {
			throw new IOException("Row " + row + ": " + e.getMessage(), e);
		}
	}

	@Override
	public Optional<ImagePlace> place() {
		return Optional.of(new ImagePlace(file, onePlane ? index : files.plane(
			index), region));
	}
}
