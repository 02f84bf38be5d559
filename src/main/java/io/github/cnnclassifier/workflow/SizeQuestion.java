
package io.github.cnnclassifier.workflow;

/**
 * Asks what is meant by an image that is much larger than the training images:
 * most likely a field that shows many of what the classifier knows.
 */
@FunctionalInterface
public interface SizeQuestion {

	/** For macros, scripts and clusters: it is classified, with a warning. */
	SizeQuestion UNASKED = sizes -> Answer.WHOLE;

	/** What becomes of the image. */
	enum Answer {

			/** It gets one class, as asked for. */
			WHOLE,

			/** Its ROIs are to be classified instead. */
			REGIONS,

			/** It is to be mapped instead. */
			MAP,

			/** Nothing. */
			CANCEL
	}

	/**
	 * @param sizes of the image and of the training images, in words
	 * @return what to do; may take as long as a person thinks
	 */
	Answer ask(String sizes);
}
