
package io.github.cnnclassifier.engine.dl4j;

import java.util.List;
import java.util.stream.Stream;

import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
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
import io.github.cnnclassifier.model.NetworkSpec;

/** Networks in which every kind of layer meets odd shapes. */
final class SmallNetworks {

	private static final Conv SAME = new Conv(6, 3, 1, 1, false);

	private SmallNetworks() {}

	static Stream<NetworkSpec> all() {
		return Stream.of(withoutNorm(), withNorm(), mobile()).flatMap(s -> s);
	}

	/**
	 * Blocks without a relu, with and without a convolution for a shortcut. Were
	 * there no activation before the next norm, the gradient of the last shift
	 * would be 0 and all rounding.
	 */
	private static Stream<NetworkSpec> mobile() {
		return Stream.of(spec("inverted", 3, 11, 8, SAME, new BatchNorm(),
			new Silu(), inverted(6, 1), inverted(6, 1), new Relu(), inverted(9, 2),
			new Relu(), new Conv(20, 1, 1, 0, false), new BatchNorm(), new Relu(),
			new GlobalAveragePool(), new Dense(0)), spec("curves at the ends", 2, 8,
				8, SAME, new BatchNorm(), new Residual(List.of(new Gelu(), SAME,
					new BatchNorm(), new Elu()), false), new Residual(List.of(
						new LeakyRelu(0.2), SAME, new BatchNorm(), new Silu())),
				new GlobalAveragePool(), new Dense(0)));
	}

	private static Residual inverted(final int filters, final int stride) {
		return new Residual(List.of(new Conv(18, 1, 1, 0, false), new BatchNorm(),
			new Relu(), new DepthwiseConv(3, stride, 1, false), new BatchNorm(),
			new Relu(), new Conv(filters, 1, 1, 0, false), new BatchNorm()), false);
	}

	private static Stream<NetworkSpec> withNorm() {
		return Stream.of(spec("norm of the input", 2, 9, 11, new BatchNorm(),
			new Conv(7, 3, 2, 1, true), new Relu(), new Flatten(), new Dense(0)),
			spec("norms", 1, 12, 9, new Conv(16, 3, 1, 1, false), new BatchNorm(),
				new Relu(), new Conv(8, 3, 1, 1, false), new BatchNorm(), new Relu(),
				new MaxPool(2, 2), new Conv(16, 3, 2, 1, false), new BatchNorm(),
				new GlobalAveragePool(), new Dense(0)), spec("identity", 3, 8, 7, SAME,
					new BatchNorm(), new Relu(), new Residual(List.of(SAME,
						new BatchNorm(), new Relu(), SAME, new BatchNorm())),
					new GlobalAveragePool(), new Dense(0)), spec("projection", 3, 9, 9,
						SAME, new Relu(), new Residual(List.of(new Conv(10, 3, 2, 1, false),
							new BatchNorm())), new AveragePool(2, 1), new Flatten(),
						new Dense(0)), spec("residual of the input", 3, 9, 9, new Residual(
							List.of(new Conv(5, 3, 2, 1, false), new BatchNorm())),
							new Flatten(), new Dense(0)), spec("activations at the ends", 2,
								8, 8, SAME, new BatchNorm(), new Residual(List.of(new Relu(),
									SAME, new BatchNorm(), new Relu())), new GlobalAveragePool(),
								new Dense(0)), spec("norms of channels apart", 3, 9, 8,
									new BatchNorm(), new SplitChannels(), new Conv(7, 3, 1, 1,
										false), new BatchNorm(), new Relu(), new Residual(List.of(
											new Conv(5, 3, 2, 1, false), new BatchNorm())),
									new GlobalAveragePool(), new JoinChannels(), new Dense(0)),
			spec("one channel apart", 1, 7, 8, new Conv(1, 3, 1, 1, true),
				new SplitChannels(), SAME, new BatchNorm(), new Flatten(),
				new JoinChannels(), new Dense(0)));
	}

	static Stream<NetworkSpec> withoutNorm() {
		return Stream.concat(curves(), Stream.of(spec("linear", 3, 4, 5,
			new Flatten(), new Dense(0)), spec("patches", 1, 13, 11, new Conv(12, 3,
				1, 0, true), new Relu(), new MaxPool(2, 2), new Flatten(), new Dense(9),
				new Relu(), new Dense(0)), spec("strided patches", 1, 14, 9, new Conv(
					33, 5, 2, 2, true), new Relu(), new GlobalAveragePool(), new Dense(
						0)), spec("convs", 3, 11, 8, new Conv(5, 3, 1, 1, true), new Relu(),
							new Conv(17, 1, 1, 0, true), new Relu(), new Conv(4, 5, 2, 2,
								true), new Relu(), new Flatten(), new Dense(0)), spec("pools",
									2, 13, 12, new Conv(16, 3, 1, 1, true), new MaxPool(3, 2),
									new Relu(), new AveragePool(2, 2), new Conv(5, 3, 1, 2, true),
									new Relu(), new MaxPool(2, 1), new Flatten(), new Dense(0)),
			spec("pools of the input", 2, 8, 8, new MaxPool(2, 2), new AveragePool(2,
				2), new Flatten(), new Dense(0)), spec("patches of channels apart", 3,
					9, 8, new SplitChannels(), new Conv(12, 3, 1, 1, true), new Relu(),
					new MaxPool(2, 2), new Flatten(), new JoinChannels(), new Dense(0)),
			spec("channels apart in the middle", 2, 8, 9, new Conv(3, 3, 1, 1, true),
				new Relu(), new SplitChannels(), new Conv(5, 3, 2, 0, true), new Relu(),
				new Flatten(), new Dense(6), new Relu(), new JoinChannels(), new Dense(
					0)), spec("flat channels apart", 3, 4, 5, new SplitChannels(),
						new Flatten(), new JoinChannels(), new Dense(7), new Relu(),
						new Dense(0))));
	}

	private static Stream<NetworkSpec> curves() {
		return Stream.of(spec("leaky", 2, 9, 10, new Conv(5, 3, 1, 1, true),
			new LeakyRelu(0.1), new MaxPool(2, 2), new Flatten(), new Dense(6),
			new LeakyRelu(0), new Dense(0)), spec("elu", 2, 9, 10, new Conv(5, 3, 1,
				1, true), new Elu(), new MaxPool(2, 2), new Flatten(), new Dense(6),
				new Elu(), new Dense(0)), spec("gelu", 2, 9, 10, new Gelu(), new Conv(5,
					3, 1, 1, true), new Gelu(), new MaxPool(2, 2), new Flatten(),
					new Dense(6), new Gelu(), new Dense(0)), spec("silu", 2, 9, 10,
						new Conv(5, 3, 1, 1, true), new Silu(), new Silu(), new AveragePool(
							2, 2), new Flatten(), new Dense(6), new Silu(), new Dense(0)),
			spec("depthwise", 3, 11, 9, new DepthwiseConv(3, 1, 1, true), new Conv(18,
				1, 1, 0, true), new Relu(), new DepthwiseConv(3, 2, 1, false),
				new DepthwiseConv(5, 1, 3, true), new Silu(), new DepthwiseConv(5, 3, 0,
					true), new Flatten(), new Dense(0)), spec("depthwise stretched", 2,
						10, 13, new Conv(16, 1, 1, 0, true), new DepthwiseConv(3, 3, 2,
							true), new DepthwiseConv(1, 2, 0, false), new GlobalAveragePool(),
						new Dense(0)));
	}

	private static NetworkSpec spec(final String name, final int channels,
		final int height, final int width, final LayerSpec... layers)
	{
		return new NetworkSpec(new Architecture(name, List.of(layers)),
			new InputShape(channels, height, width), 4);
	}
}
