
package io.github.cnnclassifier.imagej.map;

import ij.ImagePlus;

/** Rows that become an open image. */
record MemoryRows(ImagePlus image) implements PlaneRows {

	@Override
	public void put(final int plane, final int y, final Object pixels,
		final int from)
	{
		System.arraycopy(pixels, from, image.getStack().getPixels(plane + 1), y *
			image.getWidth(), image.getWidth());
	}
}
