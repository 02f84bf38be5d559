
package io.github.cnnclassifier.engine.dl4j;

import java.util.Arrays;

/** Maximum or mean over windows, N,H,W,C to N,H',W',C, in plain Java. */
final class PortablePool implements FastLayer {

	/** What makes 1 of every difference that is not 0, or nearly so. */
	private static final float HUGE = 3e38f;

	private final Signal output;
	private final boolean maximum;
	private final Windows windows;
	private final Team team;
	private final int images;
	private final int longest;
	private final Floats x;
	private final Floats y;
	private Floats ofX;
	private Floats ofY;

	/** @param windows without padding */
	PortablePool(final boolean maximum, final Windows windows, final Signal input,
		final Signal output, final Team team)
	{
		this.output = output;
		this.maximum = maximum;
		this.windows = windows;
		this.team = team;
		images = (int) input.size(0);
		longest = Math.max(windows.line(), windows.cells());
		x = new Floats(input.value());
		y = new Floats(output.value());
		if (!input.hasGradient()) return;
		ofX = new Floats(input.gradient());
		ofY = new Floats(output.gradient());
	}

	@Override
	public Signal output() {
		return output;
	}

	@Override
	public void forward(final boolean training) {
		team.split(images * windows.rows(), (part, from, to) -> {
			final float[][] arrays = team.scratch(part).arrays(3, longest);
			for (int row = from; row < to; row++) {
				combine(row, arrays[0], arrays[1], arrays[2]);
				y.put((long) row * windows.cells(), arrays[0], windows.cells());
			}
		});
	}

	/** Maximum or mean of each window of a row. */
	private void combine(final int row, final float[] into, final float[] line,
		final float[] tap)
	{
		final int n = windows.cells();
		Arrays.fill(into, 0, n, maximum ? Float.NEGATIVE_INFINITY : 0);
		for (int ty = 0; ty < windows.kernelHeight(); ty++) {
			x.get(windows.lineStart(row, ty), line, windows.line());
			for (int tx = 0; tx < windows.kernelWidth(); tx++) {
				windows.gather(line, tx, tap, 0);
				if (maximum) Loops.larger(into, tap, n);
				else Loops.addScaled(into, tap, 1f / windows.taps(), n);
			}
		}
	}

	@Override
	public void backward() {
		if (ofX == null) return;
		team.split(images, (part, from, to) -> {
			windows.clear(ofX, from, to);
			final float[][] arrays = team.scratch(part).arrays(7, longest);
			for (int row = from * windows.rows(); row < to * windows.rows(); row++) {
				ofY.get((long) row * windows.cells(), arrays[3], windows.cells());
				if (maximum) {
					// a layer in place may have changed the output since
					combine(row, arrays[0], arrays[1], arrays[2]);
					Arrays.fill(arrays[6], 0, windows.cells(), 1);
				}
				spread(row, arrays);
			}
		});
	}

	/**
	 * The first maximum of a window takes the whole gradient, the values of a
	 * mean equal parts. Several windows may see a value.
	 */
	private void spread(final int row, final float[][] arrays) {
		final float[] line = arrays[1];
		final float[] tap = arrays[2];
		final float[] gradient = arrays[3];
		final float[] sums = arrays[4];
		final float[] ofLine = arrays[5];
		final int n = windows.cells();
		for (int ty = 0; ty < windows.kernelHeight(); ty++) {
			final long start = windows.lineStart(row, ty);
			ofX.get(start, ofLine, windows.line());
			if (maximum) x.get(start, line, windows.line());
			for (int tx = 0; tx < windows.kernelWidth(); tx++) {
				windows.gather(ofLine, tx, sums, 0);
				if (maximum) {
					windows.gather(line, tx, tap, 0);
					addIfFirst(sums, gradient, arrays[0], tap, arrays[6], n);
				}
				else Loops.addScaled(sums, gradient, 1f / windows.taps(), n);
				windows.scatter(sums, 0, tx, ofLine);
			}
			ofX.put(start, ofLine, windows.line());
		}
	}

	/**
	 * Without a branch, which Java's compiler would not vectorise.
	 *
	 * @param free 1 where no earlier value of the window was the largest, else 0
	 */
	private static void addIfFirst(final float[] sums, final float[] gradient,
		final float[] largest, final float[] values, final float[] free,
		final int n)
	{
		for (int i = 0; i < n; i++) {
			final float below = Math.min(1, (largest[i] - values[i]) * HUGE);
			final float share = free[i] * (1 - below);
			sums[i] += gradient[i] * share;
			free[i] -= share;
		}
	}
}
