
package io.github.cnnclassifier.inference;

import java.util.Arrays;

import io.github.cnnclassifier.engine.HalvedBatches;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.image.InputAxis;
import io.github.cnnclassifier.image.InputFrame;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.inference.HeatGrid.Places;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * Which places of an input matter, by hiding one after the other (Zeiler and
 * Fergus, 2014). It asks nothing of a network but to predict.
 * <p>
 * A window is a fifth of the image along either axis and moves by a third of
 * itself, so that there are about 13 x 13 of them whatever the size. What is in
 * it becomes the median of its channel over the image: in most images that is
 * the background, so that a window on the background changes nothing, where the
 * mean would draw a square there. Padding around the image stays as it is.
 */
final class Occlusion {

	private static final int WINDOWS_IN_A_ROW = 5;
	private static final double STRIDES_IN_A_WINDOW = 3;

	private final HalvedBatches network;
	private final InputShape shape;
	private final int classes;
	private final int batchSize;

	/**
	 * @param network of the spec
	 * @param spec of the network
	 * @param batchSize inputs that are predicted at once, at least 1
	 */
	Occlusion(final Network network, final NetworkSpec spec,
		final int batchSize)
	{
		this.network = new HalvedBatches(network);
		this.shape = spec.input();
		this.classes = spec.classes();
		this.batchSize = batchSize;
	}

	/**
	 * @param input C,H,W; only read
	 * @param frame of the image in the input
	 * @param label whose log-odds are compared
	 * @param progress told and asked after each batch
	 * @return one value for each pixel of the input that shows the image
	 * @throws CanceledException if the user stopped the run
	 */
	HeatGrid of(final float[] input, final InputFrame frame, final int label,
		final Progress progress)
	{
		final WindowGrid grid = new WindowGrid(axis(frame.horizontal()), axis(frame
			.vertical()));
		final double[] map = blended(drops(input, frame, grid, label, progress),
			grid);
		return new HeatGrid(places(frame.horizontal()), places(frame.vertical()),
			map, evidence(map));
	}

	private static WindowAxis axis(final InputAxis axis) {
		final int window = Math.max(1, Math.round((float) axis.shown() /
			WINDOWS_IN_A_ROW));
		return new WindowAxis(axis.shown(), window, (int) Math.max(1, Math.round(
			window / STRIDES_IN_A_WINDOW)));
	}

	private static Places places(final InputAxis axis) {
		return new Places(axis.first(), 1, axis.shown());
	}

	/** What the log-odds lose by hiding each window. */
	private double[] drops(final float[] input, final InputFrame frame,
		final WindowGrid grid, final int label, final Progress progress)
	{
		final float[] neutral = medians(input, frame);
		final int count = grid.columns() * grid.rows();
		final double[] drops = new double[count];
		final float[] batch = new float[Math.min(batchSize, count + 1) *
			input.length];
		double whole = 0;
		// the input itself comes first, as if it were a window that hides nothing
		for (int from = -1; from < count;) {
			final int size = Math.min(batchSize, count - from);
			for (int i = 0; i < size; i++) {
				System.arraycopy(input, 0, batch, i * input.length, input.length);
				if (from + i >= 0) hide(batch, i * input.length, frame, grid, from + i,
					neutral);
			}
			final float[] probabilities = network.predict(Arrays.copyOf(batch, size *
				input.length), size, progress);
			for (int i = 0; i < size; i++) {
				final double odds = LogOdds.of(probabilities, i, classes, label);
				if (from + i < 0) whole = odds;
				else drops[from + i] = whole - odds;
			}
			from += size;
			progress.checkCanceled();
			progress.update((double) from / count, "Hiding one place after another");
		}
		return drops;
	}

	private void hide(final float[] batch, final int start,
		final InputFrame frame, final WindowGrid grid, final int window,
		final float[] neutral)
	{
		final Region hidden = grid.window(window % grid.columns(), window / grid
			.columns());
		final int left = frame.horizontal().first() + hidden.x();
		final int top = frame.vertical().first() + hidden.y();
		for (int c = 0; c < shape.channels(); c++) {
			for (int y = top; y < top + hidden.height(); y++) {
				final int row = start + (c * shape.height() + y) * shape.width();
				Arrays.fill(batch, row + left, row + left + hidden.width(), neutral[c]);
			}
		}
	}

	/** Of each channel over the pixels of the image. */
	private float[] medians(final float[] input, final InputFrame frame) {
		final int width = frame.horizontal().shown();
		final int height = frame.vertical().shown();
		final float[] medians = new float[shape.channels()];
		final float[] values = new float[width * height];
		for (int c = 0; c < medians.length; c++) {
			for (int y = 0; y < height; y++) {
				System.arraycopy(input, (c * shape.height() + frame.vertical().first() +
					y) * shape.width() + frame.horizontal().first(), values, y * width,
					width);
			}
			Arrays.sort(values);
			medians[c] = values[values.length / 2];
		}
		return medians;
	}

	/** Each pixel gets the weighted mean of the windows that hold it. */
	private static double[] blended(final double[] drops, final WindowGrid grid) {
		final Blending horizontal = new Blending(grid.horizontal());
		final Blending vertical = new Blending(grid.vertical());
		final int width = grid.horizontal().length();
		final int height = grid.vertical().length();
		final double[] map = new double[width * height];
		for (int y = 0; y < height; y++) {
			final float[] rows = vertical.weights(y);
			for (int x = 0; x < width; x++) {
				final float[] columns = horizontal.weights(x);
				double sum = 0;
				for (int j = 0; j < rows.length; j++) {
					final int first = (vertical.first(y) + j) * grid.columns() +
						horizontal.first(x);
					for (int i = 0; i < columns.length; i++)
						sum += rows[j] * columns[i] * drops[first + i];
				}
				map[y * width + x] = sum;
			}
		}
		return map;
	}

	private static double evidence(final double[] map) {
		double highest = 0;
		double lowest = Double.POSITIVE_INFINITY;
		for (final double value : map) {
			highest = Math.max(highest, value);
			lowest = Math.min(lowest, value);
		}
		return highest - Math.max(0, Math.min(highest, lowest));
	}
}
