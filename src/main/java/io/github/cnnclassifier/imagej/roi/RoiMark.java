
package io.github.cnnclassifier.imagej.roi;

import java.awt.Color;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import ij.gui.Roi;
import io.github.cnnclassifier.image.Outline;

/**
 * What a classified ROI remembers in a property of its own, which ImageJ saves
 * with it: its class, how it was made to look, and how its user had it. What
 * the user has changed since - name, group, color or outline - is the user's,
 * each for itself. A class that a person has confirmed is the person's as a
 * whole: no later classification changes it, nor does taking one back.
 *
 * @param label its class
 * @param given how it was made to look
 * @param isPaintKnown whether the colors among these are known; marks of
 *          earlier versions do not tell
 * @param former how the user had it
 * @param added whether it was put into the overlay by the classification
 * @param outline that was classified; empty in marks of earlier versions
 * @param confirmed whether a person has given or confirmed the class
 */
record RoiMark(String label, RoiLook given, boolean isPaintKnown,
		RoiLook former, boolean added, Optional<Outline> outline, boolean confirmed)
{

	private static final String PROPERTY = "cnn-classifier";

	/** What a ROI remembers; empty if it was never classified. */
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
	 * @param given how it will look
	 * @param added whether it will be put into the overlay
	 * @return what it shall remember: how the user had it, also after several
	 *         classifications
	 */
	static RoiMark before(final Roi roi, final String label, final RoiLook given,
		final boolean added)
	{
		final Optional<RoiMark> last = of(roi);
		return new RoiMark(label, given, true, last.map(mark -> mark.ofUser(roi))
			.orElseGet(() -> RoiLook.of(roi)), added || last.filter(mark -> mark
				.added() && mark.isUntouched(roi)).isPresent(), Optional.of(RoiRegions
					.outline(roi)), false);
	}

	/** The same, of a class that a person has confirmed. */
	RoiMark asConfirmed() {
		return new RoiMark(label, given, isPaintKnown, former, added, outline,
			true);
	}

	/** Whether a person has confirmed its class. */
	static boolean isConfirmed(final Roi roi) {
		return of(roi).filter(RoiMark::confirmed).isPresent();
	}

	/**
	 * What is written on a ROI, to be written on it again; null if nothing is.
	 */
	static String text(final Roi roi) {
		return roi.getProperty(PROPERTY);
	}

	/** Writes what {@link #text(Roi)} has read. */
	static void write(final Roi roi, final String text) {
		roi.setProperty(PROPERTY, text);
	}

	boolean isNamed(final Roi roi) {
		return given.name().equals(roi.getName());
	}

	boolean isGrouped(final Roi roi) {
		return given.group() == roi.getGroup();
	}

	/** ImageJ paints a ROI of a group anew when it opens a file. */
	private boolean isPainted(final Roi roi) {
		if (!isPaintKnown) return true;
		final boolean same = Objects.equals(given.stroke(), roi.getStrokeColor()) &&
			Objects.equals(given.fill(), roi.getFillColor());
		return same || isGrouped(roi) && given.group() > 0 && RoiGroups.color(given
			.group()).equals(roi.getStrokeColor());
	}

	/** Whether the user has changed nothing since it was classified. */
	boolean isUntouched(final Roi roi) {
		return isNamed(roi) && isGrouped(roi) && isPainted(roi) && outline.map(
			RoiRegions.outline(roi)::equals).orElse(true);
	}

	/** How the user had it, with all that the user has changed since. */
	RoiLook ofUser(final Roi roi) {
		final RoiLook paint = isPainted(roi) ? former : RoiLook.of(roi);
		return new RoiLook(isNamed(roi) ? former.name() : roi.getName(), isGrouped(
			roi) ? former.group() : roi.getGroup(), paint.stroke(), paint.fill());
	}

	void writeTo(final Roi roi) {
		roi.setProperty(PROPERTY, "label=" + encoded(label) + "&given=" + encoded(
			given.name()) + "&group=" + given.group() + "&givenStroke=" + text(given
				.stroke()) + "&givenFill=" + text(given.fill()) + "&added=" + added +
			(confirmed ? "&confirmed=true" : "") + (former.name() == null ? ""
				: "&name=" + encoded(former.name())) + "&formerGroup=" + former
					.group() + "&stroke=" + text(former.stroke()) + "&fill=" + text(former
						.fill()) + outline.map(o -> "&outline=" + o).orElse(""));
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
		return new RoiMark(fields.getOrDefault("label", ""), new RoiLook(fields
			.getOrDefault("given", ""), group(fields.get("group")), color(fields.get(
				"givenStroke")), color(fields.get("givenFill"))), fields.containsKey(
					"givenStroke"), new RoiLook(fields.get("name"), group(fields.get(
						"formerGroup")), color(fields.get("stroke")), color(fields.get(
							"fill"))), Boolean.parseBoolean(fields.get("added")), Optional
								.ofNullable(fields.get("outline")).map(Outline::new), Boolean
									.parseBoolean(fields.get("confirmed")));
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
