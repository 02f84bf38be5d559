
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ItemOutcome;

/** The network inputs of images that were readable when the run began. */
public final class Inputs {

	private Inputs() {}

	/**
	 * @return C,H,W
	 * @throws UserFailure if the image can no longer be read
	 */
	public static float[] read(final SampleList samples, final int sample) {
		final ItemOutcome<float[]> input = ItemOutcome.of(() -> samples.input(
			sample));
		if (input.isFailed()) throw new UserFailure("The image '" + samples.name(
			sample) + "' could be read before the training but not any more: " + input
				.reason() + " Mend or remove it and start again.");
		return input.result();
	}

	/**
	 * @param start 0-based index of the first
	 * @param count at least 1
	 * @return N,C,H,W
	 * @throws UserFailure if an image can no longer be read
	 */
	public static float[] read(final SampleList samples, final int start,
		final int count)
	{
		float[] inputs = null;
		for (int i = 0; i < count; i++) {
			final float[] input = read(samples, start + i);
			if (inputs == null) inputs = new float[count * input.length];
			System.arraycopy(input, 0, inputs, i * input.length, input.length);
		}
		return inputs;
	}
}
