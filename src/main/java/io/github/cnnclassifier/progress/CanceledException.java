
package io.github.cnnclassifier.progress;

/** The user asked a running computation to stop. Not an error. */
public class CanceledException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Says only that the run was canceled. */
	public CanceledException() {
		super("Canceled.");
	}
}
