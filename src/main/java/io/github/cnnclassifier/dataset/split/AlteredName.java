
package io.github.cnnclassifier.dataset.split;

import java.util.regex.Pattern;

/**
 * Tells by its name that a file is an altered copy of another one, as programs
 * that turn, mirror and shear images call it: {@code cell7_rot90.png},
 * {@code cell7_aug_3.png}, {@code cell7 - Copy (2).png}.
 */
final class AlteredName {

	private static final Pattern ALTERED = Pattern.compile(
		"(?i)(?:[_ .-]+(?:aug(?:mented)?|rot(?:ated|ation)?|[hv]?flip(?:ped)?|mirror(?:ed)?|shear(?:ed)?|copy)" +
			"(?:[_ -]*(?:[0-9]+|\\([0-9]+\\)|deg|lr|ud|h|v|x|y))*|[_ -]*\\(copy\\))+(?=[.][^/.]*$|$)");

	private AlteredName() {}

	/** @return whether the name is one of a copy */
	static boolean is(final String name) {
		return ALTERED.matcher(name).find();
	}

	/** @return the name of the file that it is a copy of; the name if of none */
	static String original(final String name) {
		return ALTERED.matcher(name).replaceFirst("");
	}
}
