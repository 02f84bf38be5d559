
package io.github.cnnclassifier.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import io.github.cnnclassifier.samples.MoreCells;

/**
 * The images of the tours: drawn ones with the traps that real sets have, or
 * copies of sets that somebody has, arranged in the same way.
 */
final class TourImages {

	/** The draws of what is mixed; any other would do. */
	private static final long SEED = 7;

	private TourImages() {}

	/**
	 * Cells as in a set of real ones: classes of unequal size, one of three
	 * images and one of a single image, some images twice, sizes that differ.
	 *
	 * @param folder that is made
	 */
	static void drawUnequal(final Path folder) throws IOException {
		drawCut(folder.resolve("interphase"), "interphase", 70);
		drawCut(folder.resolve("mitotic"), "mitotic", 26);
		drawCut(folder.resolve("apoptotic"), "apoptotic", 18);
		drawBlurred(folder.resolve("out of focus"), 3, 3);
		drawBlurred(folder.resolve("debris"), 1, 9);
		Files.copy(folder.resolve("interphase/004.tif"), folder.resolve(
			"interphase/071.tif"));
		Files.copy(folder.resolve("mitotic/002.tif"), folder.resolve(
			"mitotic/027.tif"));
	}

	/** Each a little larger or smaller than the others. */
	private static void drawCut(final Path folder, final String label,
		final int count) throws IOException
	{
		MoreCells.write(folder, label, count);
		int i = 0;
		for (final Path file : files(folder)) {
			final int cut = i++ % 4;
			if (cut == 0) continue;
			final ImagePlus cell = IJ.openImage(file.toString());
			cell.setRoi(cut, cut, cell.getWidth() - 2 * cut, cell.getHeight() - 2 *
				cut);
			save(cell.crop("stack"), file);
		}
	}

	private static void drawBlurred(final Path folder, final int count,
		final double sigma) throws IOException
	{
		MoreCells.write(folder, "interphase", 80 + count);
		final List<Path> drawn = files(folder);
		for (final Path file : drawn.subList(0, 80))
			Files.delete(file);
		for (final Path file : drawn.subList(80, 80 + count)) {
			final ImagePlus cell = IJ.openImage(file.toString());
			for (int i = 1; i <= cell.getStackSize(); i++)
				cell.getStack().getProcessor(i).blurGaussian(sigma);
			save(cell, file);
		}
	}

	private static void save(final ImagePlus image, final Path file)
		throws IOException
	{
		if (!new FileSaver(image).saveAsTiff(file.toString()))
			throw new IOException("Could not write " + file);
	}

	/**
	 * Class folders with cells, as many of each.
	 *
	 * @param folder that is made
	 * @param perClass how many
	 */
	static void drawCells(final Path folder, final int perClass)
		throws IOException
	{
		for (final String label : MoreCells.labels())
			MoreCells.write(folder.resolve(label), label, perClass);
	}

	/**
	 * Copies class folders.
	 *
	 * @param from class folders
	 * @param to that is made
	 * @param perClass how many of each class at most, drawn by chance
	 */
	static void copy(final Path from, final Path to, final int perClass)
		throws IOException
	{
		for (final Path folder : classes(from)) {
			final List<Path> files = mixed(files(folder));
			final Path target = Files.createDirectories(to.resolve(folder
				.getFileName().toString()));
			for (final Path file : files.subList(0, Math.min(perClass, files.size())))
				Files.copy(file, target.resolve(file.getFileName().toString()));
		}
	}

	/**
	 * Puts images of one class into the folder of another one, as a tired person
	 * would, under names that are free there.
	 *
	 * @param folder class folders
	 * @param from name of the right class
	 * @param to name of the wrong one
	 * @param count how many
	 * @return the files where they are now
	 */
	static List<Path> misplace(final Path folder, final String from,
		final String to, final int count) throws IOException
	{
		final List<Path> moved = new ArrayList<>();
		for (final Path file : mixed(files(folder.resolve(from))).subList(0,
			count))
		{
			final String name = file.getFileName().toString();
			final Path target = folder.resolve(to).resolve("9" + name);
			Files.move(file, target);
			moved.add(target);
		}
		return moved;
	}

	/**
	 * Copies the images of class folders into one folder, mixed, under names that
	 * do not tell their class.
	 *
	 * @param from class folders
	 * @param to that is made
	 * @param most how many images
	 * @return the class by the name of the file
	 */
	static Map<String, String> flatten(final Path from, final Path to,
		final int most) throws IOException
	{
		final List<Path> all = new ArrayList<>();
		for (final Path folder : classes(from))
			all.addAll(files(folder));
		Files.createDirectories(to);
		final Map<String, String> truth = new LinkedHashMap<>();
		int number = 0;
		for (final Path file : mixed(all).subList(0, Math.min(most, all.size()))) {
			final String old = file.getFileName().toString();
			final String name = String.format(Locale.ROOT, "cell %03d%s", ++number,
				old.substring(old.lastIndexOf('.')));
			Files.copy(file, to.resolve(name));
			truth.put(name, file.getParent().getFileName().toString());
		}
		return truth;
	}

	private static List<Path> mixed(final List<Path> files) {
		final List<Path> mixed = new ArrayList<>(files);
		Collections.shuffle(mixed, new Random(SEED));
		return mixed;
	}

	/** By name. */
	static List<Path> classes(final Path folder) throws IOException {
		return list(folder).filter(Files::isDirectory).toList();
	}

	/** By name. */
	static List<Path> files(final Path folder) throws IOException {
		return list(folder).filter(Files::isRegularFile).toList();
	}

	private static Stream<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList().stream();
		}
	}
}
