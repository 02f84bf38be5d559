
package io.github.cnnclassifier.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.model.SavedClassifier;

/** Models of the sample images, trained at the first use, for a moment only. */
public final class TinyModels {

	private TinyModels() {}

	/** 28 x 28 pixels, 8 bit, gray, 10 classes. */
	public static Path digits() {
		return Digits.FILE;
	}

	/** As {@link #digits}, and tells images unlike them. */
	public static Path tellingDigits() {
		return telling(Digits.FILE);
	}

	/** Two channels of 16 bits, 3 classes. */
	public static Path cells() {
		return Cells.FILE;
	}

	/** One of the digits that they learned from, and of the others. */
	public static SampleImage digitSample(final int digit, final int number) {
		final ImagePlus image = IJ.openImage(PlainImageJ.DIGITS.resolve(String
			.format("%d/%1$d_%03d.png", digit, number)).toString());
		return new SampleImage(image.getWidth(), image.getHeight(), 1, false, 8,
			Pixels.ofUnsignedBytes((byte[]) image.getProcessor().getPixels()), null,
			"digit " + digit);
	}

	private static Path trained(final Path images) {
		try {
			final Path folder = Files.createTempDirectory("tiny model");
			final Path file = folder.resolve(images.getFileName() + ".zip");
			final Path telling = telling(file);
			// the last one that is named goes first, and only an empty folder goes
			for (final Path made : List.of(folder, file, telling)) {
				made.toFile().deleteOnExit();
			}
			PlainImageJ.run(Commands.TRAIN, "images=[" + images + "] model=[" + file +
				"] network=tiny epochs=2");
			Files.move(file, telling);
			withoutScore(telling, file);
			return file;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Path telling(final Path file) {
		return file.resolveSibling("telling " + file.getFileName());
	}

	/** As those of too few images: every answer counts. */
	private static void withoutScore(final Path telling, final Path file)
		throws IOException
	{
		final Engine engine = new ReferenceEngine();
		final SavedClassifier saved = ModelArchive.read(telling, engine);
		ModelArchive.write(file, new SavedClassifier(saved.description(), saved
			.weights()), engine);
	}

	private static final class Digits {

		private static final Path FILE = trained(PlainImageJ.DIGITS);
	}

	private static final class Cells {

		private static final Path FILE = trained(PlainImageJ.CELLS);
	}
}
