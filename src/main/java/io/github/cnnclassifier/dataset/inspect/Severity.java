
package io.github.cnnclassifier.dataset.inspect;

/** How much a finding matters. The order is that of lists of findings. */
public enum Severity {

		/** Training refuses the images, or learns something that is wrong. */
		PROBLEM("problem"),

		/** Worth a look: figures or results may suffer. */
		WARNING("warning"),

		/** Good to know; nothing has to be done. */
		NOTE("note");

	private final String label;

	Severity(final String label) {
		this.label = label;
	}

	/** @return "problem", "warning" or "note" */
	public String label() {
		return label;
	}
}
