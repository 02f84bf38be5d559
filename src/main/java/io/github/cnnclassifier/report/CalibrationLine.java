
package io.github.cnnclassifier.report;

import io.github.cnnclassifier.evaluation.CalibrationError;

/** The one line about confidence that scripts may rely on. */
public final class CalibrationLine {

	private CalibrationLine() {}

	/**
	 * @param error to show
	 * @return {@code calibration_error=0.0123 low=0.0102 high=0.0201
	 *         by_chance=0.0110}, without line end
	 */
	public static String of(final CalibrationError error) {
		return "calibration_error=" + Decimals.four(error.value()) + " low=" +
			Decimals.four(error.interval().low()) + " high=" + Decimals.four(error
				.interval().high()) + " by_chance=" + Decimals.four(error.byChance());
	}
}
