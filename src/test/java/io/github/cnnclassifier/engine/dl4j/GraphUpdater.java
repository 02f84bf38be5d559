
package io.github.cnnclassifier.engine.dl4j;

import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * An optimiser of a graph with one or more running averages for each weight,
 * where Deeplearning4j's own computes something else: it has the learning rate
 * inside of the momentum, a mean square that does not begin with 0, and Adam's
 * epsilon before the mean square is corrected.
 */
abstract class GraphUpdater implements IUpdater {

	private static final long serialVersionUID = 1L;

	private final LearningRate rate;
	private final int averages;

	/** @param averages of each weight */
	GraphUpdater(final LearningRate rate, final int averages) {
		this.rate = rate;
		this.averages = averages;
	}

	/**
	 * Makes the gradient what is taken away from the weights.
	 *
	 * @param gradient is changed
	 * @param averages are changed; each of the same length
	 * @param step of the run, 1-based
	 */
	abstract void apply(INDArray gradient, INDArray[] averages,
		double learningRate, int step);

	@Override
	public long stateSize(final long parameters) {
		return averages * parameters;
	}

	@Override
	public GradientUpdater<GraphUpdater> instantiate(final INDArray view,
		final boolean initialize)
	{
		if (initialize) view.assign(0);
		return new Steps(view);
	}

	@Override
	public GradientUpdater<GraphUpdater> instantiate(
		final Map<String, INDArray> state, final boolean initialize)
	{
		throw new UnsupportedOperationException("only graphs use it");
	}

	/** Every layer follows the one learning rate, and nothing else changes. */
	@Override
	public IUpdater clone() {
		return this;
	}

	@Override
	public double getLearningRate(final int iteration, final int epoch) {
		return rate.valueAt(iteration, epoch);
	}

	@Override
	public boolean hasLearningRate() {
		return true;
	}

	@Override
	public void setLrAndSchedule(final double value, final ISchedule schedule) {
		throw new UnsupportedOperationException("the rate comes with each step");
	}

	@Override
	public boolean equals(final Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	private final class Steps implements GradientUpdater<GraphUpdater> {

		private final INDArray[] views = new INDArray[averages];

		private Steps(final INDArray view) {
			final INDArray row = view.reshape(view.length());
			final long size = view.length() / averages;
			for (int i = 0; i < averages; i++)
				views[i] = row.get(NDArrayIndex.interval(i * size, (i + 1) * size));
		}

		@Override
		public GraphUpdater getConfig() {
			return GraphUpdater.this;
		}

		@Override
		public void applyUpdater(final INDArray gradient, final int iteration,
			final int epoch)
		{
			apply(gradient.reshape(gradient.length()), views, getLearningRate(
				iteration, epoch), iteration + 1);
		}

		@Override
		public void setState(final Map<String, INDArray> state,
			final boolean initialize)
		{
			throw new UnsupportedOperationException("the state is a view");
		}

		@Override
		public Map<String, INDArray> getState() {
			return Map.of("averages", views[0]);
		}

		@Override
		public void setStateViewArray(final INDArray view, final long[] shape,
			final char order, final boolean initialize)
		{
			throw new UnsupportedOperationException("the state is a view");
		}
	}
}
