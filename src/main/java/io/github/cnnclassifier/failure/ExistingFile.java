
package io.github.cnnclassifier.failure;

/**
 * A result would replace a file that exists already. Where somebody is there to
 * ask, the answer may allow it.
 */
public class ExistingFile extends UserFailure {

	private static final long serialVersionUID = 1L;

	/** @param message which file exists, and what to do */
	public ExistingFile(final String message) {
		super(message);
	}
}
