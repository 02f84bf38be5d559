
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;

import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.SavedClassifier;
import onnx.Onnx.ModelProto;
import onnx.Onnx.TensorProto;

/** Model files of networks in which channels go apart: format 3. */
class ChannelsApartModelTest {

	private static final ReferenceEngine ENGINE = new ReferenceEngine();
	private static final SavedClassifier SAVED = Examples.channelsApart();

	@TempDir
	private Path folder;

	private static String json() {
		return new String(DescriptionWriter.write(SAVED.description()),
			StandardCharsets.UTF_8);
	}

	@Test
	void theClassifierSurvivesInFormatThree() throws IOException {
		final Path file = folder.resolve("m.zip");
		ModelArchive.write(file, SAVED, ENGINE);

		assertEquals(SAVED.description(), ModelArchive.read(file, ENGINE)
			.description());
		assertTrue(json().contains("\"formatVersion\": 3"));
	}

	@Test
	void formatThreeStillOpensAndPredictsTheSame() throws IOException {
		try (InputStream in = getClass().getResourceAsStream("/archives/v3.zip")) {
			// reading compares the stored output with the prediction of today
			final ClassifierDescription read = ModelArchive.read(in, "v3.zip", ENGINE)
				.description();
			assertEquals(SAVED.description(), read);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void anOlderFormatDoesNotKnowTheLayers(final int format) {
		final InvalidModel e = assertThrows(InvalidModel.class,
			() -> DescriptionReader.read(json().replace("\"formatVersion\": 3",
				"\"formatVersion\": " + format).getBytes(StandardCharsets.UTF_8)));
		assertTrue(e.getMessage().contains("which format " + format +
			" does not know"), e.getMessage());
	}

	@Test
	void theShapeOfAReshapeMustBeTheOneOfTheNetwork() throws Exception {
		final List<Consumer<TensorProto.Builder>> changes = List.of(t -> t
			.setRawData(ByteString.copyFrom(new byte[32])), t -> t.setRawData(
				ByteString.copyFrom(new byte[31])), t -> t.setDims(0, 5), t -> t
					.setDims(0, 2).addDims(2), t -> t.setDataType(1), t -> t.setName(
						"split9.shape"), t -> t.setName("join1.shape"), t -> t
							.clearRawData());
		for (final Consumer<TensorProto.Builder> change : changes) {
			final byte[] changed = changedShape(change);
			final InvalidModel e = assertThrows(InvalidModel.class, () -> OnnxWeights
				.read(changed, plan()));
			assertTrue(e.getMessage().matches(".*(split|join)\\d[.]shape.*"), e
				.getMessage());
		}
	}

	@Test
	void theShapeComesOnce() throws Exception {
		final ModelProto.Builder model = onnx();
		model.getGraphBuilder().addInitializer(shape(model));
		assertTrue(assertThrows(InvalidModel.class, () -> OnnxWeights.read(model
			.build().toByteArray(), plan())).getMessage().contains("comes twice"));
	}

	private static NetworkPlan plan() {
		return NetworkPlan.of(SAVED.networkSpec());
	}

	private static ModelProto.Builder onnx()
		throws InvalidProtocolBufferException
	{
		return ModelProto.newBuilder().mergeFrom(OnnxGraph.write(plan(), SAVED
			.weights(), Map.of()));
	}

	private static TensorProto.Builder shape(final ModelProto.Builder model) {
		return model.getGraphBuilder().getInitializerBuilderList().stream().filter(
			t -> t.getName().equals("split1.shape")).findFirst().orElseThrow();
	}

	private static byte[] changedShape(final Consumer<TensorProto.Builder> change)
		throws InvalidProtocolBufferException
	{
		final ModelProto.Builder model = onnx();
		change.accept(shape(model));
		return model.build().toByteArray();
	}
}
