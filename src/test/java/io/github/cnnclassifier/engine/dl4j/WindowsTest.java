
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.progress.Progress;

class WindowsTest {

	private static final int C = 2;

	@BeforeAll
	static void start() {
		Bootstrap.start(Progress.none());
	}

	/** Two images of 4 x 5 pixels; windows of 3 x 3 at every second place. */
	private final Windows windows = new Windows(4, 5, C, 3, 3, 2, 1, 2, 3);

	@Test
	void tapsAreThePixelsThatWindowsSeeAndZeroOutside() {
		try (Memory memory = new Memory(false)) {
			final Floats images = images(memory);
			final float[][] taps = new float[9][windows.cells()];
			for (int row = 0; row < 4; row++) {
				windows.read(images, row, new float[windows.line()], taps, 0);
				for (int tap = 0; tap < 9; tap++) {
					for (int cell = 0; cell < windows.cells(); cell++) {
						final int y = row % 2 * 2 - 1 + tap / 3;
						final int x = cell / C * 2 - 1 + tap % 3;
						final boolean inside = y >= 0 && y < 4 && x >= 0 && x < 5;
						assertEquals(inside ? 1 + ((row / 2 * 4 + y) * 5 + x) * C + cell % C
							: 0, taps[tap][cell]);
					}
				}
			}
		}
	}

	@Test
	void whatIsAddedGoesToEachPixelAsOftenAsItIsSeen() {
		try (Memory memory = new Memory(false)) {
			final Floats sums = new Floats(memory.array(2, 4, 5, C));
			final float[][] taps = new float[9][windows.cells()];
			for (final float[] tap : taps)
				Arrays.fill(tap, 1);
			for (int row = 0; row < 4; row++)
				windows.add(sums, row, new float[windows.line()], new float[windows
					.cells()], taps, 0);
			final float[] found = new float[windows.line()];
			// the first line is seen by the middle of the first row of windows
			sums.get(0, found, found.length);
			assertArrayEquals(new float[] { 1, 1, 2, 2, 1, 1, 2, 2, 1, 1 }, found);
			// the second one from both rows
			sums.get(windows.line(), found, found.length);
			assertArrayEquals(new float[] { 2, 2, 4, 4, 2, 2, 4, 4, 2, 2 }, found);
		}
	}

	private Floats images(final Memory memory) {
		final float[] values = new float[2 * 4 * 5 * C];
		for (int i = 0; i < values.length; i++)
			values[i] = i + 1;
		final Floats images = new Floats(memory.array(2, 4, 5, C));
		images.put(0, values, values.length);
		return images;
	}
}
