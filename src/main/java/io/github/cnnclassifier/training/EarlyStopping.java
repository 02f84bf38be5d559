
package io.github.cnnclassifier.training;

/**
 * Remembers the best epoch and tells when waiting for a better one has been in
 * vain. Not thread-safe.
 */
final class EarlyStopping {

	private final int patienceEpochs;
	private int bestEpoch;
	private double lowestCost = Double.POSITIVE_INFINITY;
	private int lastEpoch;

	/** @param patienceEpochs epochs without improvement that are waited for */
	EarlyStopping(final int patienceEpochs) {
		this.patienceEpochs = patienceEpochs;
	}

	/**
	 * @param epoch 1-based, counting up
	 * @param cost finite; the lower, the better
	 * @return whether this epoch is the best so far; equal is not better
	 */
	boolean isBetter(final int epoch, final double cost) {
		lastEpoch = epoch;
		if (!(cost < lowestCost)) return false;
		lowestCost = cost;
		bestEpoch = epoch;
		return true;
	}

	/** @return whether the patience is used up */
	boolean shouldStop() {
		return lastEpoch - bestEpoch >= patienceEpochs;
	}

	/** @return the 1-based best epoch, 0 before the first */
	int bestEpoch() {
		return bestEpoch;
	}
}
