
package io.github.cnnclassifier.engine.dl4j;

import java.util.Arrays;

/**
 * Windows over images N,H,W,C, in rows of which each image has as many. A
 * window is seen as its taps: tap ty,tx of all windows of a row, one after the
 * other, is the input of one multiplication. Outside the image there are zeros.
 */
final class Windows {

	private final int height;
	private final int width;
	private final int channels;
	private final int kernelHeight;
	private final int kernelWidth;
	private final int stride;
	private final int padding;
	private final int rows;
	private final int columns;
	/**
	 * Of each tap the windows that see a pixel with it: the first, and behind.
	 */
	private final int[] first;
	private final int[] end;

	/**
	 * @param height of an image
	 * @param width of an image
	 * @param rows of windows in an image
	 * @param columns windows in a row
	 */
	Windows(final int height, final int width, final int channels,
		final int kernelHeight, final int kernelWidth, final int stride,
		final int padding, final int rows, final int columns)
	{
		this.height = height;
		this.width = width;
		this.channels = channels;
		this.kernelHeight = kernelHeight;
		this.kernelWidth = kernelWidth;
		this.stride = stride;
		this.padding = padding;
		this.rows = rows;
		this.columns = columns;
		first = new int[kernelWidth];
		end = new int[kernelWidth];
		for (int tx = 0; tx < kernelWidth; tx++) {
			final int offset = tx - padding;
			first[tx] = offset >= 0 ? 0 : Math.min(columns, (stride - 1 - offset) /
				stride);
			end[tx] = Math.max(first[tx], Math.min(columns, Math.floorDiv(width - 1 -
				offset, stride) + 1));
		}
	}

	/** @param output of the size that follows from the windows, N,H',W',C' */
	static Windows of(final Signal input, final Signal output, final int height,
		final int width, final int stride, final int padding)
	{
		return new Windows((int) input.size(1), (int) input.size(2), (int) input
			.size(3), height, width, stride, padding, (int) output.size(1),
			(int) output.size(2));
	}

	int channels() {
		return channels;
	}

	int kernelHeight() {
		return kernelHeight;
	}

	int kernelWidth() {
		return kernelWidth;
	}

	/** @return rows of windows in an image */
	int rows() {
		return rows;
	}

	/** @return windows in a row */
	int columns() {
		return columns;
	}

	int taps() {
		return kernelHeight * kernelWidth;
	}

	/** @return values in a line of an image */
	int line() {
		return width * channels;
	}

	/** @return values that a tap has in a row of windows */
	int cells() {
		return columns * channels;
	}

	/**
	 * @param row of windows, counted over all images
	 * @return where the line begins that taps {@code ty} of that row see; below 0
	 *         if outside
	 */
	long lineStart(final int row, final int ty) {
		final int y = row % rows * stride - padding + ty;
		return y < 0 || y >= height ? -1 : ((long) (row / rows) * height + y) *
			line();
	}

	/** Takes a tap of a row of windows from the line that it sees. */
	void gather(final float[] line, final int tx, final float[] into,
		final int at)
	{
		if (first[tx] > 0) Arrays.fill(into, at, at + first[tx] * channels, 0);
		if (end[tx] < columns) Arrays.fill(into, at + end[tx] * channels, at +
			cells(), 0);
		copy(line, tx, into, at, true);
	}

	/** Puts a tap of a row of windows where it was taken from. */
	void scatter(final float[] from, final int at, final int tx,
		final float[] line)
	{
		copy(line, tx, from, at, false);
	}

	private void copy(final float[] line, final int tx, final float[] tap,
		final int at, final boolean out)
	{
		final boolean together = stride == 1;
		final int windows = end[tx] - first[tx];
		final int count = together ? Math.min(1, windows) : windows;
		final int length = together ? windows * channels : channels;
		int pixel = (first[tx] * stride + tx - padding) * channels;
		int cell = at + first[tx] * channels;
		for (int i = 0; i < count; i++) {
			if (out) System.arraycopy(line, pixel, tap, cell, length);
			else System.arraycopy(tap, cell, line, pixel, length);
			pixel += stride * channels;
			cell += channels;
		}
	}

	/**
	 * Fills all taps of a row of windows.
	 *
	 * @param line scratch
	 * @param at where each tap begins in its array
	 */
	void read(final Floats images, final int row, final float[] line,
		final float[][] taps, final int at)
	{
		for (int ty = 0; ty < kernelHeight; ty++) {
			final long start = lineStart(row, ty);
			if (start >= 0) images.get(start, line, line());
			for (int tx = 0; tx < kernelWidth; tx++) {
				final float[] tap = taps[ty * kernelWidth + tx];
				if (start >= 0) gather(line, tx, tap, at);
				else Arrays.fill(tap, at, at + cells(), 0);
			}
		}
	}

	/**
	 * Adds all taps of a row of windows to where they come from.
	 *
	 * @param line scratch
	 * @param sums scratch, as long as a tap's array
	 */
	void add(final Floats images, final int row, final float[] line,
		final float[] sums, final float[][] taps, final int at)
	{
		for (int ty = 0; ty < kernelHeight; ty++) {
			final long start = lineStart(row, ty);
			if (start < 0) continue;
			images.get(start, line, line());
			for (int tx = 0; tx < kernelWidth; tx++) {
				gather(line, tx, sums, at);
				Loops.add(sums, taps[ty * kernelWidth + tx], at, at + cells());
				scatter(sums, at, tx, line);
			}
			images.put(start, line, line());
		}
	}

	/**
	 * Writes all taps of a row of windows that neither overlap nor leave anything
	 * out.
	 *
	 * @param line scratch
	 * @param offsets one per value of a line, which is added; null for none
	 */
	void write(final Floats images, final int row, final float[] line,
		final float[][] taps, final int at, final float[] offsets)
	{
		for (int ty = 0; ty < kernelHeight; ty++) {
			final long start = lineStart(row, ty);
			if (start < 0) continue;
			for (int tx = 0; tx < kernelWidth; tx++)
				scatter(taps[ty * kernelWidth + tx], at, tx, line);
			if (offsets != null) Loops.add(line, offsets, 0, line());
			images.put(start, line, line());
		}
	}

	/** Makes some images 0. */
	void clear(final Floats images, final int from, final int to) {
		final long size = (long) height * line();
		images.clear(from * size, (to - from) * size);
	}
}
