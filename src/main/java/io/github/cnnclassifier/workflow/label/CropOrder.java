
package io.github.cnnclassifier.workflow.label;

/**
 * How crops are sorted. Equal ones stay in the order of their source, and crops
 * that cannot be read come last.
 */
public enum CropOrder {

		/** As in the source. */
		SOURCE,

		/**
		 * By the class that is shown, in the order of the classes; in each the
		 * confirmed ones first, then from sure to unsure; those without a class
		 * behind all.
		 */
		CLASS,

		/** From the surest prediction to the least sure, then confirmed ones. */
		CONFIDENCE,

		/** From the largest doubt to the least, then confirmed ones. */
		DOUBT,

		/** Alike ones beside each other. */
		ALIKE
}
