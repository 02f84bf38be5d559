
package io.github.cnnclassifier.failure;

/**
 * A model file is not there, or cannot be used. Where somebody is there to ask,
 * another one may be.
 */
public class UnusableModel extends UserFailure {

	private static final long serialVersionUID = 1L;

	private final String model;

	/**
	 * @param message what is wrong with it, and what to do
	 * @param model the file as it was named
	 */
	public UnusableModel(final String message, final String model) {
		super(message);
		this.model = model;
	}

	/**
	 * @param message what is wrong with it, and what to do
	 * @param model the file as it was named
	 * @param cause kept for the log, not shown
	 */
	public UnusableModel(final String message, final String model,
		final Throwable cause)
	{
		super(message, cause);
		this.model = model;
	}

	/** @return the file as it was named */
	public String model() {
		return model;
	}
}
