
package io.github.cnnclassifier.failure;

import java.io.Serializable;
import java.util.List;

/**
 * One change of the inputs that mends a failure: a button in a dialog, a line
 * of the start script.
 *
 * @param words what it does, as on a button, such as "Replace it"; never null
 * @param key of the input, as in macros; never null
 * @param value of the input, as in macros; never null
 * @param joins whether the value joins those that the input has already, behind
 *          a comma
 */
public record Mend(String words, String key, String value, boolean joins)
		implements
			Serializable
{

	/**
	 * @param words as on a button
	 * @param key of the input
	 * @param value in place of what the input has
	 * @return the change
	 */
	public static Mend of(final String words, final String key,
		final String value)
	{
		return new Mend(words, key, value, false);
	}

	/**
	 * @param words as on a button
	 * @param key of an input that is a list
	 * @param value that joins it
	 * @return the change
	 */
	public static Mend joining(final String words, final String key,
		final String value)
	{
		return new Mend(words, key, value, true);
	}

	/** @return a file that exists may be replaced */
	public static Mend replacing() {
		return of("Replace it", "overwrite", "true");
	}

	/** @return what an earlier run has left goes on, or is dropped */
	public static List<Mend> continuing() {
		return List.of(of("Continue it", "resume", "true"), of("Start anew",
			"overwrite", "true"));
	}

	/**
	 * @param before what the input has; null or empty for nothing
	 * @return what it is to have
	 */
	public String after(final String before) {
		return joins && before != null && !before.isBlank() ? before + "," + value
			: value;
	}

	/**
	 * @param before what the input has; null or empty for nothing
	 * @return the option, such as {@code overwrite=true}
	 */
	public String option(final String before) {
		return key + "=" + after(before);
	}
}
