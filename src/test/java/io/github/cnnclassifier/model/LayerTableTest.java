
package io.github.cnnclassifier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.LeakyRelu;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;

/** The layers of a network as a person reads them. */
class LayerTableTest {

	private static NetworkPlan plan(final int channels, final int side,
		final LayerSpec... layers)
	{
		return NetworkPlan.of(new NetworkSpec(new Architecture("net", List.of(
			layers)), new InputShape(channels, side, side), 3));
	}

	/** Each figure worked out by hand. */
	@Test
	void everyLayerHasItsShapeWeightsMultiplyAddsAndMemory() {
		assertEquals(List.of(
			"layers:             settings         output       weights  multiply-adds  memory (KB)",
			"layer input:                         2 x 32 x 32        0              0            8",
			"layer conv1:        3 x 3, stride 2  8 x 16 x 16      152         36,864            8",
			"layer leakyrelu1:   slope 0.1        8 x 16 x 16        0              0            8",
			"layer residual1:    4 layers         8 x 16 x 16      200         34,816           40",
			"layer maxpool1:     2 x 2, stride 2  8 x 8 x 8          0              0            2",
			"layer globalpool1:                   8                  0              0            1",
			"layer dropout1:     rate 0.2         8                  0              0            1",
			"layer dense1:                        3                 27             24            1",
			"all layers:                                           379         71,704           67"),
			LayerTable.of(plan(2, 32, new Conv(8, 3, 2, 1, true), new LeakyRelu(0.1),
				new Residual(List.of(new DepthwiseConv(3, 1, 1, false), new BatchNorm(),
					new Conv(8, 1, 1, 0, false), new BatchNorm()), false), new MaxPool(2,
						2), new GlobalAveragePool(), new Dropout(0.2), new Dense(0))));
	}

	@Test
	void channelsThatGoApartCountOnceEach() {
		final List<String> table = LayerTable.of(plan(5, 8, new SplitChannels(),
			new Conv(2, 3, 1, 1, false), new GlobalAveragePool(), new JoinChannels(),
			new Dense(0)));
		assertTrue(table.get(3).matches(
			"layer conv1: +3 x 3 +5 times 2 x 8 x 8 +18 +5,760 +3"), table.get(3));
	}

	@ParameterizedTest
	@MethodSource("io.github.cnnclassifier.model.Presets#names")
	void itIsOfOneWidthAndAddsUp(final String preset) {
		final NetworkPlan plan = NetworkPlan.of(new NetworkSpec(Presets.named(
			preset), new InputShape(3, 64, 64), 10));
		final List<String> table = LayerTable.of(plan);
		assertEquals(1, table.stream().map(String::length).distinct().count());
		assertEquals(plan.parameterCount(), plan.steps().stream().mapToLong(
			NetworkPlan.Step::weights).sum());
		assertEquals(plan.steps().size() + 3, table.size());
	}
}
