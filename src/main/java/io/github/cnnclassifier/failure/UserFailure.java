
package io.github.cnnclassifier.failure;

/**
 * Something went wrong that the user can understand and mend.
 * <p>
 * The message is complete and stands alone: what was expected, what was
 * received, what to do. Whoever shows it shows no stack trace. Programming
 * errors are never reported this way. What a file put into the message is made
 * legible, and a message of more than 4,000 characters loses its middle.
 */
public class UserFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** @param message complete sentences for the user, never null */
	public UserFailure(final String message) {
		super(Legible.message(message));
	}

	/**
	 * @param message complete sentences for the user, never null
	 * @param cause kept for the log, not shown; may be null
	 */
	public UserFailure(final String message, final Throwable cause) {
		super(Legible.message(message), cause);
	}
}
