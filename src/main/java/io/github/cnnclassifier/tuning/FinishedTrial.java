
package io.github.cnnclassifier.tuning;

/**
 * A trial and what came of it.
 *
 * @param trial what was tried
 * @param result what came of it
 */
public record FinishedTrial(Trial trial, TrialResult result) {

	/** @return whether it ended as planned */
	public boolean isFinished() {
		return result.status() == TrialResult.Status.FINISHED;
	}

	/** @return whether it has a score, of whatever length of training */
	public boolean hasScore() {
		return result.score() != null;
	}

	boolean is(final Trial.Purpose purpose) {
		return trial.purpose() == purpose;
	}
}
