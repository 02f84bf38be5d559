
package io.github.cnnclassifier.engine.dl4j;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/**
 * Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and
 * Hutter, 2019), in Java: plain loops over heap arrays, which the Java compiler
 * vectorizes, are faster than the native operation and two copies together.
 */
final class AdamSteps {

	/**
	 * Added and taken away again, which turns what is far below it into 0: the
	 * averages of a gradient that has become 0 would shrink to subnormal numbers,
	 * with which processors are a hundred times slower.
	 */
	private static final float TINY = 1e-30f;

	private final List<Parameter> parameters;
	private final AdamW settings;
	private final float[][] means;
	private final float[][] squares;
	private final float[] gradient;

	/** @param parameters those that are learned */
	AdamSteps(final List<Parameter> parameters, final AdamW settings) {
		this.parameters = parameters;
		this.settings = settings;
		means = new float[parameters.size()][];
		squares = new float[parameters.size()][];
		int largest = 0;
		for (int i = 0; i < means.length; i++) {
			final int size = parameters.get(i).values().length;
			means[i] = new float[size];
			squares[i] = new float[size];
			largest = Math.max(largest, size);
		}
		gradient = new float[largest];
	}

	/** @return copies, by the names that the optimiser gives them */
	Map<String, Weights> moments() {
		final Map<String, Weights> moments = new LinkedHashMap<>();
		final Iterator<String> names = settings.moments().iterator();
		for (final float[][] moment : List.of(means, squares)) {
			final List<Tensor> tensors = new ArrayList<>();
			for (int i = 0; i < moment.length; i++)
				tensors.add(parameters.get(i).stored(moment[i]));
			moments.put(names.next(), new Weights(tensors));
		}
		return moments;
	}

	/** @param moments of this optimiser and these parameters; copied */
	void setMoments(final Map<String, Weights> moments) {
		final Iterator<String> names = settings.moments().iterator();
		for (final float[][] moment : List.of(means, squares)) {
			final Weights given = moments.get(names.next());
			for (int i = 0; i < moment.length; i++)
				moment[i] = parameters.get(i).inNativeOrder(given.get(parameters.get(i)
					.name()));
		}
	}

	/**
	 * Changes all parameters by their gradients.
	 *
	 * @param steps of the run, this one included
	 */
	void step(final long steps, final double learningRate) {
		final float rate = (float) (learningRate * Math.sqrt(1 - Math.pow(settings
			.squareDecay(), steps)) / (1 - Math.pow(settings.meanDecay(), steps)));
		for (int i = 0; i < means.length; i++) {
			final Parameter p = parameters.get(i);
			p.readGradient(gradient);
			final float kept = p.decays() ? (float) (1 - learningRate * settings
				.weightDecay()) : 1;
			update(p.values(), gradient, means[i], squares[i], rate, kept);
			p.publish();
		}
	}

	private void update(final float[] values, final float[] gradient,
		final float[] mean, final float[] square, final float rate,
		final float kept)
	{
		final float b1 = (float) settings.meanDecay();
		final float b2 = (float) settings.squareDecay();
		final float epsilon = (float) settings.epsilon();
		final float c1 = 1 - b1;
		final float c2 = 1 - b2;
		for (int i = 0; i < values.length; i++) {
			final float g = gradient[i];
			final float m = b1 * mean[i] + c1 * g + TINY - TINY;
			final float v = b2 * square[i] + c2 * g * g + TINY - TINY;
			mean[i] = m;
			square[i] = v;
			values[i] = values[i] * kept - rate * m / ((float) Math.sqrt(v) +
				epsilon);
		}
	}
}
