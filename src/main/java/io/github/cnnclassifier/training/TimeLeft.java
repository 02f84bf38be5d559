
package io.github.cnnclassifier.training;

/** How long a run will take yet, in words, from the epochs it has done. */
public final class TimeLeft {

	private static final double MINUTE = 60;
	private static final double HOUR = 60 * MINUTE;

	private TimeLeft() {}

	/**
	 * @param seconds that the epochs before took, with validation and saving
	 * @param done how many these were, at least 1
	 * @param left how many are to come if the run is not stopped early; may be a
	 *          part of one
	 * @return such as ", about 3 min left"; empty for less than a minute
	 */
	static String of(final double seconds, final int done, final double left) {
		return of(seconds / done * left);
	}

	/**
	 * @param seconds that are left if the run is not stopped early
	 * @return such as ", about 3 min left"; empty for less than a minute
	 */
	public static String of(final double seconds) {
		if (seconds < MINUTE) return "";
		if (seconds < 1.5 * HOUR) return ", about " + Math.round(seconds / MINUTE) +
			" min left";
		return ", about " + Math.round(seconds / HOUR) + " h left";
	}
}
