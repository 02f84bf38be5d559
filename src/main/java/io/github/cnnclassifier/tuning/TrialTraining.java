
package io.github.cnnclassifier.tuning;

import java.io.IOException;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/** Trains with the settings of a trial and judges what came of it. */
public interface TrialTraining {

	/**
	 * What was learned.
	 *
	 * @param score on images that were not learned from, never on the test side
	 * @param curve the epochs
	 * @param whole false if it was stopped on the way
	 */
	record Learned(Score score, List<EpochFigures> curve, boolean whole) {
	}

	/**
	 * @param setting any of the space
	 * @param share of a whole training
	 * @return about how much work it is, in any unit; 0 if that cannot be told
	 */
	double work(Setting setting, double share);

	/**
	 * @param trial what to train
	 * @param progress shows, and stops it when the time is over
	 * @return what was learned
	 * @throws UserFailure if these settings cannot be trained
	 * @throws CanceledException if it was stopped before there was anything
	 * @throws IOException if the disk fails
	 */
	Learned train(Trial trial, Progress progress) throws IOException;
}
