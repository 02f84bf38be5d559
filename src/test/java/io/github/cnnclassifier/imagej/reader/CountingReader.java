
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.SampleImage;

/** Reads images, and counts how often. */
public final class CountingReader implements ImageReader {

	private final ImageReader target = new ImageJImageReader();
	private final AtomicInteger reads = new AtomicInteger();

	/** @return how often an image, or planes, were read */
	public int reads() {
		return reads.get();
	}

	@Override
	public SampleImage read(final Path file) throws IOException {
		reads.incrementAndGet();
		return target.read(file);
	}

	@Override
	public ImagePlanes planes(final Path file) throws IOException {
		reads.incrementAndGet();
		return target.planes(file);
	}

	@Override
	public int planeCount(final Path file) throws IOException {
		return target.planeCount(file);
	}

	@Override
	public boolean looksLikeImage(final Path file) {
		return target.looksLikeImage(file);
	}
}
