
package io.github.cnnclassifier.imagej.roi;

import java.awt.Color;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import ij.gui.Roi;

/**
 * What a classified ROI remembers in a property of its own, which ImageJ saves
 * with it: its class, and what it was like before.
 *
 * @param label its class
 * @param given the name that it got
 * @param group that it got
 * @param added whether it was put into the overlay by the classification
 * @param name before; null if it had none
 * @param formerGroup before
 * @param stroke color before; null if it had none
 * @param fill color before; null if it had none
 */
record RoiMark(String label, String given, int group, boolean added,
		String name, int formerGroup, Color stroke, Color fill)
{

	private static final String PROPERTY = "cnn-classifier";

	/**
	 * @param roi any
	 * @return what it remembers, if it was classified and not renamed since: then
	 *         it is the user's again
	 */
	static Optional<RoiMark> valid(final Roi roi) {
		return of(roi).filter(mark -> mark.given.equals(roi.getName()));
	}

	/** What a ROI remembers, renamed or not. */
	static Optional<RoiMark> of(final Roi roi) {
		final String text = roi.getProperty(PROPERTY);
		if (text == null) return Optional.empty();
		try {
			return Optional.of(parse(text));
		}
		catch (final IllegalArgumentException e) {
			// a file from anywhere: then it is a ROI like any other
			return Optional.empty();
		}
	}

	/**
	 * @param roi before it is changed
	 * @param label its class
	 * @param given the name that it will get
	 * @param group that it will get
	 * @param added whether it will be put into the overlay
	 * @return what it shall remember: how the user had it, also after several
	 *         classifications
	 */
	static RoiMark before(final Roi roi, final String label, final String given,
		final int group, final boolean added)
	{
		return valid(roi).map(former -> new RoiMark(label, given, group, added ||
			former.added, former.name, former.formerGroup, former.stroke,
			former.fill)).orElseGet(() -> new RoiMark(label, given, group, added, roi
				.getName(), roi.getGroup(), roi.getStrokeColor(), roi.getFillColor()));
	}

	void writeTo(final Roi roi) {
		roi.setProperty(PROPERTY, "label=" + encoded(label) + "&given=" + encoded(
			given) + "&group=" + group + "&added=" + added + (name == null ? ""
				: "&name=" + encoded(name)) + "&formerGroup=" + formerGroup +
			"&stroke=" + text(stroke) + "&fill=" + text(fill));
	}

	static void removeFrom(final Roi roi) {
		roi.setProperty(PROPERTY, null);
	}

	private static RoiMark parse(final String text) {
		final Map<String, String> fields = new HashMap<>();
		for (final String field : text.split("&")) {
			final int equals = field.indexOf('=');
			if (equals < 0) throw new IllegalArgumentException(field);
			fields.put(field.substring(0, equals), URLDecoder.decode(field.substring(
				equals + 1), StandardCharsets.UTF_8));
		}
		return new RoiMark(fields.getOrDefault("label", ""), fields.getOrDefault(
			"given", ""), group(fields.get("group")), Boolean.parseBoolean(fields.get(
				"added")), fields.get("name"), group(fields.get("formerGroup")), color(
					fields.get("stroke")), color(fields.get("fill")));
	}

	/** ROIs of any language are saved in one that every file can hold. */
	private static String encoded(final String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String text(final Color color) {
		return color == null ? "" : String.format(Locale.ROOT, "%08x", color
			.getRGB());
	}

	private static int group(final String text) {
		final int group = Integer.parseInt(text);
		if (group < 0 || group > RoiGroups.MOST) throw new IllegalArgumentException(
			text);
		return group;
	}

	private static Color color(final String text) {
		return text == null || text.isEmpty() ? null : new Color(Integer
			.parseUnsignedInt(text, 16), true);
	}
}
