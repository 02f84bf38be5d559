
package io.github.cnnclassifier.engine.dl4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/**
 * The steps of an optimiser over all learned parameters, in Java: plain loops
 * over heap arrays, which the Java compiler vectorizes, are faster than native
 * operations and two copies together.
 */
final class OptimizerSteps {

	private final List<Parameter> parameters;
	private final Optimizer settings;
	private final UpdateRule rule;
	/** Of each moment, in the order of its names, one array per parameter. */
	private final float[][][] moments;
	private final float[] gradient;

	/** @param parameters those that are learned */
	OptimizerSteps(final List<Parameter> parameters, final Optimizer settings) {
		this.parameters = parameters;
		this.settings = settings;
		rule = UpdateRule.of(settings);
		moments = new float[settings.moments().size()][parameters.size()][];
		int largest = 0;
		for (int i = 0; i < parameters.size(); i++) {
			final int size = parameters.get(i).values().length;
			for (final float[][] moment : moments)
				moment[i] = new float[size];
			largest = Math.max(largest, size);
		}
		gradient = new float[largest];
	}

	/** @return copies, by the names that the optimiser gives them */
	Map<String, Weights> moments() {
		final Map<String, Weights> named = new LinkedHashMap<>();
		for (int m = 0; m < moments.length; m++) {
			final List<Tensor> tensors = new ArrayList<>();
			for (int i = 0; i < parameters.size(); i++)
				tensors.add(parameters.get(i).stored(moments[m][i]));
			named.put(settings.moments().get(m), new Weights(tensors));
		}
		return named;
	}

	/** @param given of this optimiser and these parameters; copied */
	void setMoments(final Map<String, Weights> given) {
		for (int m = 0; m < moments.length; m++) {
			final Weights moment = given.get(settings.moments().get(m));
			for (int i = 0; i < parameters.size(); i++)
				moments[m][i] = parameters.get(i).inNativeOrder(moment.get(parameters
					.get(i).name()));
		}
	}

	/**
	 * Changes all parameters by their gradients.
	 *
	 * @param steps of the run, this one included
	 */
	void step(final long steps, final double learningRate) {
		final double decay = settings.weightDecay();
		final boolean decoupled = settings instanceof AdamW;
		for (int i = 0; i < parameters.size(); i++) {
			final Parameter p = parameters.get(i);
			p.readGradient(gradient);
			if (!decoupled && decay > 0 && p.decays()) addPenalty(p.values(),
				(float) decay);
			final float kept = decoupled && p.decays() ? (float) (1 - learningRate *
				decay) : 1;
			rule.update(p.values(), gradient, momentsOf(i), new UpdateRule.Step(steps,
				learningRate, kept));
			p.publish();
		}
	}

	private void addPenalty(final float[] values, final float share) {
		for (int i = 0; i < values.length; i++)
			gradient[i] += share * values[i];
	}

	private float[][] momentsOf(final int parameter) {
		final float[][] of = new float[moments.length][];
		for (int m = 0; m < of.length; m++)
			of[m] = moments[m][parameter];
		return of;
	}
}
