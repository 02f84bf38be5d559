
package io.github.cnnclassifier.failure;

import java.util.List;

/**
 * Something went wrong that the user can understand and mend.
 * <p>
 * The message is complete and stands alone: what was expected, what was
 * received, what to do. Whoever shows it shows no stack trace. Programming
 * errors are never reported this way. What a file put into the message is made
 * legible, and a message of more than 4,000 characters loses its middle. Where
 * one change of the inputs would do, the failure knows it.
 */
public class UserFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Mend> mends;

	/** @param message complete sentences for the user, never null */
	public UserFailure(final String message) {
		this(message, List.of());
	}

	/**
	 * @param message complete sentences for the user, never null
	 * @param mends what would mend it, the safest first; copied
	 */
	public UserFailure(final String message, final List<Mend> mends) {
		super(Legible.message(message));
		this.mends = List.copyOf(mends);
	}

	/**
	 * @param message complete sentences for the user, never null
	 * @param cause kept for the log, not shown; may be null
	 */
	public UserFailure(final String message, final Throwable cause) {
		super(Legible.message(message), cause);
		mends = List.of();
	}

	/** @return changes of one input each that would mend it; may be empty */
	public List<Mend> mends() {
		return mends;
	}
}
