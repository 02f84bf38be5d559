
package io.github.cnnclassifier.archive;

/**
 * A model file that cannot be used. {@link ModelArchive} adds the name of the
 * file and hands it on as a failure for the user.
 */
final class InvalidModel extends Exception {

	private static final long serialVersionUID = 1L;

	/** @param reason complete sentences, with what to do */
	InvalidModel(final String reason) {
		super(reason);
	}

	InvalidModel(final String reason, final Throwable cause) {
		super(reason, cause);
	}

	/**
	 * A content that our writer never makes.
	 *
	 * @param found with or without a full stop
	 */
	static InvalidModel damaged(final String entry, final String found) {
		return new InvalidModel("Its part " + entry + " is damaged: " + found
			.replaceFirst("\\.$", "") +
			". Get the file again from where it came from.");
	}
}
