
package io.github.cnnclassifier.tuning;

import java.util.List;

import io.github.cnnclassifier.model.EpochFigures;

/**
 * What came of a trial.
 *
 * @param status how it ended
 * @param reason why it failed, or that it was cut short; empty for a finished
 *          one
 * @param score null if it failed, or was cut short before there was anything
 * @param seconds that it took
 * @param curve its epochs; empty if there is no score; copied
 * @param log what was told meanwhile; copied
 */
public record TrialResult(Status status, String reason, Score score,
		double seconds, List<EpochFigures> curve, List<String> log)
{

	/** How a trial can end. */
	public enum Status {

			/** As planned. */
			FINISHED("finished"),

			/** When the time was over, with what it had by then, if anything. */
			CUT("cut short"),

			/** Without a score, and would again. */
			FAILED("failed");

		private final String label;

		Status(final String label) {
			this.label = label;
		}

		/** @return a word for it */
		public String label() {
			return label;
		}
	}

	/** Copies the lists. */
	public TrialResult {
		curve = List.copyOf(curve);
		log = List.copyOf(log);
	}
}
