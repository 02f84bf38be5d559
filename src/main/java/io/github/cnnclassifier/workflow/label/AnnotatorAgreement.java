
package io.github.cnnclassifier.workflow.label;

import java.util.List;

/**
 * How far two annotators agree on the crops that both have labeled.
 *
 * @param both how many crops both have labeled
 * @param onlyFirst how many the first one alone has labeled
 * @param onlySecond how many the second one alone has labeled
 * @param agreed how many of those of both have the same class
 * @param kappa after Cohen (1960): 1 for full agreement, 0 for that of chance;
 *          NaN if it is not defined, as when all are of one class
 * @param low of its interval at 95 %; NaN if not defined
 * @param high of its interval at 95 %; NaN if not defined
 * @param conflicts crops that they see differently, in the order of the first
 */
public record AnnotatorAgreement(int both, int onlyFirst, int onlySecond,
		int agreed, double kappa, double low, double high, List<Conflict> conflicts)
{

	/**
	 * A crop that two annotators see differently.
	 *
	 * @param crop its name, as in {@link Crop#name()}
	 * @param first the class that the first one gave
	 * @param second the class that the second one gave
	 */
	public record Conflict(String crop, String first, String second) {
	}

	/** Copies the conflicts. */
	public AnnotatorAgreement {
		conflicts = List.copyOf(conflicts);
	}
}
