
package io.github.cnnclassifier.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.nd4j.shade.protobuf.UnsafeByteOperations;

import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec.Activation;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
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
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;

/**
 * Writes a network as ONNX: from the prepared input (N,C,H,W, 0 to 1) to the
 * probabilities (N,classes). Every node is named after its layer, and so is
 * what it puts out; weights are named as in the plan. Where channels go apart
 * and come together again, a Reshape says so, with its shape as a constant.
 */
final class OnnxGraph {

	static final String INPUT = "input";
	static final String OUTPUT = "probabilities";
	static final int OPSET = 13;
	/** Of ONNX 1.8, which goes with opset 13. */
	private static final int IR_VERSION = 7;
	private static final String BATCH = "N";
	private static final String SHAPE = ".shape";

	private final GraphProto.Builder graph = GraphProto.newBuilder();

	private OnnxGraph() {}

	/**
	 * @param plan the network
	 * @param weights names and shapes as planned
	 * @param metadata for whoever opens the file, written in order
	 * @return the file's content
	 */
	static byte[] write(final NetworkPlan plan, final Weights weights,
		final Map<String, String> metadata)
	{
		final OnnxGraph writer = new OnnxGraph();
		final ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(
			IR_VERSION).setProducerName("CNN Classifier").addOpsetImport(
				OperatorSetIdProto.newBuilder().setVersion(OPSET)).setGraph(writer
					.graph(plan, weights));
		metadata.forEach((key, value) -> model.addMetadataProps(
			StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
		return model.build().toByteArray();
	}

	private GraphProto graph(final NetworkPlan plan, final Weights weights) {
		final InputShape in = plan.spec().input();
		graph.setName("classifier").addInput(value(INPUT, in.channels(), in
			.height(), in.width())).addOutput(value(OUTPUT, plan.spec().classes()));
		for (final ParameterShape p : plan.parameters())
			graph.addInitializer(initializer(weights.get(p.name())));
		shapes(plan).forEach((name, shape) -> graph.addInitializer(constant(name,
			shape)));
		final String scores = chain(plan.steps(), INPUT);
		node("Softmax", "softmax", OUTPUT, scores).addAttribute(integer("axis", 1));
		return graph.build();
	}

	/** @return by name what layers reshape to; -1 stands for any length */
	static Map<String, long[]> shapes(final NetworkPlan plan) {
		final Map<String, long[]> shapes = new LinkedHashMap<>();
		for (final Step step : plan.steps()) {
			if (isReshape(step)) shapes.put(step.name() + SHAPE, LongStream.concat(
				LongStream.of(-1), step.output().stream().mapToLong(Integer::longValue))
				.toArray());
		}
		return shapes;
	}

	private static boolean isReshape(final Step step) {
		return step.layer() instanceof SplitChannels || step
			.layer() instanceof JoinChannels;
	}

	private String chain(final List<Step> steps, final String input) {
		String value = input;
		for (final Step step : steps)
			value = step(step, value);
		return value;
	}

	/** Adds the nodes of one layer and tells the name of what they put out. */
	private String step(final Step step, final String in) {
		final String name = step.name();
		if (step.layer() instanceof Dropout) return in;
		if (step.layer() instanceof final Conv c) window(node("Conv", name, name,
			in, step), c.kernel(), c.stride(), c.padding());
		else if (step.layer() instanceof BatchNorm) node("BatchNormalization", name,
			name, in, step).addAttribute(real("epsilon", BatchNorm.EPSILON));
		else if (step.layer() instanceof final DepthwiseConv c) window(node("Conv",
			name, name, in, step), c.kernel(), c.stride(), c.padding()).addAttribute(
				integer("group", step.input().get(0)));
		else if (step.layer() instanceof final Activation a) activation(a, name,
			in);
		else if (step.layer() instanceof final MaxPool p) window(node("MaxPool",
			name, name, in), p.size(), p.stride(), 0);
		else if (step.layer() instanceof final AveragePool p) window(node(
			"AveragePool", name, name, in), p.size(), p.stride(), 0);
		else if (step.layer() instanceof GlobalAveragePool) {
			final String pooled = name + ".pooled";
			node("GlobalAveragePool", pooled, pooled, in);
			flatten(name, pooled);
		}
		else if (step.layer() instanceof Flatten) flatten(name, in);
		else if (isReshape(step)) node("Reshape", name, name, in, name + SHAPE);
		else if (step.layer() instanceof Dense) node("Gemm", name, name, in, step);
		else if (step.layer() instanceof final Residual block) {
			final String sum = name + ".sum";
			final String body = chain(step.body(), in);
			final String shortcut = chain(step.shortcut(), in);
			if (!block.rectified()) node("Add", name, name, body, shortcut);
			else {
				node("Add", sum, sum, body, shortcut);
				node("Relu", name, name, sum);
			}
		}
		else throw new IllegalArgumentException("No ONNX for " + step.layer());
		return name;
	}

	private void activation(final Activation activation, final String name,
		final String in)
	{
		if (activation instanceof Relu) node("Relu", name, name, in);
		else if (activation instanceof final LeakyRelu l) node("LeakyRelu", name,
			name, in).addAttribute(real("alpha", l.slope()));
		else if (activation instanceof Elu) node("Elu", name, name, in)
			.addAttribute(real("alpha", 1));
		else if (activation instanceof Silu) node("Mul", name, name, in, named(
			"Sigmoid", name + ".sigmoid", in));
		else if (activation instanceof Gelu) gelu(name, in);
		else throw new IllegalArgumentException("No ONNX for " + activation);
	}

	/** The operator Gelu came with opset 20. */
	private void gelu(final String name, final String x) {
		final String square = named("Mul", name + ".square", x, x);
		final String cubic = named("Mul", name + ".cubic", square, constant(name +
			".ab", Gelu.A * Gelu.B));
		final String factor = named("Add", name + ".factor", cubic, constant(name +
			".a", Gelu.A));
		final String tanh = named("Tanh", name + ".tanh", named("Mul", name +
			".product", factor, x));
		final String share = named("Add", name + ".share", tanh, constant(name +
			".one", 1));
		node("Mul", name, name, named("Mul", name + ".half", x, constant(name +
			".half.factor", 0.5)), share);
	}

	/** @return the name of what it puts out, which is its own */
	private String named(final String operator, final String name,
		final String... in)
	{
		node(operator, name, name, in);
		return name;
	}

	/** A node, since only weights and shapes are initialisers. */
	private String constant(final String name, final double value) {
		node("Constant", name, name, new String[0]).addAttribute(AttributeProto
			.newBuilder().setName("value").setType(AttributeType.TENSOR).setT(
				TensorProto.newBuilder().setName(name + ".value").setDataType(
					TensorProto.DataType.FLOAT_VALUE).addFloatData((float) value)));
		return name;
	}

	private void flatten(final String name, final String in) {
		node("Flatten", name, name, in).addAttribute(integer("axis", 1));
	}

	private NodeProto.Builder node(final String operator, final String name,
		final String out, final String... in)
	{
		return graph.addNodeBuilder().setOpType(operator).setName(name).addAllInput(
			List.of(in)).addOutput(out);
	}

	private NodeProto.Builder node(final String operator, final String name,
		final String out, final String in, final Step step)
	{
		final NodeProto.Builder node = node(operator, name, out, in);
		for (final ParameterShape p : step.parameters())
			node.addInput(p.name());
		return node;
	}

	private static NodeProto.Builder window(final NodeProto.Builder node,
		final int size, final int stride, final int padding)
	{
		return node.addAttribute(integers("kernel_shape", size, size)).addAttribute(
			integers("strides", stride, stride)).addAttribute(integers("pads",
				padding, padding, padding, padding));
	}

	private static AttributeProto real(final String name, final double value) {
		return AttributeProto.newBuilder().setName(name).setType(
			AttributeType.FLOAT).setF((float) value).build();
	}

	private static AttributeProto integer(final String name, final long value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT)
			.setI(value).build();
	}

	private static AttributeProto integers(final String name,
		final long... values)
	{
		final AttributeProto.Builder attribute = AttributeProto.newBuilder()
			.setName(name).setType(AttributeType.INTS);
		for (final long value : values)
			attribute.addInts(value);
		return attribute.build();
	}

	private static ValueInfoProto value(final String name, final int... shape) {
		final TensorShapeProto.Builder dims = TensorShapeProto.newBuilder();
		dims.addDimBuilder().setDimParam(BATCH);
		for (final int length : shape)
			dims.addDimBuilder().setDimValue(length);
		return ValueInfoProto.newBuilder().setName(name).setType(TypeProto
			.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(
				TensorProto.DataType.FLOAT_VALUE).setShape(dims))).build();
	}

	private static TensorProto constant(final String name, final long[] values) {
		final ByteBuffer bytes = bytes(Long.BYTES * values.length);
		bytes.asLongBuffer().put(values);
		return tensor(name, bytes).setDataType(TensorProto.DataType.INT64_VALUE)
			.addDims(values.length).build();
	}

	private static ByteBuffer bytes(final int length) {
		return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static TensorProto.Builder tensor(final String name,
		final ByteBuffer values)
	{
		return TensorProto.newBuilder().setName(name).setRawData(
			UnsafeByteOperations.unsafeWrap(values.array()));
	}

	private static TensorProto initializer(final Tensor tensor) {
		final ByteBuffer bytes = bytes(Float.BYTES * tensor.data().length);
		bytes.asFloatBuffer().put(tensor.data());
		final TensorProto.Builder proto = tensor(tensor.name(), bytes).setDataType(
			TensorProto.DataType.FLOAT_VALUE);
		for (final int length : tensor.shape())
			proto.addDims(length);
		return proto.build();
	}
}
