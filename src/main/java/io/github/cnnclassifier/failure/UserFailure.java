
package io.github.cnnclassifier.failure;

/**
 * Something went wrong that the user can understand and mend.
 * <p>
 * The message is complete and stands alone: what was expected, what was
 * received, what to do. Whoever shows it shows no stack trace. Programming
 * errors are never reported this way.
 */
public class UserFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** @param message complete sentences for the user, never null */
	public UserFailure(final String message) {
		super(message);
	}

	/**
	 * @param message complete sentences for the user, never null
	 * @param cause kept for the log, not shown; may be null
	 */
	public UserFailure(final String message, final Throwable cause) {
		super(message, cause);
	}
}
