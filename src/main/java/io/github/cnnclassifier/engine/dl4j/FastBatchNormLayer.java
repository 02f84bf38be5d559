
package io.github.cnnclassifier.engine.dl4j;

import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.BETA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GAMMA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_MEAN;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_VAR;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.reduce.floating.SquaredNorm;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.api.ops.impl.reduce3.Dot;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Batch normalisation of N,C,H,W while training, put together from the
 * operations of ND4J that are fast: its own variance takes six times as long as
 * centering and a sum of squares, its own gradient twice as long as two sums
 * and two affine maps. Predicting is left to the superclass.
 */
final class FastBatchNormLayer extends BatchNormalization {

	private static final long serialVersionUID = 1L;
	private static final int[] ALL_BUT_CHANNELS = { 0, 2, 3 };

	private INDArray mean;
	private INDArray variance;
	/** With epsilon added: 1. */
	private INDArray unit;
	private INDArray zero;

	FastBatchNormLayer(final NeuralNetConfiguration conf, final DataType type) {
		super(conf, type);
	}

	@Override
	public INDArray activate(final boolean training,
		final LayerWorkspaceMgr workspaces)
	{
		if (!training) return super.activate(false, workspaces);
		if (mean == null) allocate();
		final INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATIONS,
			DataType.FLOAT, input.shape());
		input.mean(mean, ALL_BUT_CHANNELS);
		affine(input, mean, unit, null, null, out);
		Nd4j.exec(new SquaredNorm(out, variance, false, ALL_BUT_CHANNELS));
		variance.divi(valuesPerChannel());
		affine(input, mean, variance, vector(getParam(GAMMA)), vector(getParam(
			BETA)), out);
		return out;
	}

	@Override
	public Pair<Gradient, INDArray> backpropGradient(final INDArray incoming,
		final LayerWorkspaceMgr workspaces)
	{
		// The native operation misreads arrays that are permuted views.
		final INDArray epsilon = Shape.hasDefaultStridesForShape(incoming)
			? incoming : workspaces.dup(ArrayType.ACTIVATION_GRAD, incoming, 'c');
		final INDArray shift = vector(gradientViews.get(BETA));
		final INDArray scale = vector(gradientViews.get(GAMMA));
		Nd4j.exec(new Sum(epsilon, shift, false, ALL_BUT_CHANNELS));
		Nd4j.exec(new Dot(epsilon, input, scale, ALL_BUT_CHANNELS));
		final INDArray deviation = Transforms.sqrt(variance.add(
			GraphBuilder.EPSILON), false);
		scale.subi(mean.mul(shift)).divi(deviation);

		// gamma / deviation * (epsilon - mean(epsilon) - xHat * mean(epsilon xHat))
		final double n = valuesPerChannel();
		final INDArray factor = vector(getParam(GAMMA)).div(deviation);
		final INDArray ofInput = factor.mul(scale).divi(deviation).divi(-n);
		final INDArray constant = factor.mul(shift).divi(-n);
		final INDArray out = workspaces.createUninitialized(
			ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape());
		affine(epsilon, zero, unit, factor, constant, out);
		try (MemoryWorkspace scope = workspaces.notifyScopeEntered(
			ArrayType.BP_WORKING_MEM))
		{
			final INDArray part = workspaces.createUninitialized(
				ArrayType.BP_WORKING_MEM, DataType.FLOAT, input.shape());
			affine(input, mean, unit, ofInput, zero, part);
			out.addi(part);
		}
		return new Pair<>(gradients(), out);
	}

	/** Running means are updated as if by a gradient, as Deeplearning4j does. */
	private Gradient gradients() {
		final double share = 1 - layerConf().getDecay();
		final INDArray meanStep = gradientViews.get(GLOBAL_MEAN);
		final INDArray varianceStep = gradientViews.get(GLOBAL_VAR);
		vector(meanStep).assign(vector(getParam(GLOBAL_MEAN)).sub(mean)).muli(
			share);
		vector(varianceStep).assign(vector(getParam(GLOBAL_VAR)).sub(variance))
			.muli(share);
		final Gradient gradient = new DefaultGradient();
		for (final String name : new String[] { GAMMA, BETA, GLOBAL_MEAN,
			GLOBAL_VAR })
			gradient.setGradientFor(name, gradientViews.get(name));
		return gradient;
	}

	/** (in - mean) / sqrt(variance + epsilon) * scale + shift per channel. */
	private static void affine(final INDArray in, final INDArray mean,
		final INDArray variance, final INDArray scale, final INDArray shift,
		final INDArray out)
	{
		final int scaled = scale == null ? 0 : 1;
		final var op = DynamicCustomOp.builder("batchnorm").addIntegerArguments(
			scaled, scaled, 1).addFloatingPointArguments(GraphBuilder.EPSILON);
		if (scale == null) op.addInputs(in, mean, variance);
		else op.addInputs(in, mean, variance, scale, shift);
		Nd4j.exec(op.addOutputs(out).build());
	}

	private void allocate() {
		try (MemoryWorkspace outside = Nd4j.getMemoryManager()
			.scopeOutOfWorkspaces())
		{
			final long channels = input.size(1);
			mean = Nd4j.create(DataType.FLOAT, channels);
			variance = Nd4j.create(DataType.FLOAT, channels);
			zero = Nd4j.create(DataType.FLOAT, channels);
			unit = Nd4j.ones(DataType.FLOAT, channels).subi(GraphBuilder.EPSILON);
		}
	}

	private double valuesPerChannel() {
		return (double) input.length() / input.size(1);
	}

	private static INDArray vector(final INDArray row) {
		return row.reshape(row.length());
	}
}
