
package io.github.cnnclassifier.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cnnclassifier.model.LayerSpec.Activation;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Elu;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.Gelu;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.LeakyRelu;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.Silu;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.Weights;

/** One sample at a time through the layers of a plan. */
final class ReferenceNetwork {

	private final NetworkPlan plan;
	private final Weights weights;

	ReferenceNetwork(final NetworkPlan plan, final Weights weights) {
		this.plan = plan;
		this.weights = weights;
		weights.requireShapes(plan.parameters());
	}

	float[] predict(final float[] inputs, final int count) {
		final int size = plan.spec().input().size();
		final int classes = plan.spec().classes();
		final float[] all = new float[count * classes];
		for (int n = 0; n < count; n++) {
			final double[] x = new double[size];
			for (int i = 0; i < size; i++)
				x[i] = inputs[n * size + i];
			final double[] p = softmax(chain(plan.steps(), x));
			for (int i = 0; i < classes; i++)
				all[n * classes + i] = (float) p[i];
		}
		return all;
	}

	float[] features(final float[] inputs, final int count) {
		final int size = plan.spec().input().size();
		final int features = plan.featureCount();
		final float[] all = new float[count * features];
		for (int n = 0; n < count; n++) {
			final double[] x = new double[size];
			for (int i = 0; i < size; i++)
				x[i] = inputs[n * size + i];
			final double[] f = chain(plan.steps().subList(0, plan.steps().size() - 1),
				x);
			for (int i = 0; i < features; i++)
				all[n * features + i] = (float) f[i];
		}
		return all;
	}

	private double[] chain(final List<Step> steps, final double[] input) {
		double[] x = input;
		for (final Step step : steps)
			x = rows(step, x);
		return x;
	}

	/** Channels that go apart are rows one after the other. */
	private double[] rows(final Step step, final double[] x) {
		if (step.layer() instanceof SplitChannels || step
			.layer() instanceof JoinChannels) return x;
		final int size = x.length / step.rows();
		return IntStream.range(0, step.rows()).mapToObj(i -> step(step, Arrays
			.copyOfRange(x, i * size, (i + 1) * size))).flatMapToDouble(
				Arrays::stream).toArray();
	}

	private double[] row(final List<Step> steps, final double[] input) {
		double[] x = input;
		for (final Step step : steps)
			x = step(step, x);
		return x;
	}

	private double[] step(final Step s, final double[] x) {
		if (s.layer() instanceof final Conv c) return conv(s, c, x);
		if (s.layer() instanceof final DepthwiseConv c) return depthwise(s, c, x);
		if (s.layer() instanceof BatchNorm) return norm(s, x);
		if (s.layer() instanceof final Activation a) return activation(a, x);
		if (s.layer() instanceof final MaxPool p) return pool(s, p.size(), p
			.stride(), true, x);
		if (s.layer() instanceof final AveragePool p) return pool(s, p.size(), p
			.stride(), false, x);
		if (s.layer() instanceof GlobalAveragePool) return channelMeans(s, x);
		if (s.layer() instanceof Dense) return dense(s, x);
		if (s.layer() instanceof final Residual block) {
			final double[] sum = row(s.body(), x).clone();
			final double[] shortcut = row(s.shortcut(), x);
			for (int i = 0; i < sum.length; i++)
				sum[i] += shortcut[i];
			return block.rectified() ? relu(sum) : sum;
		}
		if (s.layer() instanceof Dropout || s.layer() instanceof Flatten) return x;
		throw new IllegalArgumentException(s.layer().toString());
	}

	private double[] conv(final Step s, final Conv c, final double[] x) {
		final float[] w = values(s, "weight");
		final float[] bias = c.bias() ? values(s, "bias") : new float[c.filters()];
		final int channels = s.input().get(0);
		final int h = s.input().get(1);
		final int width = s.input().get(2);
		final int outH = s.output().get(1);
		final int outW = s.output().get(2);
		final int k = c.kernel();
		final double[] y = new double[c.filters() * outH * outW];
		int i = 0;
		for (int o = 0; o < c.filters(); o++) {
			for (int oy = 0; oy < outH; oy++) {
				for (int ox = 0; ox < outW; ox++, i++) {
					double sum = bias[o];
					for (int ch = 0; ch < channels; ch++) {
						for (int ky = 0; ky < k; ky++) {
							final int iy = oy * c.stride() - c.padding() + ky;
							if (iy < 0 || iy >= h) continue;
							for (int kx = 0; kx < k; kx++) {
								final int ix = ox * c.stride() - c.padding() + kx;
								if (ix < 0 || ix >= width) continue;
								sum += w[((o * channels + ch) * k + ky) * k + kx] * x[(ch * h +
									iy) * width + ix];
							}
						}
					}
					y[i] = sum;
				}
			}
		}
		return y;
	}

	/** One channel at a time, by a convolution of one channel to one. */
	private double[] depthwise(final Step s, final DepthwiseConv c,
		final double[] x)
	{
		final float[] w = values(s, "weight");
		final int h = s.input().get(1);
		final int width = s.input().get(2);
		final int outH = s.output().get(1);
		final int outW = s.output().get(2);
		final int k = c.kernel();
		final double[] y = new double[s.output().get(0) * outH * outW];
		for (int i = 0; i < y.length; i++) {
			final int channel = i / (outH * outW);
			final int top = i / outW % outH * c.stride() - c.padding();
			final int left = i % outW * c.stride() - c.padding();
			if (c.bias()) y[i] = values(s, "bias")[channel];
			for (int j = 0; j < k * k; j++) {
				final int iy = top + j / k;
				final int ix = left + j % k;
				if (iy >= 0 && iy < h && ix >= 0 && ix < width) y[i] += w[channel * k *
					k + j] * x[(channel * h + iy) * width + ix];
			}
		}
		return y;
	}

	private static double[] activation(final Activation a, final double[] x) {
		return Arrays.stream(x).map(v -> {
			if (a instanceof Relu) return Math.max(0, v);
			if (a instanceof final LeakyRelu l) return v > 0 ? v : l.slope() * v;
			if (a instanceof Elu) return v > 0 ? v : Math.expm1(v);
			if (a instanceof Silu) return v / (1 + Math.exp(-v));
			if (a instanceof Gelu) return v / 2 * (1 + Math.tanh(Math.sqrt(2 /
				Math.PI) * (v + 0.044715 * v * v * v)));
			throw new IllegalArgumentException(a.toString());
		}).toArray();
	}

	private double[] norm(final Step s, final double[] x) {
		final float[] scale = values(s, "scale");
		final float[] shift = values(s, "shift");
		final float[] mean = values(s, "mean");
		final float[] variance = values(s, "variance");
		final int area = x.length / scale.length;
		final double[] y = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			final int c = i / area;
			y[i] = (x[i] - mean[c]) / Math.sqrt(variance[c] + BatchNorm.EPSILON) *
				scale[c] + shift[c];
		}
		return y;
	}

	private static double[] relu(final double[] x) {
		return Arrays.stream(x).map(v -> Math.max(0, v)).toArray();
	}

	private static double[] pool(final Step s, final int size, final int stride,
		final boolean max, final double[] x)
	{
		final int h = s.input().get(1);
		final int width = s.input().get(2);
		final int outH = s.output().get(1);
		final int outW = s.output().get(2);
		final double[] y = new double[s.output().get(0) * outH * outW];
		for (int i = 0; i < y.length; i++) {
			final int top = i / outW % outH * stride;
			final int left = i % outW * stride;
			final int start = i / (outH * outW) * h;
			double best = Double.NEGATIVE_INFINITY;
			double sum = 0;
			for (int dy = 0; dy < size; dy++) {
				for (int dx = 0; dx < size; dx++) {
					final double v = x[(start + top + dy) * width + left + dx];
					best = Math.max(best, v);
					sum += v;
				}
			}
			y[i] = max ? best : sum / (size * size);
		}
		return y;
	}

	private static double[] channelMeans(final Step s, final double[] x) {
		final double[] y = new double[s.output().get(0)];
		final int area = x.length / y.length;
		for (int i = 0; i < x.length; i++)
			y[i / area] += x[i] / area;
		return y;
	}

	private double[] dense(final Step s, final double[] x) {
		final float[] w = values(s, "weight");
		final float[] bias = values(s, "bias");
		final double[] y = new double[bias.length];
		for (int o = 0; o < y.length; o++) {
			y[o] = bias[o];
			for (int i = 0; i < x.length; i++)
				y[o] += x[i] * w[i * y.length + o];
		}
		return y;
	}

	private static double[] softmax(final double[] x) {
		final double best = Arrays.stream(x).max().getAsDouble();
		final double[] e = Arrays.stream(x).map(v -> Math.exp(v - best)).toArray();
		final double sum = Arrays.stream(e).sum();
		return Arrays.stream(e).map(v -> v / sum).toArray();
	}

	private float[] values(final Step s, final String parameter) {
		return weights.get(s.name() + "." + parameter).data();
	}
}
