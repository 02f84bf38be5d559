
package io.github.cnnclassifier.augment;

/**
 * Samples an image at the places where its changed pixels come from: bilinear,
 * beyond the border the nearest border pixel. All channels move alike. For one
 * image, on one thread.
 */
final class Warp {

	private final AffineMap map;
	private final ElasticField elastic;
	private final int width;
	private final int height;

	/** Of the pixels of one row: the upper left of their four sources. */
	private final int[] from;
	/** The way to the right neighbor, 0 in the last column. */
	private final int[] right;
	/** The way to the lower neighbor, 0 in the last row. */
	private final int[] below;
	private final float[] fractionX;
	private final float[] fractionY;

	/** @param elastic null for none */
	Warp(final AffineMap map, final ElasticField elastic, final int width,
		final int height)
	{
		this.map = map;
		this.elastic = elastic;
		this.width = width;
		this.height = height;
		from = new int[width];
		right = new int[width];
		below = new int[width];
		fractionX = new float[width];
		fractionY = new float[width];
	}

	/**
	 * @param chw in the order C,H,W; only read
	 * @param channels C
	 * @param out receives the result, C,H,W; not the input array
	 */
	void apply(final float[] chw, final int channels, final float[] out) {
		final int area = width * height;
		final double[] toX = new double[width];
		final double[] toY = new double[width];
		for (int y = 0; y < height; y++) {
			if (elastic != null) elastic.row(y, toX, toY);
			locate(y, toX, toY);
			for (int c = 0; c < channels; c++) {
				sample(chw, c * area, out, c * area + y * width);
			}
		}
	}

	private void locate(final int y, final double[] toX, final double[] toY) {
		int first = 0;
		int end = width;
		if (elastic == null) {
			// Along a row an affine map rises or falls, so the pixels that come from
			// inside the image have none from outside between them.
			while (first < end && !isInside(first, y)) {
				first++;
			}
			while (first < end && !isInside(end - 1, y)) {
				end--;
			}
			locateInside(first, end, y);
		}
		else end = 0;
		for (int x = 0; x < first; x++) {
			locate(x, x + toX[x], y + toY[x]);
		}
		for (int x = end; x < width; x++) {
			locate(x, x + toX[x], y + toY[x]);
		}
	}

	private boolean isInside(final int x, final int y) {
		final double sourceX = map.x(x, y);
		final double sourceY = map.y(x, y);
		return sourceX >= 0 && sourceX < width - 1 && sourceY >= 0 &&
			sourceY < height - 1;
	}

	/** Without a look at the borders, which takes most of the time. */
	private void locateInside(final int first, final int end, final int y) {
		for (int x = first; x < end; x++) {
			final double sourceX = map.x(x, y);
			final double sourceY = map.y(x, y);
			final int left = (int) sourceX;
			final int top = (int) sourceY;
			from[x] = top * width + left;
			right[x] = 1;
			below[x] = width;
			fractionX[x] = (float) (sourceX - left);
			fractionY[x] = (float) (sourceY - top);
		}
	}

	private void locate(final int x, final double movedX, final double movedY) {
		final double sourceX = Math.max(0, Math.min(map.x(movedX, movedY), width -
			1.0));
		final double sourceY = Math.max(0, Math.min(map.y(movedX, movedY), height -
			1.0));
		final int left = (int) sourceX;
		final int top = (int) sourceY;
		from[x] = top * width + left;
		right[x] = left + 1 < width ? 1 : 0;
		below[x] = top + 1 < height ? width : 0;
		fractionX[x] = (float) (sourceX - left);
		fractionY[x] = (float) (sourceY - top);
	}

	private void sample(final float[] chw, final int plane, final float[] out,
		final int row)
	{
		for (int x = 0; x < width; x++) {
			final int upperLeft = plane + from[x];
			final int lowerLeft = upperLeft + below[x];
			final int step = right[x];
			final float fx = fractionX[x];
			final float a = chw[upperLeft];
			final float c = chw[lowerLeft];
			// written as differences, so that equal neighbors give their value
			final float upper = a + fx * (chw[upperLeft + step] - a);
			final float lower = c + fx * (chw[lowerLeft + step] - c);
			out[row + x] = upper + fractionY[x] * (lower - upper);
		}
	}
}
