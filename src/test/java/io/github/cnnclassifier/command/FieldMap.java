
package io.github.cnnclassifier.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import io.github.cnnclassifier.launch.Commands;

/**
 * Makes a model that knows the cells of the sample images and the background
 * between them, as docs/map-classes.md describes.
 */
final class FieldMap {

	private static final int SIDE = 64;
	private static final int STEP = 24;
	/** How far from the middle of a background no cell may be. */
	private static final int FREE = 16;
	private static final int BACKGROUNDS = 90;

	private final Path folder;
	private final Path models;

	/**
	 * @param folder for the training images, existing
	 * @param models folder for the model, existing
	 */
	FieldMap(final Path folder, final Path models) {
		this.folder = folder;
		this.models = models;
	}

	static ImagePlus field() {
		return IJ.openImage(PlainImageJ.SAMPLES.resolve("field/field.tif")
			.toString());
	}

	Path trained() throws IOException {
		final Path images = folder.resolve("cells and background");
		copy(PlainImageJ.CELLS, images);
		final ImagePlus field = field();
		field.setOverlay(empty(outlines()));
		PlainImageJ.run(Commands.SAVE_ROIS, field, "output=[" + images +
			"] regions=overlay className=background");
		final Path model = models.resolve("cells-and-background.zip");
		PlainImageJ.run(Commands.TRAIN, "images=[" + images + "] model=[" + model +
			"] network=tiny epochs=40 augmentation=microscopy allowLeak=true");
		return model;
	}

	private static void copy(final Path from, final Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) {
				final Path target = to.resolve(from.relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.copy(file, target);
			}
		}
	}

	private static List<Roi> outlines() throws IOException {
		final List<Roi> outlines = new ArrayList<>();
		try (InputStream file = Files.newInputStream(PlainImageJ.SAMPLES.resolve(
			"field/rois.zip")); ZipInputStream zip = new ZipInputStream(file))
		{
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip
				.getNextEntry())
			{
				outlines.add(new RoiDecoder(zip.readAllBytes(), entry.getName())
					.getRoi());
			}
		}
		return outlines;
	}

	/** Squares in the middle of which no cell is. */
	private static Overlay empty(final List<Roi> outlines) {
		final Overlay squares = new Overlay();
		for (int y = 0; y + SIDE <= 1024; y += STEP) {
			for (int x = 0; x + SIDE <= 1024; x += STEP) {
				final int left = x + SIDE / 2 - FREE;
				final int top = y + SIDE / 2 - FREE;
				if (squares.size() < BACKGROUNDS && outlines.stream().noneMatch(o -> o
					.getPolygon().intersects(left, top, 2 * FREE, 2 * FREE))) squares.add(
						new Roi(x, y, SIDE, SIDE));
			}
		}
		return squares;
	}
}
