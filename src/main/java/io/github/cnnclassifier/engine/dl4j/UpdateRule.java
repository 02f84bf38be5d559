
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.engine.Optimizer.Adam;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.Optimizer.RmsProp;
import io.github.cnnclassifier.engine.Optimizer.Sgd;

/** How an optimiser changes the values of one parameter. */
interface UpdateRule {

	/**
	 * Added and taken away again, which turns what is far below it into 0: the
	 * averages of a gradient that has become 0 would shrink to subnormal numbers,
	 * with which processors are a hundred times slower.
	 */
	float TINY = 1e-30f;

	/**
	 * What is the same for all values of a parameter.
	 *
	 * @param number of the steps of the run, this one included
	 * @param learningRate above 0
	 * @param kept share of the values that decoupled weight decay leaves
	 */
	record Step(long number, double learningRate, float kept) {
	}

	/**
	 * @param values are changed
	 * @param gradient at least as long; only read
	 * @param moments of this parameter in the order of their names; are changed
	 */
	void update(float[] values, float[] gradient, float[][] moments, Step step);

	/** @return the rule of an optimiser */
	static UpdateRule of(final Optimizer optimizer) {
		if (optimizer instanceof final AdamW o) return new AdamRule(o.meanDecay(), o
			.squareDecay(), o.epsilon());
		if (optimizer instanceof final Adam o) return new AdamRule(o.meanDecay(), o
			.squareDecay(), o.epsilon());
		if (optimizer instanceof final Sgd o) return new SgdRule(o.momentum());
		if (optimizer instanceof final RmsProp o) return new RmsPropRule(o
			.squareDecay(), o.epsilon());
		throw new IllegalArgumentException(optimizer.toString());
	}
}
