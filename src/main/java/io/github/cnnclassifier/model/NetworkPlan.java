
package io.github.cnnclassifier.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.LayerSpec.Activation;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.LeakyRelu;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;

/**
 * An architecture worked out for one input shape: every layer with its name,
 * its shapes and its parameters. The engine, the ONNX graph, the parameter
 * count and the summary are all made from this one plan. An impossible
 * architecture is found here, before anything is built.
 * <p>
 * Names count each kind of layer: {@code conv1}, {@code conv2},
 * {@code residual1}, and inside a residual block {@code residual1.conv1}, for
 * its shortcut {@code residual1.shortcut.conv1}. Immutable and thread-safe.
 */
public final class NetworkPlan {

	/**
	 * One layer of the plan.
	 *
	 * @param name unique in the plan
	 * @param layer what it does; for a dense layer the units are worked out
	 * @param input C,H,W or F of one row
	 * @param output C,H,W or F of one row
	 * @param rows how many rows of the output one sample has: 1, or the number of
	 *          channels where they go apart
	 * @param parameters own ones, without those of body and shortcut
	 * @param body steps of a residual block, else empty
	 * @param shortcut steps of a residual block's shortcut; empty stands for the
	 *          identity
	 */
	public record Step(String name, LayerSpec layer, List<Integer> input,
			List<Integer> output, int rows, List<ParameterShape> parameters,
			List<Step> body, List<Step> shortcut)
	{

		/** @return the number of values that come out for one sample */
		public long outputs() {
			return rows * product(output);
		}

		/** @return this step, or the steps inside a residual block, in order */
		public Stream<Step> leaves() {
			return layer instanceof Residual ? Stream.concat(body.stream(), shortcut
				.stream()) : Stream.of(this);
		}

		/** @return the number of weights of it and what is inside */
		public long weights() {
			return leaves().flatMap(s -> s.parameters().stream()).mapToLong(
				p -> product(p.shape())).sum();
		}

		/**
		 * @return multiplications with an addition that one sample takes, in
		 *         convolutions and dense layers of it and what is inside
		 */
		public long multiplyAdds() {
			return leaves().mapToLong(s -> s.perOutput() * s.outputs()).sum();
		}

		private long perOutput() {
			if (layer instanceof final Conv c) return (long) input.get(0) * c
				.kernel() * c.kernel();
			if (layer instanceof final DepthwiseConv c) return (long) c.kernel() * c
				.kernel();
			return layer instanceof Dense ? input.get(0) : 0;
		}

		/** @return the number of values that it and what is inside put out */
		public long values() {
			return layer instanceof Residual ? outputs() + leaves().mapToLong(
				Step::outputs).sum() : outputs();
		}
	}

	private final NetworkSpec spec;
	private final List<Step> steps;

	private NetworkPlan(final NetworkSpec spec, final List<Step> steps) {
		this.spec = spec;
		this.steps = List.copyOf(steps);
	}

	/**
	 * @param spec any
	 * @return its plan
	 * @throws UserFailure if the layers do not fit together or the input; the
	 *           message names the layer and the reason
	 */
	public static NetworkPlan of(final NetworkSpec spec) {
		return new Planner(spec).plan();
	}

	/** @return what was planned */
	public NetworkSpec spec() {
		return spec;
	}

	/** @return the layers in order; blocks hold theirs */
	public List<Step> steps() {
		return steps;
	}

	/** @return all weight tensors, in the order in which they are stored */
	public List<ParameterShape> parameters() {
		return steps.stream().flatMap(Step::leaves).flatMap(s -> s.parameters()
			.stream()).toList();
	}

	/** @return the number of weights, running means and variances included */
	public long parameterCount() {
		return parameters().stream().mapToLong(p -> product(p.shape())).sum();
	}

	/**
	 * @return multiplications with an addition that one sample takes, in
	 *         convolutions and dense layers
	 */
	public long multiplyAdds() {
		return steps.stream().mapToLong(Step::multiplyAdds).sum();
	}

	/** @return the number of values that all layers put out for one sample */
	public long activationCount() {
		return steps.stream().flatMap(s -> Stream.concat(Stream.of(s), s.body()
			.stream())).mapToLong(Step::outputs).sum();
	}

	/** @return the number of inputs of the last dense layer */
	public int featureCount() {
		return steps.get(steps.size() - 1).input().get(0);
	}

	private static long product(final int[] lengths) {
		long product = 1;
		for (final int length : lengths)
			product *= length;
		return product;
	}

	private static long product(final List<Integer> lengths) {
		return lengths.stream().mapToLong(Integer::longValue).reduce(1, (a,
			b) -> a * b);
	}

	/** Walks through the layers once. */
	private static final class Planner {

		private final NetworkSpec spec;
		private int rows = 1;
		private String split;
		private String join;

		Planner(final NetworkSpec spec) {
			this.spec = spec;
		}

		NetworkPlan plan() {
			final List<LayerSpec> layers = spec.architecture().layers();
			if (layers.isEmpty() || !(layers.get(layers.size() -
				1) instanceof final Dense last) || last.units() != 0 && last
					.units() != spec.classes()) throw failure("the last layer",
						"it must be a dense layer with units 0 (as many as classes) or " +
							spec.classes());
			final InputShape in = spec.input();
			final List<Integer> start = List.of(in.channels(), in.height(), in
				.width());
			final List<Step> steps = chain("", layers, start);
			if (split != null && join == null) throw failure(split,
				"join-channels must follow before the last dense layer");
			return new NetworkPlan(spec, steps);
		}

		private List<Step> chain(final String prefix, final List<LayerSpec> layers,
			final List<Integer> start)
		{
			final List<Step> steps = new ArrayList<>();
			final LayerNames names = new LayerNames(prefix);
			List<Integer> shape = start;
			for (int i = 0; i < layers.size(); i++) {
				final LayerSpec layer = layers.get(i);
				final String name = names.next(layer);
				if (layer instanceof final Dense d && d.units() == 0 && (i < layers
					.size() - 1 || !prefix.isEmpty())) throw failure(name,
						"units 0 stands for the number of classes and is for the last layer only");
				final Step step = step(name, layer, shape);
				steps.add(step);
				shape = step.output();
			}
			return steps;
		}

		private Step step(final String name, final LayerSpec layer,
			final List<Integer> in)
		{
			if (layer instanceof final Conv c) return conv(name, c, in);
			if (layer instanceof final DepthwiseConv c) return depthwise(name, c, in);
			if (layer instanceof final MaxPool p) return leaf(name, layer, in,
				windows(name, in, p.size(), p.stride(), 0), List.of());
			if (layer instanceof final AveragePool p) return leaf(name, layer, in,
				windows(name, in, p.size(), p.stride(), 0), List.of());
			if (layer instanceof final Dense d) return dense(name, d, in);
			if (layer instanceof final Residual r) return residual(name, r, in);
			if (layer instanceof BatchNorm) {
				final int c = in.get(0);
				requireImage(name, in);
				return leaf(name, layer, in, in, List.of(new ParameterShape(name +
					".scale", c), new ParameterShape(name + ".shift", c),
					new ParameterShape(name + ".mean", c), new ParameterShape(name +
						".variance", c)));
			}
			if (layer instanceof final Dropout d) {
				if (!(d.rate() >= 0 && d.rate() < 1)) throw failure(name,
					"its rate must be 0 to below 1, got " + d.rate());
				return leaf(name, layer, in, in, List.of());
			}
			if (layer instanceof final LeakyRelu l && !(l.slope() >= 0 && l
				.slope() < 1)) throw failure(name,
					"its slope must be 0 to below 1, got " + l.slope());
			if (layer instanceof GlobalAveragePool) {
				requireImage(name, in);
				return leaf(name, layer, in, List.of(in.get(0)), List.of());
			}
			if (layer instanceof Flatten) {
				requireImage(name, in);
				return leaf(name, layer, in, flat(name, (long) in.get(0) * in.get(1) *
					in.get(2)), List.of());
			}
			if (layer instanceof SplitChannels) return split(name, layer, in);
			if (layer instanceof JoinChannels) return join(name, layer, in);
			return leaf(name, layer, in, in, List.of());
		}

		private Step split(final String name, final LayerSpec layer,
			final List<Integer> in)
		{
			requireImage(name, in);
			if (split != null) throw failure(name,
				"channels can be split once only, and " + split + " does so");
			split = name;
			rows = in.get(0);
			return leaf(name, layer, in, List.of(1, in.get(1), in.get(2)), List.of());
		}

		private Step join(final String name, final LayerSpec layer,
			final List<Integer> in)
		{
			if (split == null) throw failure(name,
				"it needs split-channels somewhere before it");
			if (join != null) throw failure(name, join +
				" has joined the channels already");
			requireFlat(name, in);
			join = name;
			final List<Integer> out = flat(name, (long) rows * in.get(0));
			rows = 1;
			return leaf(name, layer, in, out, List.of());
		}

		private List<Integer> flat(final String name, final long length) {
			if (length > Integer.MAX_VALUE) throw failure(name, "it gives " + length +
				" values; at most " + Integer.MAX_VALUE + " are possible");
			return List.of((int) length);
		}

		private Step conv(final String name, final Conv c, final List<Integer> in) {
			if (c.filters() < 1) throw failure(name, "it needs at least 1 filter");
			requirePadding(name, c.kernel(), c.padding());
			final List<Integer> out = windows(name, in, c.kernel(), c.stride(), c
				.padding());
			final List<ParameterShape> parameters = new ArrayList<>();
			parameters.add(new ParameterShape(name + ".weight", c.filters(), in.get(
				0), c.kernel(), c.kernel()));
			if (c.bias()) parameters.add(new ParameterShape(name + ".bias", c
				.filters()));
			return leaf(name, c, in, List.of(c.filters(), out.get(1), out.get(2)),
				parameters);
		}

		private Step depthwise(final String name, final DepthwiseConv c,
			final List<Integer> in)
		{
			requirePadding(name, c.kernel(), c.padding());
			final List<Integer> out = windows(name, in, c.kernel(), c.stride(), c
				.padding());
			final List<ParameterShape> parameters = new ArrayList<>();
			parameters.add(new ParameterShape(name + ".weight", in.get(0), 1, c
				.kernel(), c.kernel()));
			if (c.bias()) parameters.add(new ParameterShape(name + ".bias", in.get(
				0)));
			return leaf(name, c, in, out, parameters);
		}

		private void requirePadding(final String name, final int kernel,
			final int padding)
		{
			if (padding < 0 || padding >= kernel) throw failure(name,
				"its padding must be 0 to below the kernel of " + kernel + ", got " +
					padding);
		}

		private Step dense(final String name, final Dense d,
			final List<Integer> in)
		{
			requireFlat(name, in);
			if (d.units() < 0) throw failure(name, "it needs at least 1 unit");
			final int units = d.units() == 0 ? spec.classes() : d.units();
			return leaf(name, new Dense(units), in, List.of(units), List.of(
				new ParameterShape(name + ".weight", in.get(0), units),
				new ParameterShape(name + ".bias", units)));
		}

		private Step residual(final String name, final Residual r,
			final List<Integer> in)
		{
			requireImage(name, in);
			for (final LayerSpec layer : r.body()) {
				if (!(layer instanceof Conv || layer instanceof DepthwiseConv ||
					layer instanceof BatchNorm || layer instanceof Activation ||
					layer instanceof Dropout)) throw failure(name,
						"its body may hold conv, depthwise-conv, batch-norm, activations " +
							"and dropout, not " + LayerNames.kind(layer));
			}
			if (r.body().stream().noneMatch(l -> l instanceof Conv ||
				l instanceof DepthwiseConv || l instanceof BatchNorm)) throw failure(
					name, "its body needs a conv or batch-norm");
			final List<Step> body = chain(name + ".", r.body(), in);
			final List<Integer> out = body.get(body.size() - 1).output();
			if (out.equals(in)) return new Step(name, r, in, out, rows, List.of(),
				body, List.of());
			final int stride = r.body().stream().mapToInt(Planner::stride).reduce(1, (
				a, b) -> a * b);
			final List<Step> shortcut = chain(name + ".shortcut.", List.of(new Conv(
				out.get(0), 1, stride, 0, false), new BatchNorm()), in);
			final List<Integer> shortcutOut = shortcut.get(1).output();
			if (!shortcutOut.equals(out)) throw failure(name, "its body gives " +
				text(out) + " but its shortcut " + text(shortcutOut) +
				"; pad the convolutions by half their kernel");
			return new Step(name, r, in, out, rows, List.of(), body, shortcut);
		}

		private static int stride(final LayerSpec layer) {
			if (layer instanceof final Conv c) return c.stride();
			return layer instanceof final DepthwiseConv c ? c.stride() : 1;
		}

		private List<Integer> windows(final String name, final List<Integer> in,
			final int size, final int stride, final int padding)
		{
			requireImage(name, in);
			if (size < 1 || stride < 1) throw failure(name,
				"its window and stride must be at least 1, got " + size + " and " +
					stride);
			final int height = in.get(1) + 2 * padding - size;
			final int width = in.get(2) + 2 * padding - size;
			if (height < 0 || width < 0) throw failure(name, "its input of " + text(
				in) + " is smaller than its window of " + size +
				". Use larger input images, or fewer pooling layers");
			return List.of(in.get(0), height / stride + 1, width / stride + 1);
		}

		private void requireImage(final String name, final List<Integer> in) {
			if (in.size() != 3) throw failure(name,
				"it needs an image, but its input is flat");
		}

		private void requireFlat(final String name, final List<Integer> in) {
			if (in.size() != 1) throw failure(name,
				"it needs flat input; put flatten or global-average-pool before it");
		}

		private Step leaf(final String name, final LayerSpec layer,
			final List<Integer> in, final List<Integer> out,
			final List<ParameterShape> parameters)
		{
			return new Step(name, layer, in, out, rows, List.copyOf(parameters), List
				.of(), List.of());
		}

		private UserFailure failure(final String layer, final String reason) {
			return new UserFailure("The network '" + spec.architecture().name() +
				"' is impossible for input " + spec.input().channels() + " x " + spec
					.input().height() + " x " + spec.input().width() +
				" (channels x height x width). " + layer + ": " + reason + ".");
		}

		private static String text(final List<Integer> shape) {
			return String.join(" x ", shape.stream().map(String::valueOf).toList());
		}
	}
}
