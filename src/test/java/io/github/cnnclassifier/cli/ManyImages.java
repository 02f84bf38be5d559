
package io.github.cnnclassifier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Writes a large data set to try the limits on: 16-bit images of 64 x 64 pixels
 * with stripes in noise, whose direction is the class.
 */
public final class ManyImages {

	private static final int WIDTH = 64;
	private static final int CLASSES = 10;

	private ManyImages() {}

	/**
	 * @param args an empty folder and the number of images
	 * @throws IOException if the disk is full
	 */
	public static void main(final String[] args) throws IOException {
		final Path root = Path.of(args[0]);
		final int count = Integer.parseInt(args[1]);
		for (int c = 0; c < CLASSES; c++)
			Files.createDirectories(root.resolve("stripes-" + c));
		for (int i = 0; i < count; i++) {
			final ImagePlus image = new ImagePlus("", stripes(i % CLASSES, i));
			Files.write(root.resolve("stripes-%d/%06d.tif".formatted(i % CLASSES, i)),
				new FileSaver(image).serialize());
		}
	}

	private static ShortProcessor stripes(final int direction, final long seed) {
		final SplittableRandom random = new SeedTree(seed).random();
		final double angle = Math.PI * direction / CLASSES;
		final double phase = random.nextDouble(2 * Math.PI);
		final ShortProcessor image = new ShortProcessor(WIDTH, WIDTH);
		for (int y = 0; y < WIDTH; y++)
			for (int x = 0; x < WIDTH; x++)
				image.set(x, y, (int) (1500 + 400 * Math.sin(0.6 * (x * Math.cos(
					angle) + y * Math.sin(angle)) + phase) + random.nextInt(2000)));
		return image;
	}
}
