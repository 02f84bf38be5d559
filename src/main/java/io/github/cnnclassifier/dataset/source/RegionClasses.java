
package io.github.cnnclassifier.dataset.source;

import java.util.List;
import java.util.regex.Pattern;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.RegionOfInterest;

/** Tells to which class a region belongs, by what the user called it. */
public final class RegionClasses {

	/** The group if any region has one, else the name. */
	public static final String AUTO = "auto";

	/** The group. */
	public static final String GROUP = "group";

	/** The name without the numbers at its end. */
	public static final String NAME = "name";

	private static final String WAY_OUT =
		"; put it into a group, call it CLASS-1, or set className";

	/** Numbers set apart, as in "cell A-12", "CD4_3" and "cell 3-1". */
	private static final Pattern COUNTED = Pattern.compile(
		"(?:[\\s_.,:;#()-]+\\d+)+[\\s_.,:;#()-]*$");

	/** Digits right behind the word, as in "cell12". */
	private static final Pattern DIGITS = Pattern.compile("\\d+$");

	private final boolean byGroup;
	private final String fixed;

	private RegionClasses(final boolean byGroup, final String fixed) {
		this.byGroup = byGroup;
		this.fixed = fixed;
	}

	/**
	 * @param from {@value #AUTO}, {@value #GROUP} or {@value #NAME}
	 * @param className the class of all regions; blank for none
	 * @param regions of which the classes will be asked
	 * @return the rule
	 * @throws WrongUsage if the word is none of these, or a class is named beside
	 *           a rule
	 */
	public static RegionClasses of(final String from, final String className,
		final List<RegionOfInterest> regions)
	{
		if (!List.of(AUTO, GROUP, NAME).contains(from)) throw new WrongUsage(
			"Expected classFrom to be one of auto, group, name, found '" + from +
				"'.");
		if (!className.isBlank() && !from.equals(AUTO)) throw new WrongUsage(
			"Expected either className or classFrom=" + from +
				", found both. Leave one of them out.");
		return new RegionClasses(from.equals(GROUP) || from.equals(AUTO) && regions
			.stream().anyMatch(roi -> !roi.group().isEmpty()), className.strip());
	}

	/**
	 * The numbers at the end of a name are dropped, with the characters that set
	 * them apart: "mitotic-3", "mitotic_3", "mitotic 3-1" and "mitotic3" are all
	 * of the class "mitotic". Where a number is set apart, digits before it stay:
	 * "CD4-3" is of the class "CD4".
	 *
	 * @param roi one of the regions
	 * @return its class, never empty
	 * @throws UserFailure if it has none
	 */
	public String of(final RegionOfInterest roi) {
		if (!fixed.isEmpty()) return fixed;
		if (byGroup) {
			if (roi.group().isEmpty()) throw new UserFailure("it is in no group" +
				WAY_OUT);
			return roi.group();
		}
		final String name = roi.name().strip();
		final String counted = COUNTED.matcher(name).replaceFirst("");
		final String label = (counted.equals(name) ? DIGITS.matcher(name)
			.replaceFirst("") : counted).strip();
		if (label.codePoints().noneMatch(Character::isLetter))
			throw new UserFailure("its name '" + roi.name() + "' tells no class" +
				WAY_OUT);
		return label;
	}
}
