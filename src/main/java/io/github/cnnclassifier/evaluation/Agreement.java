
package io.github.cnnclassifier.evaluation;

/**
 * How far truth and answers agree beyond chance.
 *
 * @param mcc Matthews correlation coefficient in its multi-class form, after
 *          Gorodkin (2004)
 * @param mccDefined false where it is 0/0, and then 0
 * @param kappa after Cohen (1960), not weighted
 * @param kappaDefined false where it is 0/0, and then 0
 */
record Agreement(double mcc, boolean mccDefined, double kappa,
		boolean kappaDefined)
{

	static Agreement of(final ClassCounts counts) {
		final double n = counts.total();
		double both = 0;
		double actual = 0;
		double predicted = 0;
		for (int i = 0; i < counts.classes(); i++) {
			final double row = counts.actual(i);
			final double column = counts.predicted(i);
			both += row * column;
			actual += row * row;
			predicted += column * column;
		}
		final double beyond = counts.correct() * n - both;
		final double spread = (n * n - actual) * (n * n - predicted);
		final double room = n * n - both;
		return new Agreement(spread == 0 ? 0 : beyond / Math.sqrt(spread),
			spread != 0, room == 0 ? 0 : beyond / room, room != 0);
	}
}
