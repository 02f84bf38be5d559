
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassifierDescription;
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
import io.github.cnnclassifier.model.SavedClassifier;

/**
 * Model files with depthwise convolutions, activations beside ReLU and blocks
 * without one: format 4.
 */
class MobileModelTest {

	private static final ReferenceEngine ENGINE = new ReferenceEngine();
	private static final SavedClassifier SAVED = Examples.mobile();

	@TempDir
	private Path folder;

	private static String json() {
		return new String(DescriptionWriter.write(SAVED.description()),
			StandardCharsets.UTF_8);
	}

	@Test
	void theClassifierSurvivesInFormatFour() throws IOException {
		final Path file = folder.resolve("m.zip");
		ModelArchive.write(file, SAVED, ENGINE);

		assertEquals(SAVED.description(), ModelArchive.read(file, ENGINE)
			.description());
		assertTrue(json().contains("\"formatVersion\": 4"));
	}

	@Test
	void formatFourStillOpensAndPredictsTheSame() throws IOException {
		try (InputStream in = getClass().getResourceAsStream("/archives/v4.zip")) {
			// reading compares the stored output with the prediction of today
			final ClassifierDescription read = ModelArchive.read(in, "v4.zip", ENGINE)
				.description();
			assertEquals(SAVED.description(), read);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void anOlderFormatDoesNotKnowTheLayers(final int format) {
		final InvalidModel e = assertThrows(InvalidModel.class,
			() -> DescriptionReader.read(json().replace("\"formatVersion\": 4",
				"\"formatVersion\": " + format).getBytes(StandardCharsets.UTF_8)));
		assertTrue(e.getMessage().contains("layers of format 4, which format " +
			format + " does not know"), e.getMessage());
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
