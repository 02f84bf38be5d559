
package io.github.cnnclassifier.training;

import java.io.IOException;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.failure.UserFailure;

/** The network inputs of images that were readable when the run began. */
final class Inputs {

	private Inputs() {}

	/**
	 * @return C,H,W
	 * @throws UserFailure if the image can no longer be read
	 */
	static float[] read(final SampleList samples, final int sample) {
		try {
			return samples.input(sample);
		}
		catch (final IOException e) {
			throw new UserFailure("The image '" + samples.name(sample) +
				"' could be read before the training but not any more: " + e
					.getMessage() + " Check the disk and start again.", e);
		}
	}

	/**
	 * @param start 0-based index of the first
	 * @param count at least 1
	 * @return N,C,H,W
	 * @throws UserFailure if an image can no longer be read
	 */
	static float[] read(final SampleList samples, final int start,
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
