
package io.github.cnnclassifier.workflow.label;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.image.Region;

/**
 * One label as the list has it. The columns path, class, group, slice, x, y,
 * width and height are those of any list of labeled images; training does not
 * look at the others.
 *
 * @param crop its name, by which it is known again
 * @param path of the image, relative to the list where it is near
 * @param label the class
 * @param group what it shares with others; empty if nothing
 * @param plane 0-based; below 0 for an image without planes
 * @param region null for the whole image
 * @param by who gave the label; may be empty
 * @param time when, as ISO 8601 has it
 */
record LabelRow(String crop, String path, String label, String group, int plane,
		Region region, String by, String time)
{

	static final String CROP = "crop";
	static final String PATH = "path";
	static final String CLASS = "class";
	static final String GROUP = "group";
	static final String SLICE = "slice";
	private static final String X = "x";
	private static final String Y = "y";
	private static final String WIDTH = "width";
	private static final String HEIGHT = "height";

	/** In the order of the list. */
	static final List<String> COLUMNS = List.of(CROP, PATH, CLASS, GROUP, SLICE,
		X, Y, WIDTH, HEIGHT, "by", "time");

	Map<String, String> cells() {
		final Map<String, String> cells = new LinkedHashMap<>();
		cells.put(CROP, crop);
		cells.put(PATH, path);
		cells.put(CLASS, label);
		cells.put(GROUP, group);
		cells.put(SLICE, plane < 0 ? "" : Integer.toString(plane + 1));
		cells.put(X, region == null ? "" : Integer.toString(region.x()));
		cells.put(Y, region == null ? "" : Integer.toString(region.y()));
		cells.put(WIDTH, region == null ? "" : Integer.toString(region.width()));
		cells.put(HEIGHT, region == null ? "" : Integer.toString(region.height()));
		cells.put("by", by);
		cells.put("time", time);
		return cells;
	}

	/**
	 * @return which pixels a row of any list is about: its path with slice and
	 *         region behind it; the same for two rows about the same
	 */
	static String place(final Map<String, String> cells) {
		final String path = cell(cells, PATH).replace('\\', '/');
		final String slice = cell(cells, SLICE);
		final String region = String.join(",", cell(cells, X), cell(cells, Y), cell(
			cells, WIDTH), cell(cells, HEIGHT));
		return path + (slice.isEmpty() ? "" : "[" + slice + "]") + (region.equals(
			",,,") ? "" : "#xywh=" + region);
	}

	private static String cell(final Map<String, String> cells,
		final String column)
	{
		return cells.getOrDefault(column, "").strip();
	}
}
