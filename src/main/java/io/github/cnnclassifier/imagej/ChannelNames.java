
package io.github.cnnclassifier.imagej;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

import ij.ImagePlus;

/** Names of channels as far as ImageJ keeps them: the labels of the slices. */
final class ChannelNames {

	/** Positions that Bio-Formats and ImageJ put before a label. */
	private static final Pattern POSITION = Pattern.compile(
		"^\\s*[czt]:\\s*\\d+/\\d+\\s*(?:-\\s*)?");

	private ChannelNames() {}

	/**
	 * @param image with one or more channels
	 * @param plane of it
	 * @return one name for each channel, the first line of the label without
	 *         positions; empty if a channel has none or two have the same
	 */
	static List<String> of(final ImagePlus image, final Plane plane) {
		final List<String> names = new ArrayList<>();
		for (int c = 1; c <= image.getNChannels(); c++) {
			final String label = image.getStack().getSliceLabel(image.getStackIndex(c,
				plane.slice(), plane.frame()));
			if (label == null) return List.of();
			final String name = name(label);
			if (name.isEmpty()) return List.of();
			names.add(name);
		}
		final boolean different = new HashSet<>(names).size() == names.size();
		return different ? names : List.of();
	}

	private static String name(final String label) {
		String name = label.lines().findFirst().orElse("");
		for (String shorter = POSITION.matcher(name).replaceFirst(""); !shorter
			.equals(name); shorter = POSITION.matcher(name).replaceFirst(""))
			name = shorter;
		return name.strip();
	}
}
