
package io.github.cnnclassifier.workflow.fetch;

/** One address did not give a file; the next one may. */
final class DownloadFailed extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * @param reason words that follow the address and a colon
	 * @param cause may be null
	 */
	DownloadFailed(final String reason, final Throwable cause) {
		super(reason, cause);
	}
}
