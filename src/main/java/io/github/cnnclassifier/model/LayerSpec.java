
package io.github.cnnclassifier.model;

import java.util.List;

/**
 * One layer of an architecture, as data. All layers work on N,C,H,W until
 * {@link Flatten} or {@link GlobalAveragePool}, on N,F after it. Between
 * {@link SplitChannels} and {@link JoinChannels} each channel goes its way as
 * if it were a sample of its own.
 */
public sealed

interface LayerSpec {

	/**
	 * A two-dimensional convolution with zero padding.
	 *
	 * @param filters output channels
	 * @param kernel side of the square kernel in pixels, odd
	 * @param stride in pixels
	 * @param padding pixels added on each side
	 * @param bias whether a bias is added; pointless before batch-norm
	 */
	record Conv(int filters, int kernel, int stride, int padding, boolean bias)
			implements
				LayerSpec
	{
	}

	/** Batch normalisation per channel (Ioffe and Szegedy, 2015). */
	record BatchNorm() implements LayerSpec {

		/** Added to the variance before its square root is taken. */
		public static final double EPSILON = 1e-5;
	}

	/**
	 * A two-dimensional convolution of each channel by itself, with zero padding:
	 * one kernel for each channel and as many channels out as in.
	 *
	 * @param kernel side of the square kernel in pixels, odd
	 * @param stride in pixels
	 * @param padding pixels added on each side
	 * @param bias whether a bias is added; pointless before batch-norm
	 */
	record DepthwiseConv(int kernel, int stride, int padding, boolean bias)
			implements
				LayerSpec
	{
	}

	/** What is done to each value by itself, between layers with weights. */
	sealed

	interface Activation extends LayerSpec {}

	/** max(0, x). */
	record Relu() implements Activation {
	}

	/**
	 * x above 0, else slope x.
	 *
	 * @param slope 0 to below 1
	 */
	record LeakyRelu(double slope) implements Activation {
	}

	/** x above 0, else exp(x) - 1 (Clevert et al., 2016). */
	record Elu() implements Activation {
	}

	/**
	 * x times the normal distribution function of x, in the usual form with tanh:
	 * x / 2 (1 + tanh({@link #A} (x + {@link #B} x^3))) (Hendrycks and Gimpel,
	 * 2016).
	 */
	record Gelu() implements Activation {

		/** sqrt(2 / pi). */
		public static final double A = Math.sqrt(2 / Math.PI);
		/** Of the cubic term. */
		public static final double B = 0.044715;
	}

	/** x / (1 + exp(-x)), also called swish. */
	record Silu() implements Activation {
	}

	/**
	 * Maximum over windows, no padding; a rest smaller than a stride is dropped.
	 *
	 * @param size side of the window in pixels
	 * @param stride in pixels
	 */
	record MaxPool(int size, int stride) implements LayerSpec {
	}

	/**
	 * Mean over windows, no padding; a rest smaller than a stride is dropped.
	 *
	 * @param size side of the window in pixels
	 * @param stride in pixels
	 */
	record AveragePool(int size, int stride) implements LayerSpec {
	}

	/**
	 * Sets values to 0 while training and scales the others up (inverted
	 * dropout); does nothing when predicting.
	 *
	 * @param rate the share of values set to 0, 0 to below 1
	 */
	record Dropout(double rate) implements LayerSpec {
	}

	/** The mean of each channel: C,H,W becomes C. */
	record GlobalAveragePool() implements LayerSpec {
	}

	/** C,H,W becomes one axis, in that order. */
	record Flatten() implements LayerSpec {
	}

	/**
	 * N,C,H,W becomes N*C,1,H,W: the channels of the first sample in stored
	 * order, then those of the second. What follows does the same with every
	 * channel, whatever their number; a batch-norm takes its statistics over all
	 * of them.
	 */
	record SplitChannels() implements LayerSpec {
	}

	/**
	 * N*C,F becomes N,C*F: the features of the first channel, then those of the
	 * second and so on. Brings together what {@link SplitChannels} parted.
	 */
	record JoinChannels() implements LayerSpec {
	}

	/**
	 * A fully connected layer.
	 *
	 * @param units outputs; 0 stands for the number of classes, in the last layer
	 */
	record Dense(int units) implements LayerSpec {
	}

	/**
	 * relu(body(x) + shortcut(x)) after He et al., 2016, or without the relu, as
	 * in Sandler et al., 2018. The shortcut is x itself where the body keeps the
	 * shape, else a 1x1 convolution without bias and a batch-norm.
	 *
	 * @param body convolutions, batch-norms, activations and dropout; not nested
	 * @param rectified whether a relu follows the sum
	 */
	record Residual(List<LayerSpec> body, boolean rectified)
			implements
				LayerSpec
	{

		/** Copies the list. */
		public Residual {
			body = List.copyOf(body);
		}

		/**
		 * With a relu after the sum.
		 *
		 * @param body convolutions, batch-norms, activations and dropout
		 */
		public Residual(final List<LayerSpec> body) {
			this(body, true);
		}
	}
}
