
package io.github.cnnclassifier.workflow.models;

import io.github.cnnclassifier.failure.UserFailure;

/** Another file has that name already. */
public final class NameTaken extends UserFailure {

	private static final long serialVersionUID = 1L;

	private final String free;

	/**
	 * @param taken the name
	 * @param free one that nobody has
	 */
	NameTaken(final String taken, final String free) {
		super("There is a file '" + taken + "' in that folder already. '" + free +
			"' is free.");
		this.free = free;
	}

	/** @return a name that is free, with its ending */
	public String free() {
		return free;
	}
}
