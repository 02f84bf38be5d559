
package io.github.cnnclassifier.engine.dl4j;

import java.util.function.DoubleSupplier;

import io.github.cnnclassifier.model.NetworkPlan;

/** All layers of a network with the arrays for one batch size. */
final class FastRun implements AutoCloseable {

	private final int count;
	private final Memory memory;
	private final Patches input;
	private final FastChain layers;
	private final Signal features;
	private final Layout featureLayout;
	private final SoftmaxLoss loss;

	/**
	 * @param count samples of a batch
	 * @param learning whether gradients are wanted
	 * @param step not asked unless learning
	 * @param path who computes
	 * @param threads that may compute at the same time
	 */
	FastRun(final NetworkPlan plan, final Parameters parameters, final int count,
		final boolean learning, final CurrentStep step, final ComputePath path,
		final int threads)
	{
		this.count = count;
		memory = new Memory(learning);
		try {
			final FastBuilder builder = new FastBuilder(plan, parameters, count,
				memory, path.operations(memory, threads), step);
			layers = builder.build();
			input = builder.input();
			features = builder.features();
			featureLayout = parameters.featureLayout();
			loss = new SoftmaxLoss(layers.output());
		}
		// a smaller batch needs the room of what was made until then
		catch (final RuntimeException | Error e) {
			memory.close();
			throw e;
		}
	}

	int count() {
		return count;
	}

	/**
	 * @param inputs N,C,H,W
	 * @param from index of the first sample of the batch in {@code inputs}
	 * @return N,classes; NaN for samples with values that are not numbers
	 */
	float[] predict(final float[] inputs, final int from) {
		forward(inputs, from);
		return blemished(loss.probabilities());
	}

	/**
	 * @param inputs N,C,H,W
	 * @param from index of the first sample of the batch in {@code inputs}
	 * @return N,F as stored weights order them; NaN for samples with values that
	 *         are not numbers
	 */
	float[] features(final float[] inputs, final int from) {
		forward(inputs, from);
		return blemished(storedFeatures());
	}

	/**
	 * @param inputs N,C,H,W
	 * @param from index of the first sample of the batch in {@code inputs}
	 * @return of each sample what {@link #predict}, then what {@link #features}
	 *         gives
	 */
	float[] predictWithFeatures(final float[] inputs, final int from) {
		forward(inputs, from);
		final float[] probabilities = loss.probabilities();
		final float[] found = storedFeatures();
		final int classes = probabilities.length / count;
		final int size = found.length / count;
		final float[] rows = new float[probabilities.length + found.length];
		for (int n = 0; n < count; n++) {
			final int row = n * (classes + size);
			System.arraycopy(probabilities, n * classes, rows, row, classes);
			System.arraycopy(found, n * size, rows, row + classes, size);
		}
		return blemished(rows);
	}

	private void forward(final float[] inputs, final int from) {
		input.fill(inputs, from);
		layers.forward(false);
	}

	private float[] storedFeatures() {
		final float[] rows = new float[(int) features.value().length()];
		Memory.read(features.value(), rows, rows.length);
		return featureLayout.rowsToStored(rows, count);
	}

	private float[] blemished(final float[] rows) {
		final int size = rows.length / count;
		for (int i = 0; i < rows.length; i++)
			rows[i] += input.blemishes()[i / size];
		return rows;
	}

	/**
	 * Sets the gradients of all parameters.
	 *
	 * @param sampleWeights null for all 1
	 * @return the weighted mean loss; NaN if a sample is not all numbers
	 */
	double differentiate(final float[] inputs, final int[] labels,
		final float[] sampleWeights)
	{
		return differentiate(inputs, () -> loss.differentiate(labels,
			sampleWeights));
	}

	/**
	 * Sets the gradients of all parameters.
	 *
	 * @param targets N,classes
	 * @param sampleWeights null for all 1
	 * @return the weighted mean loss; NaN if a sample is not all numbers
	 */
	double differentiate(final float[] inputs, final float[] targets,
		final float[] sampleWeights)
	{
		return differentiate(inputs, () -> loss.differentiate(targets,
			sampleWeights));
	}

	private double differentiate(final float[] inputs,
		final DoubleSupplier lossGradient)
	{
		input.fill(inputs, 0);
		layers.forward(true);
		double value = lossGradient.getAsDouble();
		for (final float blemish : input.blemishes())
			value += blemish;
		layers.backward();
		return value;
	}

	@Override
	public void close() {
		memory.close();
	}
}
