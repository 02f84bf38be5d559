
package io.github.cnnclassifier.model;

/**
 * How images that belong together were kept on one side of the split.
 *
 * @param rule as the train command takes it: "none", "column", "folder" or a
 *          regular expression; never "auto"
 * @param statement what was done and why, in words
 * @param leak why figures on its own images are too good, such as what belongs
 *          together but is on several sides, in words; empty if they are not
 */
public record GroupingRecord(String rule, String statement, String leak) {

	/** Of models that do not say. */
	public static final GroupingRecord NONE = new GroupingRecord("none",
		"Not recorded.", "");

	/** @return whether figures on the model's own images are too good */
	public boolean isLeaky() {
		return !leak.isEmpty();
	}
}
