
package io.github.cnnclassifier.tuning;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A trial and what came of it.
 *
 * @param trial what was tried
 * @param result what came of it
 */
public record FinishedTrial(Trial trial, TrialResult result) {

	/** @return what these have tried */
	static Set<Setting> settings(final List<FinishedTrial> trials) {
		return trials.stream().map(t -> t.trial().setting()).collect(Collectors
			.toSet());
	}

	/** @return whether it ended as planned */
	public boolean isFinished() {
		return result.status() == TrialResult.Status.FINISHED;
	}

	/** @return whether it has a score, of whatever length of training */
	public boolean hasScore() {
		return result.score() != null;
	}

	/** @return whether the time was over before its end */
	boolean isCut() {
		return result.status() == TrialResult.Status.CUT;
	}

	boolean is(final Trial.Purpose purpose) {
		return trial.purpose() == purpose;
	}
}
