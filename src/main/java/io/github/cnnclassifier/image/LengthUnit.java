
package io.github.cnnclassifier.image;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The units of length that can be converted into each other. */
final class LengthUnit {

	private static final double MICROMETER = 1e3;
	private static final double MILLIMETER = 1e6;

	private static final Map<String, Double> NANOMETERS = Map.ofEntries(Map.entry(
		"nm", 1.0), Map.entry("nanometer", 1.0), Map.entry("nanometers", 1.0), Map
			.entry("um", MICROMETER), Map.entry("\u00b5m", MICROMETER), Map.entry(
				"\u03bcm", MICROMETER), Map.entry("micron", MICROMETER), Map.entry(
					"microns", MICROMETER), Map.entry("micrometer", MICROMETER), Map
						.entry("micrometers", MICROMETER), Map.entry("mm", MILLIMETER), Map
							.entry("millimeter", MILLIMETER), Map.entry("millimeters",
								MILLIMETER), Map.entry("cm", 1e7), Map.entry("m", 1e9), Map
									.entry("inch", 2.54e7));

	private LengthUnit() {}

	/**
	 * @param from name of a unit, upper or lower case
	 * @param to name of a unit, upper or lower case
	 * @return how many of the second one of the first is; 1 for equal names;
	 *         empty if they cannot be converted
	 */
	static OptionalDouble factor(final String from, final String to) {
		if (from.strip().equalsIgnoreCase(to.strip())) return OptionalDouble.of(1);
		final Double one = NANOMETERS.get(from.strip().toLowerCase(Locale.ROOT));
		final Double other = NANOMETERS.get(to.strip().toLowerCase(Locale.ROOT));
		if (one == null || other == null) return OptionalDouble.empty();
		return OptionalDouble.of(one / other);
	}
}
