
package io.github.cnnclassifier.workflow.label;

/**
 * How far the features are, which every prediction, proposal and group needs.
 * Labels can be given at any time.
 *
 * @param kind what is the case
 * @param done how many crops are done, with those that cannot be read
 * @param total of crops
 * @param reason why it failed, for the user; empty unless it did
 */
public record FeatureStage(Kind kind, int done, int total, String reason) {

	/** What is the case. */
	public enum Kind {
			/** They are being computed. */
			RUNNING,
			/** All are there. */
			READY,
			/** Somebody stopped it; it can be begun again and keeps what it has. */
			CANCELED,
			/** It cannot be done, for instance as there is too little memory. */
			FAILED
	}
}
