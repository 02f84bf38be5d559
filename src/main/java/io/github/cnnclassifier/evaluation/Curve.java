
package io.github.cnnclassifier.evaluation;

/**
 * A curve over all thresholds, ready to be drawn: straight lines from point to
 * point. Points on a straight line between two others are left out.
 *
 * @param x never falling, 0 to 1; treat as read-only
 * @param y as many, 0 to 1; treat as read-only
 * @param area of all scores, whatever points are left out: of a ROC curve the
 *          area below it, of a precision-recall curve the average precision
 */
public record Curve(double[] x, double[] y, double area) {

	/** @throws IllegalArgumentException if the arrays differ in length */
	public Curve {
		if (x.length != y.length) throw new IllegalArgumentException(
			"Expected as many x as y, got " + x.length + " and " + y.length);
	}
}
