
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Elu;
import io.github.cnnclassifier.model.LayerSpec.Gelu;
import io.github.cnnclassifier.model.LayerSpec.LeakyRelu;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.Silu;
import io.github.cnnclassifier.model.Presets;

/**
 * Model files with depthwise convolutions, activations beside ReLU and blocks
 * without one: format 4.
 */
class MobileModelTest extends LayersOfFormat {

	MobileModelTest() {
		super(4, Examples.mobile());
	}

	static Stream<LayerSpec> layersOfFormatFour() {
		return Stream.of(new DepthwiseConv(3, 1, 1, true), new LeakyRelu(0.1),
			new Elu(), new Gelu(), new Silu(), new Residual(List.of(new BatchNorm()),
				false), new Residual(List.of(new BatchNorm(), new Silu())));
	}

	@ParameterizedTest
	@MethodSource("layersOfFormatFour")
	void oneSuchLayerIsEnough(final LayerSpec layer) {
		assertEquals(4, ArchitectureFormat.of(new Architecture("one", List.of(
			new Relu(), layer))));
	}

	@Test
	void theOtherPresetsStayInFormatOne() {
		Presets.names().forEach(name -> assertEquals(name.equals("mobile") ? 4 : 1,
			ArchitectureFormat.of(Presets.named(name)), name));
	}
}
