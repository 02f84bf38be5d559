
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.model.LayerSpec.Gelu;

/**
 * Activations in plain Java, any shape. ReLU and leaky ReLU work in place, for
 * their gradient needs the sign alone, which nothing that follows in place
 * changes; the others need their input for it. No gradient of an output is
 * spoiled. There are no branches, which Java's compiler would not vectorise.
 */
final class PortableActivation implements FastLayer {

	private static final int PIECE = 4096;
	/** What makes 1 of everything above 0, or nearly so. */
	private static final float HUGE = 3e38f;
	/** Beyond, the hyperbolic tangent is 1 in single precision. */
	private static final float FLAT = 9.2f;

	/** An activation of values in a row. */
	interface Curve {

		/** Replaces the values by those of the activation. */
		void value(float[] x, int n);

		/** Multiplies the gradients by the slope at the values. */
		void slope(float[] x, float[] gradient, int n);
	}

	private final Signal output;
	private final Curve curve;
	private final Team team;
	private final long length;
	private final Floats x;
	private final Floats y;
	private Floats ofX;
	private Floats ofY;

	/** @param output may be the input */
	PortableActivation(final Curve curve, final Signal input, final Signal output,
		final Team team)
	{
		this.output = output;
		this.curve = curve;
		this.team = team;
		length = input.value().length();
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

	private interface Pass {

		void run(long at, int n, float[][] arrays);
	}

	private void forEachPiece(final Pass pass) {
		team.split((int) ((length + PIECE - 1) / PIECE), (part, from, to) -> {
			final float[][] arrays = team.scratch(part).arrays(2, PIECE);
			for (int p = from; p < to; p++) {
				final long at = (long) p * PIECE;
				pass.run(at, (int) Math.min(PIECE, length - at), arrays);
			}
		});
	}

	@Override
	public void forward(final boolean training) {
		forEachPiece((at, n, arrays) -> {
			x.get(at, arrays[0], n);
			curve.value(arrays[0], n);
			y.put(at, arrays[0], n);
		});
	}

	@Override
	public void backward() {
		if (ofX == null) return;
		forEachPiece((at, n, arrays) -> {
			x.get(at, arrays[0], n);
			ofY.get(at, arrays[1], n);
			curve.slope(arrays[0], arrays[1], n);
			ofX.put(at, arrays[1], n);
		});
	}

	/** max(0, x). */
	record ReluCurve() implements Curve {

		@Override
		public void value(final float[] x, final int n) {
			for (int i = 0; i < n; i++)
				x[i] = Math.max(0, x[i]);
		}

		@Override
		public void slope(final float[] x, final float[] gradient, final int n) {
			for (int i = 0; i < n; i++)
				gradient[i] *= Math.max(0, Math.min(1, x[i] * HUGE));
		}
	}

	/** max(x, slope x), the slope between 0 and 1. */
	record LeakyCurve(float factor) implements Curve {

		@Override
		public void value(final float[] x, final int n) {
			for (int i = 0; i < n; i++)
				x[i] = Math.max(x[i], factor * x[i]);
		}

		@Override
		public void slope(final float[] x, final float[] gradient, final int n) {
			for (int i = 0; i < n; i++)
				gradient[i] *= Math.max(factor, Math.min(1, x[i] * HUGE));
		}
	}

	/** max(x, 0) + exp(min(x, 0)) - 1. */
	record EluCurve() implements Curve {

		@Override
		public void value(final float[] x, final int n) {
			for (int i = 0; i < n; i++) {
				final float t = tanh(0.5f * Math.min(0, x[i]));
				x[i] = Math.max(0, x[i]) + 2 * t / (1 - t);
			}
		}

		@Override
		public void slope(final float[] x, final float[] gradient, final int n) {
			for (int i = 0; i < n; i++) {
				final float t = tanh(0.5f * Math.min(0, x[i]));
				gradient[i] *= (1 + t) / (1 - t);
			}
		}
	}

	/** x / (1 + exp(-x)). */
	record SiluCurve() implements Curve {

		@Override
		public void value(final float[] x, final int n) {
			for (int i = 0; i < n; i++)
				x[i] *= 0.5f + 0.5f * tanh(0.5f * x[i]);
		}

		@Override
		public void slope(final float[] x, final float[] gradient, final int n) {
			for (int i = 0; i < n; i++) {
				final float p = 0.5f + 0.5f * tanh(0.5f * x[i]);
				gradient[i] *= p * (1 + x[i] * (1 - p));
			}
		}
	}

	/** x / 2 (1 + tanh(A x + A B x^3)). */
	record GeluCurve() implements Curve {

		private static final float A = (float) Gelu.A;
		private static final float AB = (float) (Gelu.A * Gelu.B);

		@Override
		public void value(final float[] x, final int n) {
			for (int i = 0; i < n; i++) {
				final float v = x[i];
				x[i] = v * (0.5f + 0.5f * tanh(v * (A + AB * v * v)));
			}
		}

		@Override
		public void slope(final float[] x, final float[] gradient, final int n) {
			for (int i = 0; i < n; i++) {
				final float v = x[i];
				final float t = tanh(v * (A + AB * v * v));
				gradient[i] *= (0.5f + 0.5f * t) * (1 + v * (A + 3 * AB * v * v) * (1 -
					t));
			}
		}
	}

	/**
	 * Lambert's continued fraction at a quarter of the place, doubled twice;
	 * Java's own tangent is no loop that could be vectorised.
	 */
	private static float tanh(final float x) {
		final float z = 0.25f * Math.max(-FLAT, Math.min(FLAT, x));
		final float s = z * z;
		final float quarter = z * (135135 + s * (17325 + s * (378 + s))) / (135135 +
			s * (62370 + s * (3150 + s * 28)));
		final float half = 2 * quarter / (1 + quarter * quarter);
		return 2 * half / (1 + half * half);
	}
}
