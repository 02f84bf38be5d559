
package io.github.cnnclassifier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.random.SeedTree;

/** Small gray images that a tiny network learns at once. */
public final class TestImages {

	public static final int WIDTH = 28;

	private TestImages() {}

	/** Classes "left" and "right" by the brighter half. */
	public static Path halves(final Path root, final int perClass,
		final long seed) throws IOException
	{
		classFolder(root, "left", 0, perClass, seed);
		classFolder(root, "right", 1, perClass, seed + 1000);
		return root;
	}

	/** @param half that is brighter: 0 for left, 1 for right */
	public static void classFolder(final Path root, final String label,
		final int half, final int count, final long seed) throws IOException
	{
		for (int i = 0; i < count; i++)
			png(root.resolve(label).resolve("%03d.png".formatted(i)), half(half,
				seed + i));
	}

	public static ByteProcessor half(final int half, final long seed) {
		final SplittableRandom random = new SeedTree(seed).random();
		final ByteProcessor image = new ByteProcessor(WIDTH, WIDTH);
		for (int i = 0; i < WIDTH * WIDTH; i++)
			image.set(i, random.nextInt(0, 120) + (i % WIDTH * 2 / WIDTH == half ? 120
				: 0));
		// so that the range of values is the same in every set of images
		image.set(0, 0);
		image.set(1, 255);
		return image;
	}

	public static void png(final Path file, final ImageProcessor image)
		throws IOException
	{
		Files.createDirectories(file.getParent());
		if (!new FileSaver(new ImagePlus("", image)).saveAsPng(file.toString()))
			throw new IOException(file.toString());
	}

	public static void tiff(final Path file, final ImagePlus image)
		throws IOException
	{
		Files.createDirectories(file.getParent());
		Files.write(file, new FileSaver(image).serialize());
	}

	public static void tiff(final Path file, final ImageProcessor image)
		throws IOException
	{
		tiff(file, new ImagePlus("", image));
	}
}
