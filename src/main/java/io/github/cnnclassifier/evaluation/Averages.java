
package io.github.cnnclassifier.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One kind of average over classes.
 *
 * @param precision 0 to 1
 * @param recall 0 to 1
 * @param f1 0 to 1; the average of the classes' own F1, not the F1 of the
 *          average precision and recall
 */
public record Averages(double precision, double recall, double f1) {

	static Averages macro(final List<ClassFigures> classes) {
		return weighted(classes, figures -> 1);
	}

	static Averages bySupport(final List<ClassFigures> classes) {
		return weighted(classes, ClassFigures::support);
	}

	private static Averages weighted(final List<ClassFigures> classes,
		final ToDoubleFunction<ClassFigures> weight)
	{
		double precision = 0;
		double recall = 0;
		double f1 = 0;
		double sum = 0;
		for (final ClassFigures figures : classes) {
			final double w = weight.applyAsDouble(figures);
			precision += w * figures.precision();
			recall += w * figures.recall();
			f1 += w * figures.f1();
			sum += w;
		}
		return new Averages(precision / sum, recall / sum, f1 / sum);
	}
}
