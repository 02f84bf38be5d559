
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.Map;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNBatchNormHelper;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNSubsamplingHelper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.progress.Progress;

/**
 * Deeplearning4j falls back to its slow path without a word; this speaks up.
 */
class NativeLayersTest {

	@BeforeAll
	static void start() {
		Bootstrap.start(Progress.none());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tiny", "lenet", "six-conv", "residual" })
	void everyConvolutionNormalizationAndPoolIsNative(final String preset) {
		assumeTrue(Bootstrap.hasOneDnn());
		final NetworkPlan plan = NetworkPlan.of(Batches.spec(preset));
		assertNative(GraphBuilder.trainable(plan, new LearningRate(),
			new WeightedCrossEntropy(), 0, true));
		assertNative(GraphBuilder.predicting(plan, true));
	}

	private static void assertNative(final ComputationGraph graph) {
		final Map<Class<?>, Class<?>> expected = new HashMap<>();
		expected.put(ConvolutionLayer.class, MKLDNNConvHelper.class);
		expected.put(FastBatchNormLayer.class, MKLDNNBatchNormHelper.class);
		expected.put(SubsamplingLayer.class, MKLDNNSubsamplingHelper.class);
		int count = 0;
		for (final Layer layer : graph.getLayers()) {
			final Class<?> helper = expected.get(layer.getClass());
			if (helper == null) continue;
			assertInstanceOf(helper, layer.getHelper(), layer.conf().getLayer()
				.getLayerName());
			count++;
		}
		assertTrue(count >= 2, count + " layers");
		graph.close();
	}

	@Test
	void thePlainPathHasNoNativeLayers() {
		final ComputationGraph graph = GraphBuilder.predicting(NetworkPlan.of(
			Batches.spec("tiny")), false);
		for (final Layer layer : graph.getLayers())
			assertNull(layer.getHelper());
		graph.close();
	}

	@Test
	void theNativeLibraryOfIntelLinuxHasOneDnn() {
		assumeTrue(System.getProperty("os.name").equals("Linux") && System
			.getProperty("os.arch").equals("amd64"));
		assertTrue(Bootstrap.hasOneDnn());
	}
}
