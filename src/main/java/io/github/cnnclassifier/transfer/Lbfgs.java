
package io.github.cnnclassifier.transfer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the minimum of a smooth convex function from its gradients: limited
 * memory BFGS (Nocedal and Wright, Numerical Optimization, 2006, algorithms 7.4
 * and 7.5) with a backtracking line search. commons-math3 has conjugate
 * gradients only, whose line search takes some ten gradients for each step.
 */
final class Lbfgs {

	/** A function of many variables. */
	interface Function {

		/**
		 * @param at where
		 * @param gradient receives the gradient
		 * @return the value
		 */
		double value(double[] at, double[] gradient);
	}

	private record Pair(double[] step, double[] change, double curvature) {
	}

	private static final int MEMORY = 10;
	private static final double SUFFICIENT_DECREASE = 1e-4;
	private static final int MOST_HALVINGS = 30;

	private Lbfgs() {}

	/**
	 * @param function convex
	 * @param start changed into the minimum
	 * @param mostSteps after which the best so far is taken
	 * @param tolerance largest part of the gradient that counts as 0
	 * @return the value at the minimum
	 */
	static double minimize(final Function function, final double[] start,
		final int mostSteps, final double tolerance)
	{
		final int n = start.length;
		final Deque<Pair> pairs = new ArrayDeque<>();
		double[] gradient = new double[n];
		double value = function.value(start, gradient);
		for (int step = 0; step < mostSteps && largest(
			gradient) > tolerance; step++)
		{
			final double[] direction = direction(gradient, pairs);
			final double slope = dot(direction, gradient);
			final double[] next = new double[n];
			final double[] nextGradient = new double[n];
			double length = pairs.isEmpty() ? Math.min(1, 1 / norm(gradient)) : 1;
			double nextValue = Double.POSITIVE_INFINITY;
			for (int halving = 0; halving < MOST_HALVINGS; halving++) {
				for (int i = 0; i < n; i++)
					next[i] = start[i] + length * direction[i];
				nextValue = function.value(next, nextGradient);
				if (nextValue <= value + SUFFICIENT_DECREASE * length * slope) break;
				length /= 2;
			}
			if (!(nextValue < value)) break;
			remember(pairs, start, next, gradient, nextGradient);
			System.arraycopy(next, 0, start, 0, n);
			gradient = nextGradient;
			value = nextValue;
		}
		return value;
	}

	private static void remember(final Deque<Pair> pairs, final double[] from,
		final double[] to, final double[] gradientFrom, final double[] gradientTo)
	{
		final double[] step = new double[from.length];
		final double[] change = new double[from.length];
		for (int i = 0; i < step.length; i++) {
			step[i] = to[i] - from[i];
			change[i] = gradientTo[i] - gradientFrom[i];
		}
		final double curvature = dot(step, change);
		// of a flat place nothing can be learned
		if (!(curvature > 0)) return;
		pairs.addLast(new Pair(step, change, curvature));
		if (pairs.size() > MEMORY) pairs.removeFirst();
	}

	/** The two loops of algorithm 7.4. */
	private static double[] direction(final double[] gradient,
		final Deque<Pair> pairs)
	{
		final double[] q = gradient.clone();
		final double[] alphas = new double[pairs.size()];
		int i = alphas.length;
		for (final Iterator<Pair> latest = pairs.descendingIterator(); latest
			.hasNext();)
		{
			final Pair pair = latest.next();
			alphas[--i] = dot(pair.step(), q) / pair.curvature();
			add(q, -alphas[i], pair.change());
		}
		if (!pairs.isEmpty()) {
			final Pair last = pairs.getLast();
			final double scale = last.curvature() / dot(last.change(), last.change());
			for (int j = 0; j < q.length; j++)
				q[j] *= scale;
		}
		for (final Pair pair : pairs) {
			final double beta = dot(pair.change(), q) / pair.curvature();
			add(q, alphas[i++] - beta, pair.step());
		}
		for (int j = 0; j < q.length; j++)
			q[j] = -q[j];
		return q;
	}

	private static void add(final double[] to, final double factor,
		final double[] what)
	{
		for (int i = 0; i < to.length; i++)
			to[i] += factor * what[i];
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * b[i];
		return sum;
	}

	private static double norm(final double[] a) {
		return Math.sqrt(dot(a, a));
	}

	private static double largest(final double[] a) {
		double largest = 0;
		for (final double v : a)
			largest = Math.max(largest, Math.abs(v));
		return largest;
	}
}
