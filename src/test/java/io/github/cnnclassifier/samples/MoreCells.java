
package io.github.cnnclassifier.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.storage.WholeFile;

/** Cells that are not among the sample images, as many as wanted. */
public final class MoreCells {

	private static final SeedTree SEED = new SeedTree(20260315);

	private MoreCells() {}

	/** @return the labels of the cells that can be drawn */
	public static List<String> labels() {
		return Arrays.stream(Phenotype.values()).map(Phenotype::label).toList();
	}

	/**
	 * Draws cells, always the same ones.
	 *
	 * @param folder for the files; may be missing
	 * @param label of the cells
	 * @param count how many
	 * @throws IOException if a file cannot be written
	 */
	public static void write(final Path folder, final String label,
		final int count) throws IOException
	{
		final Phenotype phenotype = Phenotype.valueOf(label.toUpperCase(
			Locale.ROOT));
		for (int i = 0; i < count; i++) {
			final byte[] cell = TiffFile.encode(CellPainter.paint(phenotype, SEED
				.child(label).child(i)), Microscope.PIXEL_MICRONS);
			WholeFile.write(folder.resolve(String.format(Locale.ROOT, "%03d.tif", i +
				1)), out -> out.write(cell));
		}
	}
}
