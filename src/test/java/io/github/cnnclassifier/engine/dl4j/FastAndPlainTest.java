
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec;
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
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.Silu;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

/** What computes changes the speed, not the result. */
class FastAndPlainTest {

	/**
	 * Adam divides a gradient by its own size, so that weights whose gradient is
	 * all rounding would take steps of random sign; beside this epsilon it is
	 * nothing.
	 */
	private static final TrainingOptions OPTIONS = new TrainingOptions(42,
		new AdamW(0, 0.9, 0.999, 1e-3), false);

	private static final int COUNT = 8;

	static Stream<NetworkSpec> networks() {
		return Stream.concat(Presets.names().stream().filter(n -> !n.equals(
			"mobile")).map(n -> Batches.withoutDropout(Batches.spec(n))), Stream.of(
				spec("mobile", new Conv(6, 3, 2, 1, false), new BatchNorm(), new Relu(),
					inverted(6, 1), new Silu(), inverted(9, 2), new Gelu(),
					new GlobalAveragePool(), new Dense(0)), spec("bag",
						new SplitChannels(), new Conv(12, 3, 1, 1, false), new BatchNorm(),
						new Relu(), new GlobalAveragePool(), new JoinChannels(), new Dense(
							0)), spec("channels apart in the middle", new Conv(3, 3, 2, 1,
								true), new Relu(), new SplitChannels(), new Conv(5, 3, 2, 1,
									true), new Relu(), new Flatten(), new JoinChannels(),
								new Dense(0))));
	}

	/**
	 * As in the preset, in which no activation follows: a shift there has no
	 * gradient but rounding.
	 */
	private static Residual inverted(final int filters, final int stride) {
		return new Residual(List.of(new Conv(18, 1, 1, 0, false), new BatchNorm(),
			new LeakyRelu(0.1), new DepthwiseConv(3, stride, 1, false),
			new BatchNorm(), new Elu(), new Conv(filters, 1, 1, 0, false),
			new BatchNorm()), false);
	}

	private static NetworkSpec spec(final String name,
		final LayerSpec... layers)
	{
		return new NetworkSpec(new Architecture(name, List.of(layers)),
			new InputShape(2, 20, 24), 3);
	}

	@ParameterizedTest
	@MethodSource("networks")
	void fastAndPlainPathsAgree(final NetworkSpec spec) {
		final Result plain = result(new PlainEngine(1), spec);
		if (Bootstrap.hasOneDnn()) assertAgreement(plain, result(new Dl4jEngine(1,
			Progress.none(), ComputePath.ONE_DNN), spec));
		assertAgreement(plain, result(new Dl4jEngine(1, Progress.none(),
			ComputePath.PORTABLE), spec));
	}

	private static void assertAgreement(final Result plain, final Result fast) {
		assertArrayEquals(plain.before, fast.before, 1e-5f);
		assertArrayEquals(plain.after, fast.after, 1e-3f);
		assertEquals(plain.loss, fast.loss, 1e-4);
		assertClose(plain.state.weights(), fast.state.weights(), 1e-4);
		// named and ordered alike, so that a run may go on on the other path
		plain.state.moments().forEach((name, moment) -> assertClose(moment,
			fast.state.moments().get(name), 1e-2));
	}

	private static void assertClose(final Weights plain, final Weights fast,
		final double tolerance)
	{
		for (final Tensor expected : plain.tensors()) {
			final Tensor actual = fast.get(expected.name());
			double largest = 0;
			double difference = 0;
			for (int i = 0; i < expected.data().length; i++) {
				largest = Math.max(largest, Math.abs(expected.data()[i]));
				difference = Math.max(difference, Math.abs(expected.data()[i] - actual
					.data()[i]));
			}
			assertEquals(0, difference / Math.max(largest, 1e-6), tolerance, expected
				.name());
		}
	}

	private static Result result(final Engine engine, final NetworkSpec spec) {
		try (TrainableNetwork network = engine.create(spec, OPTIONS)) {
			final Result result = new Result();
			final float[] probe = Batches.inputs(spec, COUNT, 100);
			result.before = network.predict(probe, COUNT);
			for (int step = 0; step < 3; step++)
				result.loss = network.trainOnBatch(Batches.inputs(spec, COUNT, step),
					Batches.labels(spec, COUNT), null, COUNT, 1e-4);
			result.state = network.state();
			result.after = network.predict(probe, COUNT);
			return result;
		}
	}

	private static final class Result {

		private float[] before;
		private float[] after;
		private double loss;
		private NetworkState state;
	}
}
