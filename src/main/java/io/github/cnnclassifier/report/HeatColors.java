
package io.github.cnnclassifier.report;

/**
 * The colors of heat maps, from black by violet, red and orange to a light
 * yellow. Lightness grows evenly, so that equal differences look equal, in gray
 * print and to color-blind readers too.
 * <p>
 * The path is drawn in the color space Oklab (B. Ottosson, 2020) and cut into
 * pieces of equal length.
 */
public final class HeatColors {

	/** How many there are. */
	public static final int COUNT = 256;

	/**
	 * Points of the path: lightness, 0 to 1; chroma; hue in degrees. Between them
	 * all three go straight.
	 */
	private static final double[][] PATH = { { 0.05, 0, 300 }, { 0.25, 0.13,
		300 }, { 0.5, 0.18, 365 }, { 0.75, 0.16, 410 }, { 0.97, 0.08, 465 } };
	/** So fine that a piece of the path is straight. */
	private static final int FINE = 4096;
	private static final int[] COLORS = colors();

	private HeatColors() {}

	/**
	 * @param share 0 for the weakest to 1 for the strongest; others and NaN are
	 *          taken for the nearest of them, NaN for 0
	 * @return red, green and blue as 0xRRGGBB
	 */
	public static int at(final double share) {
		return of((int) Math.round((COUNT - 1) * Math.max(0, Math.min(1, share))));
	}

	/**
	 * @param index 0 to 255
	 * @return red, green and blue as 0xRRGGBB
	 */
	public static int of(final int index) {
		return COLORS[index];
	}

	private static int[] colors() {
		final double[][] fine = new double[FINE + 1][];
		final double[] lengths = new double[FINE + 1];
		for (int i = 0; i <= FINE; i++) {
			fine[i] = point((double) i / FINE);
			if (i > 0) lengths[i] = lengths[i - 1] + distance(fine[i - 1], fine[i]);
		}
		final int[] colors = new int[COUNT];
		int next = 0;
		for (int i = 0; i < COUNT; i++) {
			while (next < FINE && lengths[next] < lengths[FINE] * i / (COUNT - 1))
				next++;
			colors[i] = rgb(fine[next]);
		}
		return colors;
	}

	/** @return lightness and the two axes of color */
	private static double[] point(final double share) {
		final double place = share * (PATH.length - 1);
		final int before = Math.min(PATH.length - 2, (int) place);
		final double part = place - before;
		final double[] from = PATH[before];
		final double[] to = PATH[before + 1];
		final double chroma = from[1] + part * (to[1] - from[1]);
		final double hue = Math.toRadians(from[2] + part * (to[2] - from[2]));
		return new double[] { from[0] + part * (to[0] - from[0]), chroma * Math.cos(
			hue), chroma * Math.sin(hue) };
	}

	private static double distance(final double[] a, final double[] b) {
		return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
	}

	/** The matrices are those of Ottosson's publication of Oklab. */
	private static int rgb(final double[] lab) {
		final double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 *
			lab[2]);
		final double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 *
			lab[2]);
		final double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 *
			lab[2]);
		return level(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16 |
			level(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8 |
			level(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
	}

	private static double cube(final double value) {
		return value * value * value;
	}

	/** With the curve of sRGB. */
	private static int level(final double linear) {
		final double v = Math.max(0, Math.min(1, linear));
		return (int) Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * Math
			.pow(v, 1 / 2.4) - 0.055));
	}
}
