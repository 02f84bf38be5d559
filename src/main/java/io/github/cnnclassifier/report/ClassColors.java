
package io.github.cnnclassifier.report;

import java.awt.Color;
import java.util.List;

/**
 * One color per class, the same in overlays, regions, maps and legends.
 * <p>
 * The first seven are those of Okabe and Ito without black (M. Okabe and K.
 * Ito, Color Universal Design, 2008), which stay apart for color-blind readers.
 * More classes get hues a golden angle apart, alternating in brightness.
 */
public final class ClassColors {

	/** Of images, regions and pixels whose class is unknown. */
	public static final Color UNKNOWN = new Color(0x808080);

	private static final List<Color> FIRST = List.of(new Color(0x0072B2),
		new Color(0xE69F00), new Color(0x009E73), new Color(0xCC79A7), new Color(
			0x56B4E9), new Color(0xD55E00), new Color(0xF0E442));
	private static final float GOLDEN_ANGLE = 0.381966f;

	private ClassColors() {}

	/**
	 * @param index 0-based index among the answers
	 * @param classes how many classes the model has; the answer behind the last
	 *          one is {@link #UNKNOWN}
	 * @return never black or white, which mean nothing and everything on a mask
	 */
	public static Color of(final int index, final int classes) {
		if (index >= classes) return UNKNOWN;
		if (index < FIRST.size()) return FIRST.get(index);
		final int further = index - FIRST.size();
		return Color.getHSBColor(further * GOLDEN_ANGLE, 0.75f, further % 2 == 0
			? 0.9f : 0.65f);
	}
}
