
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.inference.ClassArea;
import io.github.cnnclassifier.storage.WholeFile;

/** How much of a map each class has, as a table. */
public final class AreaTable {

	private static final List<String> HEADINGS = List.of("image", "slice",
		"frame", "class", "value", "pixels", "area", "unit", "fraction", "model");

	private AreaTable() {}

	/**
	 * @param image its name
	 * @param slice 1-based; 0 for a projection
	 * @param frame 1-based; 0 for a projection
	 * @param areas one row each
	 * @param pixelSize null if not known: then the area is counted in pixels
	 * @param model its name
	 * @return {@code image, slice, frame, class, value, pixels, area, unit,
	 *         fraction, model}
	 */
	public static Table of(final String image, final int slice, final int frame,
		final List<ClassArea> areas, final PixelSize pixelSize, final String model)
	{
		final double one = pixelSize == null ? 1 : pixelSize.width() * pixelSize
			.height();
		final String unit = pixelSize == null ? "pixel" : pixelSize.unit() + "^2";
		final List<List<Object>> rows = new ArrayList<>();
		for (final ClassArea area : areas) {
			rows.add(List.of(image, slice, frame, area.name(), area.value(),
				(int) area.pixels(), area.pixels() * one, unit, area.fraction(),
				model));
		}
		return new Table(HEADINGS, rows);
	}

	/**
	 * @param file a CSV file, which appears whole or not at all
	 * @param areas the table
	 * @throws IOException if it cannot be written
	 */
	public static void write(final Path file, final Table areas)
		throws IOException
	{
		WholeFile.write(file, out -> TableCsv.write(out, areas));
	}

	/**
	 * @param areas the table
	 * @return for scripts: {@code class=... pixels=... fraction=...}, one line
	 *         per answer
	 */
	public static List<String> lines(final List<ClassArea> areas) {
		return areas.stream().map(area -> "class=" + area.name() + " pixels=" + area
			.pixels() + " fraction=" + Decimals.four(area.fraction())).toList();
	}
}
