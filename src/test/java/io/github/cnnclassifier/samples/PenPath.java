
package io.github.cnnclassifier.samples;

import java.util.ArrayList;
import java.util.List;

/** Turns a form of {@link DigitSkeletons} into the places where the pen was. */
final class PenPath {

	/** Enough that neighboring places overlap, even for a thin pen. */
	private static final int STEPS_PER_PIECE = 24;

	private PenPath() {}

	/**
	 * @param form a path as {@link DigitSkeletons} describes it
	 * @param jitter standard deviation by which each point is moved, in the
	 *          path's unit
	 * @return places {x, y}, densely along all strokes
	 */
	static List<double[]> trace(final String form, final double jitter,
		final Draw draw)
	{
		final List<double[]> places = new ArrayList<>();
		for (final String stroke : form.split(";")) {
			List<double[]> piece = new ArrayList<>();
			for (final String token : stroke.trim().split(" ")) {
				if ("/".equals(token)) {
					final double[] corner = piece.get(piece.size() - 1);
					addCurve(piece, places);
					piece = new ArrayList<>(List.of(corner));
				}
				else piece.add(point(token, jitter, draw));
			}
			addCurve(piece, places);
		}
		return places;
	}

	private static double[] point(final String token, final double jitter,
		final Draw draw)
	{
		final String[] numbers = token.split(",");
		return new double[] { Integer.parseInt(numbers[0]) + draw.normal(jitter),
			Integer.parseInt(numbers[1]) + draw.normal(jitter) };
	}

	/** A Catmull-Rom curve through all points. */
	private static void addCurve(final List<double[]> points,
		final List<double[]> places)
	{
		for (int i = 0; i + 1 < points.size(); i++) {
			final double[] before = points.get(Math.max(0, i - 1));
			final double[] from = points.get(i);
			final double[] to = points.get(i + 1);
			final double[] after = points.get(Math.min(points.size() - 1, i + 2));
			for (int step = 0; step <= STEPS_PER_PIECE; step++) {
				final double t = step / (double) STEPS_PER_PIECE;
				places.add(new double[] { blend(before[0], from[0], to[0], after[0], t),
					blend(before[1], from[1], to[1], after[1], t) });
			}
		}
	}

	private static double blend(final double before, final double from,
		final double to, final double after, final double t)
	{
		final double linear = to - before;
		final double square = 2 * before - 5 * from + 4 * to - after;
		final double cube = 3 * (from - to) + after - before;
		return from + 0.5 * t * (linear + t * (square + t * cube));
	}
}
