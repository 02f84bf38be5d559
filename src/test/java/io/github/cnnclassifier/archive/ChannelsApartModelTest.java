
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;

import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.SavedClassifier;
import onnx.Onnx.ModelProto;
import onnx.Onnx.TensorProto;

/** Model files of networks in which channels go apart: format 3. */
class ChannelsApartModelTest extends LayersOfFormat {

	private static final SavedClassifier SAVED = Examples.channelsApart();

	ChannelsApartModelTest() {
		super(3, SAVED);
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
