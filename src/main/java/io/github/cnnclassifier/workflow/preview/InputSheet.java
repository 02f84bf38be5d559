
package io.github.cnnclassifier.workflow.preview;

import java.util.Arrays;
import java.util.List;

/**
 * Inputs of a network side by side on one sheet, row by row, as nearly square
 * as whole cells allow.
 *
 * @param channels C
 * @param height H of the whole sheet
 * @param width W of the whole sheet
 * @param values C,H,W: those of the inputs; the highest of them between the
 *          inputs and where none is
 * @param lowest of all values
 * @param highest of all values
 */
public record InputSheet(int channels, int height, int width, float[] values,
		float lowest, float highest)
{

	/** Pixels between two cells. */
	static final int GAP = 2;

	/**
	 * @param cells C,H,W each; at least one
	 * @param channels C
	 * @param height H of a cell
	 * @param width W of a cell
	 * @return all of them on one sheet
	 */
	static InputSheet of(final List<float[]> cells, final int channels,
		final int height, final int width)
	{
		final int columns = (int) Math.ceil(Math.sqrt(cells.size()));
		final int rows = (cells.size() + columns - 1) / columns;
		final int sheetWidth = columns * (width + GAP) - GAP;
		final int sheetHeight = rows * (height + GAP) - GAP;
		final float[] values = new float[channels * sheetHeight * sheetWidth];
		float lowest = cells.get(0)[0];
		float highest = lowest;
		for (final float[] cell : cells) {
			for (final float v : cell) {
				lowest = Math.min(lowest, v);
				highest = Math.max(highest, v);
			}
		}
		Arrays.fill(values, highest);
		for (int i = 0; i < cells.size(); i++) {
			final int left = i % columns * (width + GAP);
			final int top = i / columns * (height + GAP);
			for (int row = 0; row < channels * height; row++) {
				final int y = row / height * sheetHeight + top + row % height;
				System.arraycopy(cells.get(i), row * width, values, y * sheetWidth +
					left, width);
			}
		}
		return new InputSheet(channels, sheetHeight, sheetWidth, values, lowest,
			highest);
	}
}
