
package io.github.cnnclassifier.workflow;

import io.github.cnnclassifier.failure.WrongUsage;

/** What becomes of a result that an earlier run has left. */
public enum Existing {

		/** It is an error. */
		REFUSED,

		/** It is continued if it is of the same model and settings. */
		CONTINUED,

		/** It is replaced when the new one is whole. */
		REPLACED;

	/**
	 * @param resume whether it shall be continued
	 * @param overwrite whether it may be replaced
	 * @return what becomes of it
	 * @throws WrongUsage if both are wanted
	 */
	public static Existing of(final boolean resume, final boolean overwrite) {
		if (resume && overwrite) throw new WrongUsage("Expected resume=true, " +
			"which continues a table, or overwrite=true, which starts anew, found " +
			"both. Leave one of them out.");
		if (resume) return CONTINUED;
		return overwrite ? REPLACED : REFUSED;
	}
}
