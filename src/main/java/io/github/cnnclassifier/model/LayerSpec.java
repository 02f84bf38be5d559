
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

	/** max(0, x). */
	record Relu() implements LayerSpec {
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
	 * relu(body(x) + shortcut(x)) after He et al., 2016. The shortcut is x itself
	 * where the body keeps the shape, else a 1x1 convolution without bias and a
	 * batch-norm.
	 *
	 * @param body convolutions, batch-norms and activations; not nested
	 */
	record Residual(List<LayerSpec> body) implements LayerSpec {

		/** Copies the list. */
		public Residual {
			body = List.copyOf(body);
		}
	}
}
