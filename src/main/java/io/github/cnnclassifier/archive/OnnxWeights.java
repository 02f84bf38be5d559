
package io.github.cnnclassifier.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;
import org.nd4j.shade.protobuf.WireFormat;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.TensorProto;

/**
 * Takes the weights out of an ONNX file. Nothing but the initialisers is looked
 * at, which are the weights and the shapes that layers reshape to, field by
 * field, and no more is allocated than the planned network needs; everything
 * else is skipped unread. Whether graph and weights belong together is for the
 * self-test to say.
 */
final class OnnxWeights {

	private static final String FILE = ModelZip.WEIGHTS;
	private static final int MAX_RANK = 8;
	private static final int MAX_NAME = 1000;

	private final Map<String, ParameterShape> expected = new HashMap<>();
	private final Map<String, long[]> shapes;
	private final Set<String> foundShapes = new HashSet<>();
	private final Map<String, Tensor> found = new HashMap<>();
	private final CodedInputStream in;

	private OnnxWeights(final byte[] content, final NetworkPlan plan) {
		in = CodedInputStream.newInstance(content);
		for (final ParameterShape p : plan.parameters())
			expected.put(p.name(), p);
		shapes = OnnxGraph.shapes(plan);
	}

	/**
	 * @param content of an ONNX file
	 * @param plan the network it must fit
	 * @return its weights, all finite, in the order of the plan
	 * @throws InvalidModel if it is damaged or does not fit
	 */
	static Weights read(final byte[] content, final NetworkPlan plan)
		throws InvalidModel
	{
		final OnnxWeights reader = new OnnxWeights(content, plan);
		try {
			reader.messages(ModelProto.GRAPH_FIELD_NUMBER, () -> reader.messages(
				GraphProto.INITIALIZER_FIELD_NUMBER, reader::tensor));
		}
		catch (final InvalidProtocolBufferException e) {
			throw new InvalidModel("Its part " + FILE +
				" is damaged. Get the file again from where it came from.", e);
		}
		catch (final IOException e) {
			throw new IllegalStateException("reading from memory failed", e);
		}
		for (final String name : reader.shapes.keySet()) {
			if (!reader.foundShapes.contains(name)) throw InvalidModel.damaged(FILE,
				name + " is missing");
		}
		final List<Tensor> ordered = new ArrayList<>();
		for (final ParameterShape p : plan.parameters()) {
			final Tensor tensor = reader.found.get(p.name());
			if (tensor == null) throw InvalidModel.damaged(FILE, "the weights " + p
				.name() + " are missing");
			ordered.add(tensor);
		}
		return new Weights(ordered);
	}

	/** Reads the content of one message, up to the current limit. */
	@FunctionalInterface
	private interface Message {

		void read() throws IOException, InvalidModel;
	}

	/** Reads every sub-message of one kind and skips all other fields. */
	private void messages(final int field, final Message message)
		throws IOException, InvalidModel
	{
		for (int tag; (tag = in.readTag()) != 0;) {
			if (tag == tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
				final int outer = in.pushLimit(in.readRawVarint32());
				message.read();
				in.popLimit(outer);
			}
			else skip(tag);
		}
	}

	private void tensor() throws IOException, InvalidModel {
		final int[] dims = new int[MAX_RANK];
		int rank = 0;
		int type = 0;
		String name = "";
		for (int tag; (tag = in.readTag()) != 0;) {
			if (tag == tag(TensorProto.DIMS_FIELD_NUMBER,
				WireFormat.WIRETYPE_VARINT))
			{
				rank = add(dims, rank, in.readInt64());
			}
			else if (tag == tag(TensorProto.DIMS_FIELD_NUMBER,
				WireFormat.WIRETYPE_LENGTH_DELIMITED))
			{
				final int outer = in.pushLimit(in.readRawVarint32());
				while (in.getBytesUntilLimit() > 0)
					rank = add(dims, rank, in.readInt64());
				in.popLimit(outer);
			}
			else if (tag == tag(TensorProto.DATA_TYPE_FIELD_NUMBER,
				WireFormat.WIRETYPE_VARINT)) type = in.readInt32();
			else if (tag == tag(TensorProto.NAME_FIELD_NUMBER,
				WireFormat.WIRETYPE_LENGTH_DELIMITED)) name = name();
			else if (tag == tag(TensorProto.RAW_DATA_FIELD_NUMBER,
				WireFormat.WIRETYPE_LENGTH_DELIMITED)) keep(name, Arrays.copyOf(dims,
					rank), type);
			else skip(tag);
		}
	}

	private static int add(final int[] dims, final int rank, final long length)
		throws InvalidModel
	{
		if (rank == MAX_RANK || length < 0 || length > Integer.MAX_VALUE)
			throw InvalidModel.damaged(FILE, "an impossible shape");
		dims[rank] = (int) length;
		return rank + 1;
	}

	private String name() throws IOException, InvalidModel {
		final int length = in.readRawVarint32();
		if (length < 0 || length > MAX_NAME) throw InvalidModel.damaged(FILE,
			"an impossible name");
		return new String(in.readRawBytes(length), StandardCharsets.UTF_8);
	}

	private void keep(final String name, final int[] shape, final int type)
		throws IOException, InvalidModel
	{
		final int length = in.readRawVarint32();
		if (shapes.containsKey(name)) {
			requireShape(name, shape, type, length);
			return;
		}
		final ParameterShape p = expected.get(name);
		if (p == null) throw InvalidModel.damaged(FILE,
			"there are weights named '" + Legible.quote(name) +
				"' that the network has not");
		if (type != TensorProto.DataType.FLOAT_VALUE || !Arrays.equals(shape, p
			.shape())) throw InvalidModel.damaged(FILE, "the weights " + name +
				" should be 32-bit floats of shape " + Arrays.toString(p.shape()) +
				", but are of shape " + Arrays.toString(shape) + " and type " + type);
		int size = 1;
		for (final int n : shape)
			size = Math.multiplyExact(size, n);
		if (length != 4L * size) throw InvalidModel.damaged(FILE, "the weights " +
			name + " have " + length + " instead of " + 4L * size + " bytes");
		final float[] data = new float[size];
		ByteBuffer.wrap(in.readRawBytes(length)).order(ByteOrder.LITTLE_ENDIAN)
			.asFloatBuffer().get(data);
		for (final float value : data) {
			if (!Float.isFinite(value)) throw InvalidModel.damaged(FILE,
				"the weights " + name + " hold a value that is not finite");
		}
		if (found.put(name, new Tensor(name, shape, data)) != null)
			throw InvalidModel.damaged(FILE, "the weights " + name + " come twice");
	}

	/** The shape follows from the network; the file may only say the same. */
	private void requireShape(final String name, final int[] dims, final int type,
		final int length) throws IOException, InvalidModel
	{
		final long[] values = shapes.get(name);
		boolean same = type == TensorProto.DataType.INT64_VALUE &&
			dims.length == 1 && dims[0] == values.length && length == Long.BYTES *
				values.length;
		if (same) {
			final LongBuffer read = ByteBuffer.wrap(in.readRawBytes(length)).order(
				ByteOrder.LITTLE_ENDIAN).asLongBuffer();
			same = read.equals(LongBuffer.wrap(values));
		}
		if (!same) throw InvalidModel.damaged(FILE, name +
			" is not the shape that the network needs, " + Arrays.toString(values) +
			" as 64-bit whole numbers");
		if (!foundShapes.add(name)) throw InvalidModel.damaged(FILE, name +
			" comes twice");
	}

	private void skip(final int tag) throws IOException, InvalidModel {
		// ONNX has no groups; nested ones could exhaust the stack.
		if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_START_GROUP || !in
			.skipField(tag)) throw InvalidModel.damaged(FILE,
				"it holds what ONNX has not");
	}

	private static int tag(final int field, final int wireType) {
		return field << 3 | wireType;
	}
}
