
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * One operation of ND4J bound to its arrays once, then run again and again.
 * ND4J itself looks operation, shapes and arguments up at each call.
 */
final class NativeOp {

	private static final double[] NO_FLOATS = {};

	private final NativeOps natives = NativeOpsHolder.getInstance()
		.getDeviceNativeOps();
	private final String name;
	private final long hash;
	private final OpContext context;

	/**
	 * @param name as ND4J lists it
	 * @param inputs must stay open as long as this is run
	 * @param outputs of the right shapes; filled by each run
	 */
	NativeOp(final String name, final INDArray[] inputs, final INDArray[] outputs,
		final long... integers)
	{
		this(name, inputs, outputs, integers, NO_FLOATS);
	}

	NativeOp(final String name, final INDArray[] inputs, final INDArray[] outputs,
		final long[] integers, final double[] floats)
	{
		this.name = name;
		hash = DynamicCustomOp.builder(name).build().opHash();
		context = Nd4j.getExecutioner().buildContext();
		for (int i = 0; i < inputs.length; i++)
			context.setInputArray(i, inputs[i]);
		for (int i = 0; i < outputs.length; i++)
			context.setOutputArray(i, outputs[i]);
		context.setIArguments(integers);
		context.setTArguments(floats);
	}

	/** Lists arrays. */
	static INDArray[] arrays(final INDArray... arrays) {
		return arrays;
	}

	void run() {
		if (natives.execCustomOp2(null, hash, context.contextPointer()) != 0)
			throw new IllegalStateException(name + " failed: " + natives
				.lastErrorMessage());
	}
}
