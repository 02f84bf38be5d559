
package io.github.cnnclassifier.evaluation;

import java.util.Objects;

/**
 * What two classifiers said of one image whose class is known. Their classes go
 * by name, since each has an order of its own.
 *
 * @param name where the image came from; never null
 * @param group what it belongs to; empty if it stands alone
 * @param actual the true class
 * @param first what the first one said
 * @param second what the second one said
 */
public record ComparedPrediction(String name, String group, String actual,
		Said first, Said second)
{

	/**
	 * An answer.
	 *
	 * @param label the class
	 * @param confidence the best probability, 0 to 1
	 */
	public record Said(String label, float confidence) {
	}

	/** @throws NullPointerException if anything is null */
	public ComparedPrediction {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(group, "group");
		Objects.requireNonNull(actual, "actual");
		Objects.requireNonNull(first, "first");
		Objects.requireNonNull(second, "second");
	}

	/** @return whether the first one is right */
	public boolean firstRight() {
		return first.label().equals(actual);
	}

	/** @return whether the second one is right */
	public boolean secondRight() {
		return second.label().equals(actual);
	}

	/** @return whether both give the same class, be it right or wrong */
	public boolean agree() {
		return first.label().equals(second.label());
	}

	/**
	 * @return a name that images share which are not independent of each other
	 */
	String unit() {
		return group.isEmpty() ? "image " + name : "group " + group;
	}
}
