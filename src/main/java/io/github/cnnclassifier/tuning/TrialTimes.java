
package io.github.cnnclassifier.tuning;

import java.util.List;

/** How long trials will take, by those that were made. */
final class TrialTimes {

	private final List<FinishedTrial> done;
	private final TrialTraining training;

	TrialTimes(final List<FinishedTrial> done, final TrialTraining training) {
		this.done = done.stream().filter(FinishedTrial::isFinished).toList();
		this.training = training;
	}

	/** @return seconds; 0 if nobody can tell */
	double expected(final Setting setting, final double share) {
		final double[] same = done.stream().filter(t -> t.trial().setting().equals(
			setting) && t.trial().share() == share).mapToDouble(t -> t.result()
				.seconds()).toArray();
		// the first training of all also reads the images and warms up
		return same.length > 0 ? same[same.length - 1] : training.work(setting,
			share) * secondsOfWork();
	}

	/** @return the median */
	private double secondsOfWork() {
		final double[] rates = done.stream().mapToDouble(this::rate).filter(
			rate -> rate > 0).sorted().toArray();
		return rates.length == 0 ? 0 : rates[rates.length / 2];
	}

	private double rate(final FinishedTrial trial) {
		final double work = training.work(trial.trial().setting(), trial.trial()
			.share());
		return work > 0 ? trial.result().seconds() / work : 0;
	}
}
