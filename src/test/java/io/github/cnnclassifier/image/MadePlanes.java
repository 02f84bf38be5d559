
package io.github.cnnclassifier.image;

import java.io.IOException;

/**
 * Planes that a test makes when they are asked for.
 *
 * @param slices at least 1
 * @param frames at least 1
 * @param making makes them
 */
public record MadePlanes(int slices, int frames, Making making)
		implements
			ImagePlanes
{

	/** Makes a plane. */
	@FunctionalInterface
	public interface Making {

		/** As {@link ImagePlanes#plane(int, int)}. */
		SampleImage plane(int slice, int frame) throws IOException;
	}

	@Override
	public SampleImage plane(final int slice, final int frame)
		throws IOException
	{
		return making.plane(slice, frame);
	}
}
