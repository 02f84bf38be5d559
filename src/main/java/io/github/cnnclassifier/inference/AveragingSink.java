
package io.github.cnnclassifier.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.model.Prediction;

/**
 * Makes one result of all planes of a stack: the mean of their probabilities,
 * and of their features where the target wants them. The planes of one stack
 * follow each other. A plane that fails makes the stack fail, with the reason
 * of the first one. Sources that belong to no stack pass through.
 * <p>
 * Not thread-safe. The last result is handed on by {@link #finish()}.
 */
public final class AveragingSink implements ResultSink {

	private final ResultSink target;
	private final IntFunction<String> stackOf;
	private final List<Prediction> planes = new ArrayList<>();
	private String stack;
	private int firstIndex;
	private ItemOutcome<?> failed;
	/** Sums over the planes; null if there are none. */
	private double[] features;

	/**
	 * @param target takes one result for each stack, with the index of its first
	 *          plane and the name of the stack
	 * @param stackOf the name of the stack that a source of a 0-based index
	 *          belongs to; null if to none
	 */
	public AveragingSink(final ResultSink target,
		final IntFunction<String> stackOf)
	{
		this.target = target;
		this.stackOf = stackOf;
	}

	@Override
	public void classified(final int index, final String name,
		final Prediction prediction) throws IOException
	{
		if (belongsToStack(index)) planes.add(prediction);
		else target.classified(index, name, prediction);
	}

	@Override
	public boolean wantsFeatures() {
		return target.wantsFeatures();
	}

	@Override
	public void classified(final int index, final String name,
		final Prediction prediction, final float[] ofPlane) throws IOException
	{
		if (belongsToStack(index)) {
			planes.add(prediction);
			if (features == null) features = new double[ofPlane.length];
			for (int i = 0; i < features.length; i++)
				features[i] += ofPlane[i];
		}
		else target.classified(index, name, prediction, ofPlane);
	}

	@Override
	public void failed(final int index, final String name, final String why)
		throws IOException
	{
		failed(index, name, why, List.of());
	}

	@Override
	public void failed(final int index, final String name, final String why,
		final List<Mend> mends) throws IOException
	{
		if (!belongsToStack(index)) target.failed(index, name, why, mends);
		else if (failed == null) failed = new ItemOutcome<>(null, "'" + name +
			"': " + why, mends);
	}

	/** What is known of a stack that is not complete stays here. */
	@Override
	public void flush() throws IOException {
		target.flush();
	}

	private boolean belongsToStack(final int index) throws IOException {
		final String next = stackOf.apply(index);
		if (next == null || !next.equals(stack)) {
			finish();
			stack = next;
			firstIndex = index;
		}
		return next != null;
	}

	/**
	 * Hands on the result of the last stack.
	 *
	 * @throws IOException if the target fails
	 */
	public void finish() throws IOException {
		if (stack == null) return;
		if (failed != null) target.failed(firstIndex, stack, failed.reason(), failed
			.mends());
		else if (features == null) target.classified(firstIndex, stack, Prediction
			.mean(planes));
		else target.classified(firstIndex, stack, Prediction.mean(planes),
			meanFeatures());
		stack = null;
		failed = null;
		features = null;
		planes.clear();
	}

	private float[] meanFeatures() {
		final float[] mean = new float[features.length];
		for (int i = 0; i < mean.length; i++)
			mean[i] = (float) (features[i] / planes.size());
		return mean;
	}
}
