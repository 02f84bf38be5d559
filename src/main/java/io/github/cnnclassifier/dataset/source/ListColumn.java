
package io.github.cnnclassifier.dataset.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a column of an image list can mean, and the names for it. */
enum ListColumn {

		PATH("path", "file", "filename", "filepath", "image", "imagename",
			"imagepath", "imagefile"),

		CLASS("class", "classname", "label", "category"),

		GROUP("group", "groupid"),

		SPLIT("split", "side", "subset"),

		SLICE("slice", "plane", "page"),

		X("x", "left"),

		Y("y", "top"),

		WIDTH("width", "w"),

		HEIGHT("height", "h"),

		XMIN("xmin", "x1"),

		YMIN("ymin", "y1"),

		XMAX("xmax", "x2"),

		YMAX("ymax", "y2");

	private final List<String> names;

	ListColumn(final String... names) {
		this.names = List.of(names);
	}

	/** @return the name to use in messages */
	String title() {
		return names.get(0);
	}

	/**
	 * @param title of a column; case, spaces, '_' and '-' do not matter
	 * @return what it means; null if nothing
	 */
	static ListColumn of(final String title) {
		final String plain = title.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]",
			"");
		return Arrays.stream(values()).filter(column -> column.names.contains(
			plain)).findFirst().orElse(null);
	}
}
