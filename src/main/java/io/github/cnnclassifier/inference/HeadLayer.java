
package io.github.cnnclassifier.inference;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.Activation;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.Weights;

/**
 * A layer of the end of a network, on one sample in double precision. Where
 * channels go apart, their rows lie one after the other.
 */
interface HeadLayer {

	/**
	 * @param in only read
	 * @return the layer's output; may be the same array
	 */
	double[] forward(double[] in);

	/**
	 * @param in what {@link #forward} got
	 * @param gradient with respect to the output
	 * @return with respect to the input; may be the same array
	 */
	double[] backward(double[] in, double[] gradient);

	/**
	 * @param step of a network
	 * @param weights of the network
	 * @return empty if it is a layer that does not occur here
	 */
	static Optional<HeadLayer> of(final Step step, final Weights weights) {
		final LayerSpec layer = step.layer();
		if (layer instanceof Flatten || layer instanceof JoinChannels ||
			layer instanceof Dropout) return Optional.of(new Same());
		if (layer instanceof Dense) return Optional.of(new Product(weights.get(step
			.name() + ".weight").data(), weights.get(step.name() + ".bias").data(),
			step.rows()));
		if (layer instanceof GlobalAveragePool) return Optional.of(new Means(step
			.input().get(1) * step.input().get(2)));
		if (layer instanceof final MaxPool p) return Optional.of(new Windows(step, p
			.size(), p.stride(), true));
		if (layer instanceof final AveragePool p) return Optional.of(new Windows(
			step, p.size(), p.stride(), false));
		if (layer instanceof final Activation a) return HeadActivation.of(a)
			.<HeadLayer> map(f -> new Each(f.function(), f.slope()));
		return Optional.empty();
	}

	/** Values stay where they are. */
	record Same() implements HeadLayer {

		@Override
		public double[] forward(final double[] in) {
			return in;
		}

		@Override
		public double[] backward(final double[] in, final double[] gradient) {
			return gradient;
		}
	}

	/** Each value by itself. */
	record Each(DoubleUnaryOperator function, DoubleUnaryOperator slope)
			implements
				HeadLayer
	{

		@Override
		public double[] forward(final double[] in) {
			final double[] out = new double[in.length];
			for (int i = 0; i < out.length; i++)
				out[i] = function.applyAsDouble(in[i]);
			return out;
		}

		@Override
		public double[] backward(final double[] in, final double[] gradient) {
			final double[] back = new double[in.length];
			for (int i = 0; i < back.length; i++)
				back[i] = gradient[i] * slope.applyAsDouble(in[i]);
			return back;
		}
	}

	/**
	 * A dense layer.
	 *
	 * @param weight in,out
	 * @param bias out
	 * @param rows that go through it
	 */
	record Product(float[] weight, float[] bias, int rows) implements HeadLayer {

		@Override
		public double[] forward(final double[] in) {
			final int inputs = in.length / rows;
			final int outputs = bias.length;
			final double[] out = new double[rows * outputs];
			for (int i = 0; i < out.length; i++)
				out[i] = bias[i % outputs];
			for (int i = 0; i < in.length; i++) {
				// behind a relu many are 0
				if (in[i] == 0) continue;
				final int first = i % inputs * outputs;
				final int row = i / inputs * outputs;
				for (int o = 0; o < outputs; o++)
					out[row + o] += in[i] * weight[first + o];
			}
			return out;
		}

		@Override
		public double[] backward(final double[] in, final double[] gradient) {
			final int inputs = in.length / rows;
			final int outputs = bias.length;
			final double[] back = new double[in.length];
			for (int i = 0; i < back.length; i++) {
				final int first = i % inputs * outputs;
				final int row = i / inputs * outputs;
				for (int o = 0; o < outputs; o++)
					back[i] += gradient[row + o] * weight[first + o];
			}
			return back;
		}
	}

	/**
	 * The mean of each channel.
	 *
	 * @param area of a channel
	 */
	record Means(int area) implements HeadLayer {

		@Override
		public double[] forward(final double[] in) {
			final double[] out = new double[in.length / area];
			for (int i = 0; i < in.length; i++)
				out[i / area] += in[i] / area;
			return out;
		}

		@Override
		public double[] backward(final double[] in, final double[] gradient) {
			final double[] back = new double[in.length];
			for (int i = 0; i < back.length; i++)
				back[i] = gradient[i / area] / area;
			return back;
		}
	}

	/**
	 * The maximum or mean of each window.
	 *
	 * @param step of the network
	 * @param size side of a window
	 * @param stride from window to window
	 * @param maximum else the mean
	 */
	record Windows(Step step, int size, int stride, boolean maximum)
			implements
				HeadLayer
	{

		@Override
		public double[] forward(final double[] in) {
			final double[] out = new double[outputs(in)];
			for (int i = 0; i < out.length; i++) {
				if (maximum) out[i] = in[highest(in, i)];
				else for (int k = 0; k < size * size; k++)
					out[i] += in[place(i, k)] / (size * size);
			}
			return out;
		}

		@Override
		public double[] backward(final double[] in, final double[] gradient) {
			final double[] back = new double[in.length];
			for (int i = 0; i < gradient.length; i++) {
				if (maximum) back[highest(in, i)] += gradient[i];
				else for (int k = 0; k < size * size; k++)
					back[place(i, k)] += gradient[i] / (size * size);
			}
			return back;
		}

		private int outputs(final double[] in) {
			return in.length / (step.input().get(1) * step.input().get(2)) * step
				.output().get(1) * step.output().get(2);
		}

		/** The first of equals. */
		private int highest(final double[] in, final int output) {
			int best = place(output, 0);
			for (int k = 1; k < size * size; k++) {
				final int place = place(output, k);
				if (in[place] > in[best]) best = place;
			}
			return best;
		}

		/** The k-th input of the window of an output. */
		private int place(final int output, final int k) {
			final int height = step.input().get(1);
			final int width = step.input().get(2);
			final int columns = step.output().get(2);
			final int area = columns * step.output().get(1);
			final int y = output % area / columns * stride + k / size;
			final int x = output % columns * stride + k % size;
			return (output / area * height + y) * width + x;
		}
	}
}
