
package io.github.cnnclassifier.inference;

import java.io.IOException;
import java.util.List;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * The classes of all pixels of an image, from the probabilities of windows that
 * overlap: a pixel has the weighted mean of all windows that hold it. There are
 * no tiles, so there are no seams, and memory holds the probabilities of the
 * windows, not those of the pixels.
 * <p>
 * {@link #row} may be called from any thread.
 */
public final class ClassMap {

	/** Of the weights of the windows that hold a pixel. */
	private static final float MOST_UNLIKE = 0.5f;

	private final WindowGrid grid;
	private final MapArea area;
	private final Threshold threshold;
	private final int classes;
	/** The classes and, where that counts, whether a window is unlike. */
	private final int layers;
	private final Blending horizontal;
	private final Blending vertical;
	/** By row of windows: columns, layers. Null where none is needed. */
	private final float[][] windows;

	private ClassMap(final WindowGrid grid, final MapArea area, final int classes,
		final Threshold threshold)
	{
		this.grid = grid;
		this.area = area;
		this.classes = classes;
		layers = layers(classes, threshold);
		this.threshold = threshold;
		horizontal = new Blending(grid.horizontal());
		vertical = new Blending(grid.vertical());
		windows = new float[grid.rows()][];
	}

	/**
	 * Classifies the windows.
	 *
	 * @param image of the grid's size
	 * @param grid of windows
	 * @param area to be mapped; only windows with a pixel of it are classified
	 * @param classifier for the windows
	 * @param threshold of answers that count, settled for the model. A pixel is
	 *          unknown, too, if more than half of it belongs to windows unlike
	 *          the training images
	 * @param progress of this stage
	 * @return the map
	 * @throws UserFailure if a window does not fit the model
	 * @throws CanceledException if the user stopped the run
	 */
	public static ClassMap of(final SampleImage image, final WindowGrid grid,
		final MapArea area, final Classifier classifier, final Threshold threshold,
		final Progress progress)
	{
		final NeededWindows needed = NeededWindows.of(grid, area);
		final ClassMap map = new ClassMap(grid, area, classifier.labels().size(),
			threshold);
		try {
			classifier.classify(new WindowSources(image, needed), map.new Keeper(
				needed), progress);
		}
		catch (final IOException e) {
			throw new IllegalStateException("Windows are in memory", e);
		}
		return map;
	}

	/**
	 * @param classes of the classifier
	 * @param threshold of the map, settled for the model
	 * @return how many numbers are kept of each window
	 */
	public static int layers(final int classes, final Threshold threshold) {
		return threshold.refusesUnlike() ? classes + 1 : classes;
	}

	/** Keeps the probabilities of windows. */
	private final class Keeper implements ResultSink {

		private final NeededWindows needed;

		Keeper(final NeededWindows needed) {
			this.needed = needed;
		}

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction)
		{
			final int row = needed.row(index);
			if (windows[row] == null) windows[row] = new float[grid.columns() *
				layers];
			final int at = needed.column(index) * layers;
			System.arraycopy(prediction.probabilities(), 0, windows[row], at,
				classes);
			if (layers > classes && prediction.isUnlike()) windows[row][at +
				classes] = 1;
		}

		@Override
		public void failed(final int index, final String name,
			final String reason)
		{
			failed(index, name, reason, List.of());
		}

		@Override
		public void failed(final int index, final String name, final String reason,
			final List<Mend> mends)
		{
			throw new UserFailure("No map, as the window at " + name +
				" cannot be classified: " + reason, mends);
		}
	}

	/**
	 * @param y 0-based
	 * @return the row of the map
	 */
	public MapRow row(final int y) {
		final int width = grid.horizontal().length();
		final MapRow row = new MapRow(y, new int[width], new float[width],
			new float[classes * width]);
		if (!area.hasRow(y)) return row;
		final float[] columns = blendedColumns(y);
		final float[] pixel = new float[layers];
		for (int x = area.bounds().x(); x < area.right(); x++) {
			if (!area.contains(x, y)) continue;
			blend(columns, x, pixel);
			put(row, x, pixel);
		}
		return row;
	}

	/** Columns, layers: the windows of all rows that hold the pixels of y. */
	private float[] blendedColumns(final int y) {
		final float[] blended = new float[grid.columns() * layers];
		final float[] weights = vertical.weights(y);
		for (int i = 0; i < weights.length; i++) {
			final float[] row = windows[vertical.first(y) + i];
			// no pixel of the area is in this row of windows, so none is in y
			if (row == null) continue;
			for (int k = 0; k < blended.length; k++) {
				blended[k] += weights[i] * row[k];
			}
		}
		return blended;
	}

	private void blend(final float[] columns, final int x, final float[] pixel) {
		final float[] weights = horizontal.weights(x);
		final int first = horizontal.first(x) * layers;
		for (int c = 0; c < layers; c++) {
			float sum = 0;
			for (int i = 0; i < weights.length; i++) {
				sum += weights[i] * columns[first + i * layers + c];
			}
			pixel[c] = sum;
		}
	}

	/** Where windows disagree, those count that hold more of the pixel. */
	private boolean isMet(final float[] pixel, final int best) {
		return threshold.isSure(pixel[best]) && (layers == classes ||
			pixel[classes] <= MOST_UNLIKE);
	}

	private void put(final MapRow row, final int x, final float[] pixel) {
		int best = 0;
		for (int c = 0; c < classes; c++) {
			if (pixel[c] > pixel[best]) best = c;
			row.probabilities()[c * row.values().length + x] = pixel[c];
		}
		row.confidences()[x] = pixel[best];
		row.values()[x] = (isMet(pixel, best) ? best : classes) + 1;
	}
}
