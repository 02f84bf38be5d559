
package io.github.cnnclassifier.image;

import java.io.IOException;

/**
 * The planes of an image, of which the one asked for last is kept: regions come
 * plane by plane, and each would have its plane made anew. Thread-safe.
 */
public final class LastPlane implements ImagePlanes {

	private final ImagePlanes planes;
	private int lastSlice = -1;
	private int lastFrame = -1;
	private SampleImage last;

	/** @param planes asked by one thread at a time */
	public LastPlane(final ImagePlanes planes) {
		this.planes = planes;
	}

	@Override
	public int slices() {
		return planes.slices();
	}

	@Override
	public int frames() {
		return planes.frames();
	}

	@Override
	public synchronized SampleImage plane(final int slice, final int frame)
		throws IOException
	{
		if (slice != lastSlice || frame != lastFrame) {
			// not both in memory
			last = null;
			lastSlice = -1;
			last = planes.plane(slice, frame);
			lastSlice = slice;
			lastFrame = frame;
		}
		return last;
	}
}
