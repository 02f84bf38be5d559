
package io.github.cnnclassifier.engine.dl4j;

import java.util.Arrays;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

import io.github.cnnclassifier.model.InputShape;

/**
 * Brings a batch N,C,H,W into native memory, for each output pixel of a
 * convolution the window that it sees, in the order Y,X,C. Windows of one pixel
 * make it N,H,W,C. A sample may be several images, which lie one after the
 * other as its channels do.
 */
final class Patches {

	private final InputShape in;
	private final int kernel;
	private final int stride;
	private final int padding;
	private final int outHeight;
	private final int outWidth;
	private final int images;
	private final int count;
	private final INDArray array;
	private final float[] row;
	private final float[] blemishes;

	/**
	 * @param in one image
	 * @param images how many of them a sample has
	 * @param count samples
	 * @param memory for the array
	 */
	Patches(final InputShape in, final int images, final int kernel,
		final int stride, final int padding, final int count, final Memory memory)
	{
		this.in = in;
		this.kernel = kernel;
		this.stride = stride;
		this.padding = padding;
		this.images = images;
		this.count = count;
		outHeight = (in.height() + 2 * padding - kernel) / stride + 1;
		outWidth = (in.width() + 2 * padding - kernel) / stride + 1;
		final int size = kernel * kernel * in.channels();
		array = memory.array((long) count * images * outHeight * outWidth, size);
		row = new float[outWidth * size];
		blemishes = new float[count];
	}

	/** @return (N images H' W'),(Y X C) */
	INDArray array() {
		return array;
	}

	/**
	 * @param values N,C,H,W
	 * @param from index of the first sample to take
	 */
	void fill(final float[] values, final int from) {
		final FloatPointer target = Memory.pointer(array);
		Arrays.fill(blemishes, 0);
		for (int n = 0; n < count * images; n++) {
			final int image = (from * images + n) * in.size();
			blemishes[n / images] += blemish(values, image);
			for (int y = 0; y < outHeight; y++) {
				fillRow(values, image, y * stride - padding);
				target.position((n * (long) outHeight + y) * row.length).put(row);
			}
		}
		target.position(0);
	}

	/**
	 * oneDNN's ReLU and maximum turn NaN into numbers, so what is not a number
	 * has to be noticed here.
	 *
	 * @return for each sample of the last batch 0, or NaN if one of its values is
	 *         NaN or infinite
	 */
	float[] blemishes() {
		return blemishes;
	}

	/** Four sums, for one would wait for itself at each step. */
	private float blemish(final float[] values, final int start) {
		final int end = start + in.size();
		float a = 0;
		float b = 0;
		float c = 0;
		float d = 0;
		int i = start;
		for (; i < end - 3; i += 4) {
			a += 0 * values[i];
			b += 0 * values[i + 1];
			c += 0 * values[i + 2];
			d += 0 * values[i + 3];
		}
		for (; i < end; i++)
			a += 0 * values[i];
		return a + b + c + d;
	}

	private void fillRow(final float[] values, final int image, final int top) {
		int target = 0;
		for (int ky = 0; ky < kernel; ky++) {
			final int y = top + ky;
			final boolean inside = y >= 0 && y < in.height();
			for (int kx = 0; kx < kernel; kx++) {
				for (int c = 0; c < in.channels(); c++, target++) {
					final int line = image + (c * in.height() + y) * in.width();
					fillColumn(values, inside ? line : -1, kx - padding, target);
				}
			}
		}
	}

	/**
	 * One pixel of the window, for all windows of the row. What lies outside left
	 * and right is always the same and 0 from the beginning.
	 *
	 * @param line where the pixel row begins; below 0 for zeros
	 */
	private void fillColumn(final float[] values, final int line,
		final int offset, final int target)
	{
		final int step = row.length / outWidth;
		final int first = offset >= 0 ? 0 : (stride - 1 - offset) / stride;
		final int end = Math.min(outWidth, Math.floorDiv(in.width() - 1 - offset,
			stride) + 1);
		for (int x = first; x < end; x++)
			row[x * step + target] = line < 0 ? 0 : values[line + x * stride +
				offset];
	}
}
