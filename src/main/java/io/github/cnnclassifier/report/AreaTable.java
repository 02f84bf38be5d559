
package io.github.cnnclassifier.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.inference.ClassArea;

/** How much of a map each class has, as a table. */
public final class AreaTable {

	private AreaTable() {}

	/**
	 * @param image its name
	 * @param slice 1-based; 0 for a projection
	 * @param frame 1-based; 0 for a projection
	 * @param areas one row each
	 * @param pixelSize if empty, the area is counted in pixels
	 * @param model its name
	 * @return {@code image, slice, frame, class, value, pixels, area, unit,
	 *         fraction, model}
	 */
	public static Table of(final String image, final int slice, final int frame,
		final List<ClassArea> areas, final Optional<PixelSize> pixelSize,
		final String model)
	{
		final double one = pixelSize.map(size -> size.width() * size.height())
			.orElse(1.0);
		final String unit = pixelSize.map(size -> size.unit() + "^2").orElse(
			"pixel");
		final Columns<ClassArea> columns = new Columns<>();
		columns.add("image", area -> image);
		columns.add("slice", area -> slice);
		columns.add("frame", area -> frame);
		columns.add("class", ClassArea::name);
		columns.add("value", ClassArea::value);
		columns.add("pixels", area -> (int) area.pixels());
		columns.add("area", area -> area.pixels() * one);
		columns.add("unit", area -> unit);
		columns.add("fraction", ClassArea::fraction);
		columns.add("model", area -> model);
		return columns.table(areas);
	}

	/**
	 * @param areas one per answer
	 * @return {@code mapped=PIXELS class=... fraction=... class=... fraction=...}
	 *         with the answers that are somewhere
	 */
	public static String line(final List<ClassArea> areas) {
		return "mapped=" + areas.stream().mapToLong(ClassArea::pixels).sum() + areas
			.stream().filter(area -> area.pixels() > 0).map(area -> " class=" + area
				.name() + " fraction=" + Decimals.four(area.fraction())).collect(
					Collectors.joining());
	}

	/**
	 * @param areas one per answer
	 * @return for scripts: {@code class=... pixels=... fraction=...}, one line
	 *         per answer
	 */
	public static List<String> lines(final List<ClassArea> areas) {
		return areas.stream().map(area -> "class=" + area.name() + " pixels=" + area
			.pixels() + " fraction=" + Decimals.four(area.fraction())).toList();
	}
}
