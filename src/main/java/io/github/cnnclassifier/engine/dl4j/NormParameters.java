
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.model.NetworkPlan.Step;

/**
 * The parameters of a batch-norm, one value per channel.
 *
 * @param scale learned factor
 * @param shift learned summand
 * @param mean running mean
 * @param variance running variance
 */
record NormParameters(Parameter scale, Parameter shift, Parameter mean,
		Parameter variance)
{

	static NormParameters of(final Step step, final Parameters all) {
		return new NormParameters(all.get(step, "scale"), all.get(step, "shift"),
			all.get(step, "mean"), all.get(step, "variance"));
	}
}
