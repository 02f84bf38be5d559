
package io.github.cnnclassifier.workflow.evaluate;

import java.util.List;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;

/** Images that a model has learned from are no test of it. */
final class TrainedImages {

	private TrainedImages() {}

	/**
	 * @param trained how many of the images were learned from, at least 1
	 * @param all how many images there are
	 * @param example name of one of the first
	 * @param wayOut what to do instead, a sentence
	 * @return says so, and how to insist
	 */
	static UserFailure refusal(final long trained, final int all,
		final String example, final String wayOut)
	{
		return new UserFailure("Expected images that the model has not learned " +
			"from, found " + trained + " of " + all +
			" that it, or a model it started from, was trained with, for instance '" +
			example +
			"': figures of these tell how well it remembers, not how good it is. " +
			wayOut + " With allowTrained=true they are evaluated nevertheless, and " +
			"the report says so.", List.of(Mend.of(
				"Evaluate them nevertheless (figures too good)", "allowTrained",
				"true")));
	}
}
