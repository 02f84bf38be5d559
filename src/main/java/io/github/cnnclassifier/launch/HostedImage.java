
package io.github.cnnclassifier.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import ij.ImagePlus;
import io.github.cnnclassifier.command.LabelCommand;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.imagej.ImageOnDisk;
import io.github.cnnclassifier.ui.train.FrontImage;

/**
 * An open image of ImageJ for the window of training.
 *
 * @param image that is open
 * @param reader tells what its file holds
 */
record HostedImage(ImagePlus image, ImageReader reader) implements FrontImage {

	private ImageOnDisk disk() {
		return ImageOnDisk.of(image, reader);
	}

	@Override
	public String title() {
		return image.getTitle();
	}

	@Override
	public int planes() {
		return image.getNSlices() * image.getNFrames();
	}

	@Override
	public Optional<Path> file() {
		return disk().file();
	}

	@Override
	public String difference() {
		return disk().difference();
	}

	@Override
	public Path proposed() {
		return disk().proposed();
	}

	@Override
	public void save(final Path file) throws IOException {
		disk().save(file);
	}

	@Override
	public void label() {
		LabelCommand.openForSlices(image.getTitle());
	}
}
