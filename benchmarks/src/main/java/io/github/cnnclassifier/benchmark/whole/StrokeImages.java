
package io.github.cnnclassifier.benchmark.whole;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

import io.github.cnnclassifier.random.SeedTree;

/** PNG files that compress as badly as those of a microscope. */
final class StrokeImages {

	private StrokeImages() {}

	/**
	 * @param folder gets the files that it does not have
	 * @param count of files
	 * @param side width and height in pixels
	 * @return the files
	 * @throws IOException if a file cannot be written
	 */
	static List<Path> fill(final Path folder, final int count, final int side)
		throws IOException
	{
		final SplittableRandom random = new SeedTree(1).random();
		final List<Path> files = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			files.add(folder.resolve(String.format("%06d.png", i)));
			if (!Files.exists(files.get(i))) ImageIO.write(strokes(side, random),
				"png", files.get(i).toFile());
		}
		return files;
	}

	/** A noisy background with a bright line. */
	private static BufferedImage strokes(final int side,
		final SplittableRandom random)
	{
		final BufferedImage image = new BufferedImage(side, side,
			BufferedImage.TYPE_BYTE_GRAY);
		for (int i = 0; i < side * side; i++)
			image.getRaster().setSample(i % side, i / side, 0, random.nextInt(64));
		final int line = random.nextInt(side);
		for (int i = side / 5; i < side - side / 5; i++)
			image.getRaster().setSample(line, i, 0, 192 + random.nextInt(64));
		return image;
	}
}
