
package io.github.cnnclassifier.tuning;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * How long a study may take. Whichever limit is reached first ends it.
 *
 * @param minutes from its begin; 0 for no limit
 * @param trials trainings of any length; 0 for no limit
 */
public record Budget(double minutes, int trials) {

	private static final double SECONDS = 60;

	/** @throws WrongUsage if a number is below 0, or both are 0 */
	public Budget {
		if (!(minutes >= 0) || minutes > 1e6) throw new WrongUsage(
			"Expected minutes from 0 (no limit) to 1000000, found " + minutes + ".");
		if (trials < 0 || trials > 100_000) throw new WrongUsage(
			"Expected trials from 0 (no limit) to 100000, found " + trials + ".");
		if (minutes == 0 && trials == 0) throw new WrongUsage(
			"Expected a limit for the search, found minutes=0 and trials=0. Set one " +
				"of them above 0.");
	}

	/** @return infinite if there is no limit */
	double seconds() {
		return minutes == 0 ? Double.POSITIVE_INFINITY : minutes * SECONDS;
	}

	/** @return the largest number if there is no limit */
	int most() {
		return trials == 0 ? Integer.MAX_VALUE : trials;
	}

	/** @return such as "20 minutes" or "30 trials" */
	@Override
	public String toString() {
		final String time = Digits.text(minutes) + (minutes == 1 ? " minute"
			: " minutes");
		final String count = trials + (trials == 1 ? " trial" : " trials");
		if (minutes == 0) return count;
		return trials == 0 ? time : time + " or " + count +
			", whichever is over first";
	}
}
