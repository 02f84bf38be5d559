
package io.github.cnnclassifier.evaluation;

import java.util.Objects;

/**
 * Which images were evaluated: no figure means anything without it.
 *
 * @param name in a word or two, such as "test side", "all images" or "out of
 *          fold"; a line of text
 * @param description which they are and why, in words
 */
public record EvaluatedSide(String name, String description) {

	/** The side of a cross-validation. */
	public static final String OUT_OF_FOLD = "out of fold";

	/** @throws NullPointerException if one of the two is null */
	public EvaluatedSide {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(description, "description");
	}
}
