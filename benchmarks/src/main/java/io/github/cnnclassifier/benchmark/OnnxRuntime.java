
package io.github.cnnclassifier.benchmark;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.Weights;

/**
 * ONNX Runtime with all its optimisations, its inputs already in native form.
 */
final class OnnxRuntime implements Contender {

	private final int threads;

	OnnxRuntime(final int threads) {
		this.threads = threads;
	}

	@Override
	public boolean trains() {
		return false;
	}

	@Override
	public Training training(final NetworkPlan plan, final Weights weights,
		final List<Batch> batches)
	{
		throw new UnsupportedOperationException("ONNX Runtime only predicts here");
	}

	@Override
	public Inference inference(final NetworkPlan plan, final Weights weights,
		final Path onnx, final List<Batch> batches)
	{
		try {
			return new Session(onnx, plan.spec().input(), batches);
		}
		catch (final OrtException e) {
			throw new IllegalStateException("ONNX Runtime refuses " + onnx, e);
		}
	}

	private final class Session implements Inference {

		private final OrtSession session;
		private final List<Map<String, OnnxTensor>> inputs = new ArrayList<>();

		Session(final Path onnx, final InputShape in, final List<Batch> batches)
			throws OrtException
		{
			final OrtEnvironment environment = OrtEnvironment.getEnvironment();
			try (OrtSession.SessionOptions options =
				new OrtSession.SessionOptions())
			{
				options.setOptimizationLevel(
					OrtSession.SessionOptions.OptLevel.ALL_OPT);
				options.setIntraOpNumThreads(threads);
				options.setInterOpNumThreads(1);
				session = environment.createSession(onnx.toString(), options);
			}
			final String name = session.getInputNames().iterator().next();
			for (final Batch b : batches)
				inputs.add(Map.of(name, OnnxTensor.createTensor(environment, FloatBuffer
					.wrap(b.inputs()), new long[] { b.size(), in.channels(), in.height(),
						in.width() })));
		}

		@Override
		public float[] predict(final int batch) {
			try (OrtSession.Result result = session.run(inputs.get(batch))) {
				final FloatBuffer buffer = ((OnnxTensor) result.get(0))
					.getFloatBuffer();
				final float[] probabilities = new float[buffer.remaining()];
				buffer.get(probabilities);
				return probabilities;
			}
			catch (final OrtException e) {
				throw new IllegalStateException(e);
			}
		}

		@Override
		public void close() {
			inputs.forEach(i -> i.values().forEach(OnnxTensor::close));
			try {
				session.close();
			}
			catch (final OrtException e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
