
package io.github.cnnclassifier.ui.train;

import java.util.List;

/**
 * A key of a training as a person edits it.
 *
 * @param name of the key
 * @param label in words
 * @param help what it means, a sentence
 * @param section under which heading it stands
 * @param kind how it is edited
 * @param choices for {@link Kind#CHOICE} all values, for
 *          {@link Kind#SUGGESTION} those that are offered; copied
 * @param file what may be chosen from the disk
 * @param initial the default
 * @param min smallest value of a number; null for none
 * @param max largest value of a number; null for none
 */
public record KeyField(String name, String label, String help, String section,
		Kind kind, List<String> choices, Place file, String initial, Double min,
		Double max)
{

	/** How a key is edited. */
	public enum Kind {

			/** One of a list. */
			CHOICE,
			/** One of a list, or another text. */
			SUGGESTION,
			/** Yes or no. */
			CHECK,
			/** A whole number. */
			WHOLE,
			/** A number. */
			DECIMAL,
			/** A text, usually the name of a file or folder. */
			TEXT
	}

	/** What a key names on the disk. */
	public enum Place {

			/** Nothing. */
			NONE,
			/** A file that exists. */
			FILE,
			/** A folder. */
			FOLDER
	}

	/** Copies the choices. */
	public KeyField {
		choices = List.copyOf(choices);
	}
}
