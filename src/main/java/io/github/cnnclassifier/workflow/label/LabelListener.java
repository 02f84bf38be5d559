
package io.github.cnnclassifier.workflow.label;

/**
 * Hears of what changes in a session. Called on any thread, never on the event
 * thread unless that is the one that made the change; must return at once and
 * must not throw. What changed is asked of the session.
 */
public interface LabelListener {

	/** Labels or classes have changed; undo and redo may have. */
	default void labelsChanged() {}

	/** The features are further, or ended; comes at most a few times a second. */
	default void featuresChanged() {}

	/** Predictions, order, proposals, groups and the forecast are fresh. */
	default void predictionsChanged() {}

	/** Labels came to the disk. */
	default void saved() {}

	/**
	 * Labels could not be written. They stay in the session and are tried again
	 * with the next one and on closing.
	 *
	 * @param reason complete sentences for the user
	 */
	default void saveFailed(final String reason) {}
}
