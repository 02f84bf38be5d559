
package io.github.cnnclassifier.imagej.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import ij.ImagePlus;
import io.github.cnnclassifier.inference.ClassArea;
import io.github.cnnclassifier.inference.MapRow;
import io.github.cnnclassifier.report.Table;
import io.github.cnnclassifier.storage.PendingFile;
import io.github.cnnclassifier.storage.WholeFiles;
import io.github.cnnclassifier.workflow.map.MapLayout;
import io.github.cnnclassifier.workflow.map.MapTarget;

/**
 * Hands each row on to all images and files. The files appear together at the
 * end.
 */
final class MapRows implements MapTarget.Sink {

	private final List<PlaneRows> labels = new ArrayList<>();
	private final List<PlaneRows> probabilities = new ArrayList<>();
	private final List<PlaneRows> confidence = new ArrayList<>();
	private final WholeFiles files = new WholeFiles();
	private final MapLayout layout;
	private final boolean bytes;
	private final Function<List<ClassArea>, Table> table;
	private PendingFile areaFile;

	/**
	 * @param layout of the map
	 * @param bytes whether classes have 8 bits
	 * @param table made of the areas
	 */
	MapRows(final MapLayout layout, final boolean bytes,
		final Function<List<ClassArea>, Table> table)
	{
		this.layout = layout;
		this.bytes = bytes;
		this.table = table;
	}

	/** @param target gets the class of each pixel */
	void labels(final PlaneRows target) {
		labels.add(target);
	}

	/** @param target gets one plane per class */
	void probabilities(final PlaneRows target) {
		probabilities.add(target);
	}

	/** @param target gets the best probability of each pixel */
	void confidence(final PlaneRows target) {
		confidence.add(target);
	}

	/**
	 * @param target a TIFF file
	 * @param firstRow of the image, with all that belongs to it
	 * @return takes the rows of the file
	 * @throws IOException if the file cannot be written
	 */
	PlaneRows file(final Path target, final ImagePlus firstRow)
		throws IOException
	{
		return TiffRows.create(files.open(target), firstRow, layout.height());
	}

	/**
	 * @param target gets the areas
	 * @throws IOException if the file cannot be written
	 */
	void areas(final Path target) throws IOException {
		areaFile = files.open(target);
	}

	@Override
	public void row(final MapRow row) throws IOException {
		final Object values = bytes ? bytes(row.values()) : shorts(row.values());
		for (final PlaneRows target : labels) {
			target.put(0, row.y(), values, 0);
		}
		for (final PlaneRows target : confidence) {
			target.put(0, row.y(), row.confidences(), 0);
		}
		for (final PlaneRows target : probabilities) {
			for (int c = 0; c < layout.labels().size(); c++) {
				target.put(c, row.y(), row.probabilities(), c * layout.width());
			}
		}
	}

	private static byte[] bytes(final int[] values) {
		final byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}

	private static short[] shorts(final int[] values) {
		final short[] shorts = new short[values.length];
		for (int i = 0; i < shorts.length; i++) {
			shorts[i] = (short) values[i];
		}
		return shorts;
	}

	@Override
	public void commit(final List<ClassArea> areas) throws IOException {
		final Table content = table.apply(areas);
		if (areaFile != null) content.writeCsv(areaFile.out());
		files.commit();
	}

	@Override
	public void close() throws IOException {
		files.close();
	}
}
